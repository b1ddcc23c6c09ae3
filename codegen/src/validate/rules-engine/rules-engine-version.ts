import {
  type Condition,
  type Expression,
  isAtLeast,
  type Place,
  type Rule,
  type RulesVersion,
  versionText,
} from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eachRule } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { eachServiceRules, findingWithin } from "./service-rules.js";

/**
 * `RulesEngineVersion`: rules call only what their version has ("Rules engine version"). As Smithy's implementation, looks at
 * conditions and their arguments, URLs, headers and errors: neither deeper, nor into templates, nor at what the conditions of a
 * decision diagram call.
 */
export function* rulesEngineVersionRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    const { version, trait, diagram } = rules;
    for (const { name, since, place } of elementsOf(rules.rules, diagram?.conditions ?? [])) {
      if (isAtLeast(version, since)) continue;
      const message =
        `${name} requires rules engine version >= ${versionText(since)}, ` +
        `but ruleset declares version ${versionText(version)}`;
      yield findingWithin("ERROR", "RulesEngineVersion", service, message, trait, place);
    }
  }
}

/** A part of a rule, with the first version that has it. */
interface Element {
  /** What Smithy's messages call it. */
  readonly name: string;
  readonly since: RulesVersion;
  readonly place: Place;
}

function* elementsOf(rules: readonly Rule[], conditions: readonly Condition[]): Iterable<Element> {
  for (const condition of conditions) yield conditionElement(condition);
  for (const rule of eachRule(rules)) {
    for (const condition of rule.conditions) {
      yield conditionElement(condition);
      yield expressionElement(condition.call);
      for (const argument of condition.call.arguments) yield expressionElement(argument);
    }
    if (rule.kind === "error") yield expressionElement(rule.error);
    if (rule.kind !== "endpoint") continue;
    yield expressionElement(rule.endpoint.url);
    for (const value of [...rule.endpoint.headers.values()].flat()) yield expressionElement(value);
  }
}

const first: RulesVersion = { major: 1, minor: 0 };
const second: RulesVersion = { major: 1, minor: 1 };

function conditionElement({ call }: Condition): Element {
  return { name: "Condition", since: first, place: call.place };
}

function expressionElement(expression: Expression): Element {
  const { kind, place } = expression;
  if (kind === "reference") return { name: "Reference", since: first, place };
  if (kind !== "call") return { name: `${capitalize(kind)}Literal`, since: first, place };
  const { definition, path } = expression;
  const countsFromEnd = path?.steps.some((step) => typeof step === "number" && step < 0) ?? false;
  const since = countsFromEnd ? second : (definition.since ?? first);
  return { name: functionNames.get(definition.name) ?? capitalize(definition.name), since, place };
}

/** Functions that messages do not call by their names. */
const functionNames: ReadonlyMap<string, string> = new Map([
  ["aws.isVirtualHostableS3Bucket", "IsVirtualHostableS3Bucket"],
  ["aws.parseArn", "ParseArn"],
  ["aws.partition", "AwsPartition"],
  ["parseURL", "ParseUrl"],
]);

function capitalize(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
