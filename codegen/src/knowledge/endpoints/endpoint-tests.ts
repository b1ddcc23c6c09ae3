import {
  type EndpointResolver,
  type EndpointResult,
  equalValues,
  readValue,
  type RuleRecord,
  type RuleValue,
  typeOfValue,
  typeText,
  valueText,
} from "@tsmith/runtime/endpoints";
import { isNodeArray, isNodeObject, type Node, nodeMember, type NodeObject } from "../../shapes/node.js";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";

/** One case of the trait `smithy.rules#endpointTests`. */
export interface EndpointTest {
  readonly documentation: string | undefined;
  readonly parameters: NodeObject;
  readonly inputs: readonly EndpointTestInput[];
  readonly expect: Node;
}

/** A call of an operation that a test case describes ("EndpointTestOperationInput object"). */
export interface EndpointTestInput {
  readonly operation: string;
  readonly operationParameters: NodeObject;
  readonly builtIns: NodeObject;
}

const none: NodeObject = {};
const cache = new WeakMap<AppliedTrait, readonly EndpointTest[]>();

/** The endpoint tests of a service; read once. */
export function endpointTests(service: Shape): readonly EndpointTest[] {
  const trait = service.traits.get("smithy.rules#endpointTests");
  if (trait === undefined) return [];
  let tests = cache.get(trait);
  if (tests === undefined) {
    tests = itemsOf(nodeMember(trait.value, "testCases")).map(readTest);
    cache.set(trait, tests);
  }
  return tests;
}

function readTest(node: Node): EndpointTest {
  const documentation = nodeMember(node, "documentation");
  return {
    documentation: typeof documentation === "string" ? documentation : undefined,
    parameters: objectOf(nodeMember(node, "params")),
    inputs: itemsOf(nodeMember(node, "operationInputs")).map((input) => ({
      operation: String(nodeMember(input, "operationName")),
      operationParameters: objectOf(nodeMember(input, "operationParams")),
      builtIns: objectOf(nodeMember(input, "builtInParams")),
    })),
    expect: nodeMember(node, "expect") ?? none,
  };
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return isNodeArray(node) ? node : [];
}

function objectOf(node: Node | undefined): NodeObject {
  return isNodeObject(node) ? node : none;
}

/** Runs one test; undefined when it passes, else what differs. */
export function failureOfEndpointTest(resolve: EndpointResolver, test: EndpointTest): string | undefined {
  const parameters = readValues(test.parameters);
  if (parameters === undefined) return "only integers >=0 are supported";
  const result = resolve(parameters);
  if (result.kind === "fault") return result.message;
  const endpoint = nodeMember(test.expect, "endpoint");
  if (endpoint !== undefined) return compareEndpoint(endpoint, result);
  const error = nodeMember(test.expect, "error");
  if (typeof error !== "string") return "Unhandled endpoint test case expectation.";
  if (result.kind === "endpoint") return mismatch("StringType", "EndpointType", endpointText(result));
  return result.message === error ? undefined : `Expected error \`${error}\` but got \`${result.message}\``;
}

function compareEndpoint(expected: Node, result: EndpointResult): string | undefined {
  if (result.kind !== "endpoint") {
    return mismatch("EndpointType[]", typeText(typeOfValue(result.message)), result.message);
  }
  const url = String(nodeMember(expected, "url"));
  const headers = readValues(objectOf(nodeMember(expected, "headers")));
  const properties = readValues(objectOf(nodeMember(expected, "properties")));
  if (headers === undefined || properties === undefined) return "only integers >=0 are supported";
  const isEqual =
    url === result.url && equalValues(headers, result.headers) && equalValues(properties, result.properties);
  if (isEqual) return undefined;
  return `Expected endpoint:\n${endpointText({ url, headers, properties })}\nbut got:\n${endpointText(result)}`;
}

function mismatch(expected: string, found: string, value: string): string {
  return `Expected \`${expected}\` but was \`${found}\` with value: \`${value}\``;
}

interface ShownEndpoint {
  readonly url: string;
  readonly headers: RuleRecord;
  readonly properties: RuleRecord;
}

function endpointText({ url, headers, properties }: ShownEndpoint): string {
  const headerLines = Object.entries(headers).map(([name, values]) => `\n  ${name}:${valueText(values)}`);
  return `url: ${url}\nproperties:\n  ${valueText(properties)}${headerLines.join("")}`;
}

/** The values of an object node; undefined when one is no value of rules. */
function readValues(node: NodeObject): Readonly<Record<string, RuleValue>> | undefined {
  const entries: (readonly [string, RuleValue])[] = [];
  for (const [name, member] of Object.entries(node)) {
    const read = readValue(member);
    if (read === undefined) return undefined;
    entries.push([name, read.value]);
  }
  return Object.fromEntries(entries);
}
