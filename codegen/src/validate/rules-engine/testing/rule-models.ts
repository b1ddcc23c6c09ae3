/** Parts of a rule set for tests; what is not given is sound. */
interface RuleSetParts {
  readonly version?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rules?: readonly unknown[];
}

const region = { type: "string", documentation: "The region." };

/** A parameter that is bound by no trait, so that models need no client context. */
export const builtInRegion = { ...region, builtIn: "SDK::Endpoint" };

/** The text of a trait that holds a rule set. */
export function ruleSetTrait({ version = "1.1", parameters = { Region: region }, rules = [] }: RuleSetParts): string {
  return `@smithy.rules#endpointRuleSet(${JSON.stringify({ version, parameters, rules })})`;
}

/** The text of a trait that holds a decision diagram of three nodes. */
export function diagramTrait(more: Readonly<Record<string, unknown>> = {}): string {
  const diagram = {
    version: "1.1",
    parameters: { Region: builtInRegion },
    conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }],
    results: [{ type: "error", error: "x" }],
    root: 2,
    nodeCount: 2,
    nodes: encodeNodes(-1, 1, -1, 0, 100_000_001, -1),
    ...more,
  };
  return `@smithy.rules#endpointBdd(${JSON.stringify(diagram)})`;
}

/** "Binary node encoding" */
export function encodeNodes(...numbers: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setInt32(index * 4, number);
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

/** The text of a trait with tests. */
export function testsTrait(...testCases: readonly unknown[]): string {
  return `@smithy.rules#endpointTests(${JSON.stringify({ version: "1.0", testCases })})`;
}

export function endpointRule(url: string, properties: unknown = {}, headers: unknown = {}): unknown {
  return { type: "endpoint", endpoint: { url, properties, headers } };
}
