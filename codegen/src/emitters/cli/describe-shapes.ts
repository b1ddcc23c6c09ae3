import type { EmitterInput } from "../../emit/emitter.js";
import type { LiteralValue } from "../../emit/literal.js";
import type { Names } from "../../emit/names.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { serviceIndex, unitId } from "../../knowledge/service-index.js";
import {
  effectiveTrait,
  enumValueOf,
  isSensitive,
  isSparse,
  isStreaming,
  lengthOf,
  rangeOf,
} from "../../knowledge/traits.js";
import { expectShape } from "../../shapes/model.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import { namespaceOf, type ShapeId } from "../../shapes/shape-id.js";

/** The name of a shape in a description: its own in the service; a shape of the prelude keeps its whole ID, which cannot collide. */
export function shapeKeyOf(names: Names, id: ShapeId): string {
  return namespaceOf(id) === "smithy.api" ? id : names.shapeName(id);
}

/** Every shape that an operation's input or output reaches, in the order of the walk. */
export function describeShapes(input: EmitterInput): { readonly [key: string]: LiteralValue } {
  const { model, names } = input;
  const described = new Map<string, LiteralValue>();
  const index = serviceIndex(model, input.service);
  const stack = index.operations
    .flatMap((operation) => [operation.input, operation.output])
    .toReversed() as RootShape[];
  for (let shape = stack.pop(); shape !== undefined; shape = stack.pop()) {
    const key = shapeKeyOf(names, shape.id);
    if (described.has(key) || shape.id === unitId) continue;
    described.set(key, describeShape(input, shape));
    if (shape.kind === "enum" || shape.kind === "intEnum") continue;
    for (const member of [...shape.members.values()].toReversed()) stack.push(expectShape(model, member.target));
  }
  return Object.fromEntries(described);
}

function describeShape(input: EmitterInput, shape: RootShape): LiteralValue {
  const { model, options } = input;
  const sensitive = isSensitive(model, shape) ? true : undefined;
  const minimumLength = lengthOf(model, shape)?.min || undefined;
  switch (shape.kind) {
    case "structure":
      return {
        type: "structure",
        members: Object.fromEntries(
          [...shape.members.values()].map((member) => {
            // The client fills an idempotency token in, so nobody has to give one.
            const required =
              isRequiredMember(shape, member, options.optionality) && !member.traits.has("smithy.api#idempotencyToken");
            return [member.name, { ...describeMember(input, member), required: required ? true : undefined }];
          }),
        ),
        sensitive,
      };
    case "union":
      return {
        type: "union",
        members: Object.fromEntries(
          [...shape.members.values()].map((member) => [member.name, describeMember(input, member)]),
        ),
        sensitive,
      };
    case "list":
      return {
        type: "list",
        member: describeMember(input, shape.member),
        sparse: isSparse(shape) ? true : undefined,
        minimum: minimumLength,
        sensitive,
      };
    case "map":
      return {
        type: "map",
        key: describeMember(input, shape.key),
        value: describeMember(input, shape.value),
        sparse: isSparse(shape) ? true : undefined,
        sensitive,
      };
    case "enum":
      return {
        type: "string",
        values: [...shape.members.values()].map((member) => String(enumValueOf(member))),
        sensitive,
      };
    case "string":
      return { type: "string", minimum: minimumLength, sensitive };
    case "boolean":
    case "document":
      return { type: shape.kind, sensitive };
    case "timestamp":
      return { type: "timestamp", sensitive };
    case "blob":
      return { type: "blob", streaming: isStreaming(model, shape) ? true : undefined, sensitive };
    case "intEnum":
      return { type: "integer", sensitive };
    case "long":
      return {
        type: "long",
        as: options.long === "bigint" ? "bigint" : undefined,
        ...rangeMinimum(input, shape),
        sensitive,
      };
    case "bigInteger":
      return { type: shape.kind, as: "bigint", ...rangeMinimum(input, shape), sensitive };
    case "bigDecimal":
      return { type: shape.kind, as: "string", ...rangeMinimum(input, shape), sensitive };
    case "byte":
    case "short":
    case "integer":
    case "float":
    case "double":
      return { type: shape.kind, ...rangeMinimum(input, shape), sensitive };
    default:
      throw new Error(`${shape.id} is a ${shape.kind}, which holds no data`);
  }
}

/** What a member says beyond its target. */
function describeMember(
  input: EmitterInput,
  member: MemberShape,
): { readonly [key: string]: LiteralValue | undefined } {
  const { model, names } = input;
  const ownLength = member.traits.has("smithy.api#length") ? lengthOf(model, member)?.min : undefined;
  const ownRange = member.traits.has("smithy.api#range") ? rangeMinimum(input, member).minimum : undefined;
  const sensitive = isSensitive(model, member) && !isSensitive(model, expectShape(model, member.target));
  return {
    shape: shapeKeyOf(names, member.target),
    minimum: ownRange ?? (ownLength === undefined ? undefined : String(ownLength)),
    sensitive: sensitive ? true : undefined,
  };
}

function rangeMinimum(input: EmitterInput, shape: RootShape | MemberShape): { readonly minimum: string | undefined } {
  if (effectiveTrait(input.model, shape, "smithy.api#range") === undefined) return { minimum: undefined };
  const minimum = rangeOf(input.model, shape)?.min;
  return { minimum: minimum === undefined || minimum === null ? undefined : String(minimum) };
}
