import { type ParameterType, readValue } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EndpointRules } from "../../knowledge/endpoints/endpoint-rules.js";
import { endpointTests } from "../../knowledge/endpoints/endpoint-tests.js";
import { parameterTypeOf } from "../../knowledge/endpoints/context-parameters.js";
import type { Node } from "../../shapes/node.js";
import type { ServiceShape } from "../../shapes/shape.js";
import { findingWithin } from "./service-rules.js";

const typeNames: Readonly<Record<ParameterType, string>> = {
  string: "String",
  boolean: "Boolean",
  stringArray: "stringArray",
};

interface GivenValue {
  readonly pointer: string;
  readonly type: ParameterType | undefined;
}

/** `RuleSetParameter.TestCase.{RequiredMissing,TypeMismatch,Undefined,Unused}`: endpoint tests give the parameters that rules have. */
export function* checkTestParameters(service: ServiceShape, rules: EndpointRules): Iterable<Diagnostic> {
  const tests = service.traits.get("smithy.rules#endpointTests");
  if (tests === undefined) return;
  const code = "RuleSetParameter.TestCase";
  const given = collectValues(service);
  for (const parameter of rules.parameters) {
    const { name, type, isRequired, place } = parameter;
    const values = given.get(name) ?? [];
    if (values.length === 0) {
      const message = `Parameter \`${name}\` is never used in an \`EndpointTests\` test case`;
      yield findingWithin("DANGER", `${code}.Unused`, service, message, rules.trait, place);
    }
    for (const value of values) {
      if (value.type === type) continue;
      const message = `Type mismatch for parameter \`${name}\`, \`${typeNames[type]}\` expected`;
      yield findingWithin("ERROR", `${code}.TypeMismatch`, service, message, tests, value.pointer);
    }
    const isMissing = values.length === 0 || values.length < endpointTests(service).length;
    if (isRequired && !("default" in parameter) && isMissing) {
      const message = `Required parameter \`${name}\` is missing in at least one test case`;
      yield findingWithin("ERROR", `${code}.RequiredMissing`, service, message, rules.trait, place);
    }
  }
  const known = new Set(rules.parameters.map(({ name }) => name));
  for (const [name, [first]] of given) {
    if (known.has(name) || first === undefined) continue;
    const message = `Test parameter \`${name}\` is not defined in ruleset`;
    yield findingWithin("ERROR", `${code}.Undefined`, service, message, tests, first.pointer);
  }
}

function collectValues(service: ServiceShape): ReadonlyMap<string, readonly GivenValue[]> {
  const given = new Map<string, GivenValue[]>();
  for (const [index, { parameters }] of endpointTests(service).entries()) {
    for (const [name, value] of Object.entries(parameters)) {
      const entry = { pointer: `/testCases/${index}/params/${name}`, type: typeOfNode(value) };
      const known = given.get(name);
      if (known === undefined) given.set(name, [entry]);
      else known.push(entry);
    }
  }
  return given;
}

function typeOfNode(node: Node): ParameterType | undefined {
  const read = readValue(node);
  return read === undefined ? undefined : parameterTypeOf(read.value);
}
