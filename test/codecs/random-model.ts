import * as fc from "fast-check";

const simple = [
  "String",
  "Boolean",
  "Byte",
  "Short",
  "Integer",
  "Long",
  "Float",
  "Double",
  "BigInteger",
  "BigDecimal",
  "Blob",
  "Document",
  "Timestamp",
];
const formats = ["epoch-seconds", "date-time", "http-date"];
const names = [
  "a",
  "z",
  "B",
  "_9",
  "name",
  "constructor",
  "toString",
  "__proto__",
  "value",
  "path",
  "json",
  "object",
  "result",
];

/** A choice among `n` things, taken from a list of random numbers. */
type Choose = (n: number) => number;

/**
 * The JSON AST of a service with `size` structures, unions, lists and maps of random members; each refers to simple shapes, to
 * those before it, and from optional members to any.
 */
export function randomModel(seed: number, size: number, protocol = "aws.protocols#awsJson1_1"): string {
  const numbers = fc.sample(fc.nat(), { seed, numRuns: size * 60 });
  let next = 0;
  const choose: Choose = (n) => (numbers[next++ % numbers.length] ?? 0) % n;
  const shapes: Record<string, unknown> = {
    "x#Color": { type: "enum", members: { RED: { target: "smithy.api#Unit" }, GREEN: { target: "smithy.api#Unit" } } },
    "x#Size": { type: "intEnum", members: { S: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 1 } } } },
  };
  for (let index = 0; index < size; index++) shapes[`x#S${index}`] = randomShape(choose, index, size);
  const operations = Array.from({ length: size }, (_, index) => `x#Op${index}`);
  for (const [index, id] of operations.entries()) {
    shapes[`x#In${index}`] = { type: "structure", members: { member: { target: `x#S${index}` } } };
    shapes[id] = { type: "operation", input: { target: `x#In${index}` }, output: { target: `x#In${index}` } };
  }
  shapes["x#Service"] = {
    type: "service",
    version: "1",
    operations: operations.map((target) => ({ target })),
    traits: { [protocol]: {} },
  };
  return JSON.stringify({ smithy: "2.0", shapes });
}

function randomShape(choose: Choose, index: number, size: number): unknown {
  const sparse = choose(3) === 0 ? { "smithy.api#sparse": {} } : {};
  switch (choose(6)) {
    case 0:
      return { type: "list", member: member(choose, index), traits: sparse };
    case 1:
      return { type: "map", key: { target: "smithy.api#String" }, value: member(choose, index), traits: sparse };
    case 2:
      return { type: "union", members: { first: { target: "smithy.api#String" }, ...members(choose, size, false) } };
    default:
      return { type: "structure", members: { ...members(choose, index, true), ...members(choose, size, false) } };
  }
}

function members(choose: Choose, below: number, required: boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (let count = choose(5); count > 0; count--) {
    const one = member(choose, below);
    if (required) Object.assign(one.traits, { "smithy.api#required": {} });
    Object.defineProperty(result, (required ? "r" : "") + (names[choose(names.length)] ?? "a"), {
      value: one,
      enumerable: true,
      configurable: true,
    });
  }
  return result;
}

function member(choose: Choose, below: number): { target: string; traits: Record<string, unknown> } {
  if (below > 0 && choose(2) === 0) return { target: `x#S${choose(below)}`, traits: {} };
  const target = choose(8);
  if (target === 0) return { target: "x#Color", traits: {} };
  if (target === 1) return { target: "x#Size", traits: {} };
  const name = simple[choose(simple.length)] ?? "String";
  const traits = name === "Timestamp" ? { "smithy.api#timestampFormat": formats[choose(formats.length)] } : {};
  return { target: `smithy.api#${name}`, traits };
}
