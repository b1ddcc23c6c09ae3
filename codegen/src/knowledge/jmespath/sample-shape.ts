import { hashOrder } from "../../shapes/hash-order.js";
import type { Model } from "../../shapes/model.js";
import { resolveTarget } from "../../shapes/model-index.js";
import { isNodeNumber, nodeMember } from "../../shapes/node.js";
import type { ListShape, MapShape, MemberShape, RootShape, Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { anySample, numberSample, type ObjectSample, type Sample } from "./sample.js";

/** Beyond this, more elements or characters make no difference that an expression could see. */
const maximumLength = 100;

/** The members between a shape and the one that the sample was asked for, each with those beside it that came before. */
interface Path {
  readonly container: ShapeId;
  readonly first: number;
  readonly last: number;
  readonly above: Path | undefined;
}

/**
 * A sample of the values of a shape or member, as Smithy's implementation makes it for static analysis: two elements in lists and
 * maps, two letters in strings and 8 for numbers as far as `length` and `range` allow; `any` for documents, for what does not
 * resolve, and where a shape comes back to a member that was seen before.
 */
export function sampleOfShape(model: Model, shape: Shape): Sample {
  if (shape.kind !== "member") return sampleOfRoot(model, shape, undefined);
  const index = [...(model.shapes.get(shape.container)?.members.keys() ?? [])].indexOf(shape.name);
  return sampleOfTarget(model, shape, { container: shape.container, first: index, last: index, above: undefined });
}

function sampleOfTarget(model: Model, member: MemberShape, path: Path): Sample {
  const target = resolveTarget(model, member);
  return target === undefined ? anySample : sampleOfRoot(model, target, path);
}

function sampleOfRoot(model: Model, shape: RootShape, path: Path | undefined): Sample {
  switch (shape.kind) {
    case "blob":
      return { type: "string", value: "blob" };
    case "boolean":
      return { type: "boolean", value: true };
    case "string":
    case "enum":
      return { type: "string", value: "a".repeat(lengthOf(shape)) };
    case "timestamp":
      return numberSample;
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      return { type: "number", value: valueIn(shape) };
    case "list":
      return sampleOfList(model, shape, path);
    case "map":
      return sampleOfMap(model, shape, path);
    case "structure":
    case "union":
      return sampleOfMembers(model, shape, path);
    default:
      return anySample;
  }
}

function sampleOfList(model: Model, shape: ListShape, path: Path | undefined): Sample {
  return {
    type: "array",
    items: once(() => {
      const item = sampleOfMember(model, shape.member, 0, path);
      return Array.from({ length: lengthOf(shape) }, () => item);
    }),
  };
}

function sampleOfMap(model: Model, shape: MapShape, path: Path | undefined): ObjectSample {
  const key = resolveTarget(model, shape.key);
  const prefix = "a".repeat(key === undefined ? 0 : lengthOf(key));
  const names = Array.from({ length: lengthOf(shape) }, (_, index) => `${prefix}${index}`);
  const value = once(() => sampleOfMember(model, shape.value, 1, path));
  return { type: "object", names: hashOrder(names), field: (name) => (names.includes(name) ? value() : undefined) };
}

function sampleOfMembers(model: Model, shape: RootShape, path: Path | undefined): ObjectSample {
  const fields = new Map(
    [...shape.members.values()].map((member, index) => [
      member.name,
      once(() => sampleOfMember(model, member, index, path)),
    ]),
  );
  return { type: "object", names: [...fields.keys()], field: (name) => fields.get(name)?.() };
}

function sampleOfMember(model: Model, member: MemberShape, index: number, above: Path | undefined): Sample {
  const { container } = member;
  for (let path = above; path !== undefined; path = path.above) {
    if (path.container === container && path.first <= index && index <= path.last) return anySample;
  }
  return sampleOfTarget(model, member, { container, first: 0, last: index, above });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function lengthOf(shape: Shape): number {
  return Math.trunc(Math.min(Math.max(clampTo(shape, "smithy.api#length", 2), 0), maximumLength));
}

function valueIn(shape: Shape): number {
  return clampTo(shape, "smithy.api#range", 8);
}

/** The value, or the nearest that the trait's `min` and `max` allow; `max` wins. */
function clampTo(shape: Shape, trait: ShapeId, value: number): number {
  const bounds = shape.traits.get(trait)?.value;
  const min = nodeMember(bounds, "min");
  const max = nodeMember(bounds, "max");
  const raised = isNodeNumber(min) ? Math.max(value, Number(String(min))) : value;
  return isNodeNumber(max) ? Math.min(raised, Number(String(max))) : raised;
}
