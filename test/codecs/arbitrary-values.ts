import * as fc from "fast-check";
import { isRequiredMember } from "../../codegen/src/knowledge/optionality.js";
import { enumValueOf, isSparse } from "../../codegen/src/knowledge/traits.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";

/** Values of a shape as TypeScript has them. Optional members thin out with depth, so that recursive shapes end. */
export function valuesOf(model: Model, shape: RootShape, depth = 3, own: Scalars = scalars): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "structure":
      return shape.id === "smithy.api#Unit" ? fc.constant({}) : structures(model, shape, depth, own);
    case "union":
      return fc.oneof(
        ...[...shape.members.values()]
          .filter((member) => depth > 0 || !isDeep(model, member))
          .map((member) => target(model, member, depth, own).map((value) => ({ [member.name]: value }))),
      );
    case "list": {
      const item = target(model, shape.member, depth, own);
      return fc.array(isSparse(shape) ? fc.option(item) : item, { maxLength: 4 });
    }
    case "map": {
      const value = target(model, shape.value, depth, own);
      const isEnum = expectShape(model, shape.key.target).kind === "enum";
      const keys = isEnum
        ? (target(model, shape.key, depth, own) as typeof texts)
        : fc.oneof(
            { weight: 5, arbitrary: own["string"] as typeof texts },
            { weight: 1, arbitrary: fc.constant("__proto__") },
          );
      return fc.dictionary(keys, isSparse(shape) ? fc.option(value) : value, { maxKeys: 4, noNullPrototype: true });
    }
    case "enum":
    case "intEnum":
      return fc.constantFrom(...[...shape.members.values()].map(enumValueOf));
    default:
      return own[shape.kind] ?? fc.constant(undefined);
  }
}

/** Any UTF-16, lone surrogates and controls included. */
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

const dates = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});

/** JSON has no minus zero that is worth keeping. */
const doubles = fc.double().filter((value) => !Object.is(value, -0));

/** The values of each kind of simple shape. */
export type Scalars = Readonly<Record<string, fc.Arbitrary<unknown>>>;

export const scalars: Scalars = {
  string: texts,
  boolean: fc.boolean(),
  byte: fc.integer({ min: -128, max: 127 }),
  short: fc.integer({ min: -32_768, max: 32_767 }),
  integer: fc.integer(),
  long: fc.maxSafeInteger(),
  float: fc.float().filter((value) => !Object.is(value, -0)),
  double: doubles,
  bigInteger: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  bigDecimal: fc.tuple(fc.bigInt(), fc.nat()).map(([whole, fraction]) => `${whole}.${fraction}5`),
  blob: fc.uint8Array(),
  timestamp: dates,
  document: fc
    .jsonValue({ maxDepth: 3 })
    .map((value): unknown => JSON.parse(JSON.stringify(value)))
    .filter((value) => value !== null),
};

function structures(model: Model, shape: StructureShape, depth: number, own: Scalars): fc.Arbitrary<unknown> {
  const members = [...shape.members.values()];
  const entries = members.map((member) => {
    const required = isRequiredMember(shape, member, "authoritative");
    if (!required && depth <= 0 && isDeep(model, member)) return fc.constant(undefined);
    const value = target(model, member, depth, own);
    return required ? value : fc.option(value, { nil: undefined });
  });
  return fc.tuple(...entries).map((values) => {
    const result: Record<string, unknown> = {};
    for (const [index, member] of members.entries()) {
      if (values[index] === undefined) continue;
      Object.defineProperty(result, member.name, {
        value: values[index],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return result;
  });
}

function target(model: Model, member: MemberShape, depth: number, own: Scalars): fc.Arbitrary<unknown> {
  return fc.constant(undefined).chain(() => valuesOf(model, expectShape(model, member.target), depth - 1, own));
}

function isDeep(model: Model, member: MemberShape): boolean {
  return expectShape(model, member.target).members.size > 0 && expectShape(model, member.target).kind !== "enum";
}
