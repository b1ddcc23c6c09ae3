import type { HttpBinding } from "../../knowledge/http-bindings.js";
import { isNodeNumber } from "../../shapes/node.js";
import type { StructureShape, UnionShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { Schema } from "../schema/schema.js";
import { shapeSchema } from "../schema/shape-schema.js";
import type { OpenApiContext } from "./context.js";

/**
 * The schema of a body: the structure with only the members that are in the body. Where the structure stands for errors with one
 * status code, one of those.
 */
export function bodySchema(context: OpenApiContext, bindings: readonly HttpBinding[]): Schema {
  const container = bindings[0] === undefined ? undefined : context.model.shapes.get(bindings[0].member.container);
  if (container?.kind !== "structure") return { type: "object" };
  const members = new Map(bindings.map(({ member }) => [member.name, member]));
  const body: StructureShape = { ...container, members };
  const union = context.settings.onErrorStatusConflict === "oneOf" ? sharedStatusUnion(context, body) : undefined;
  if (union === undefined) return shapeSchema(context.schemas, body);
  return {
    oneOf: [...union.members.values()].map((member) => ({
      $ref: context.schemas.pointers.pointerOf(`${union.id}$${member.name}`),
    })),
  };
}

/** The union of an error that was made, by its name and shape, from errors with one status code. */
function sharedStatusUnion({ model }: OpenApiContext, error: StructureShape): UnionShape | undefined {
  const code = error.traits.get("smithy.api#httpError")?.value;
  if (!isNodeNumber(code) || !nameOf(error.id).endsWith(`${String(code)}Error`)) return undefined;
  const targets = [...error.members.values()].map((member) => model.shapes.get(member.target));
  const [first] = targets;
  return first?.kind === "union" && targets.filter((target) => target?.kind === "union").length === 1
    ? first
    : undefined;
}
