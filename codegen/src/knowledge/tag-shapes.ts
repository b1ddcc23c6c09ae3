import type { Model } from "../shapes/model.js";
import { isStringShape, type MemberShape, type OperationShape, type Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** A part that an operation can have in tagging, with the name that it has by default. */
export const tagOperations = {
  tag: "TagResource",
  untag: "UntagResource",
  listTags: "ListTagsForResource",
} as const;

/** The three operations with which a service's resources are tagged ("aws.api#tagEnabled trait"). */
export type TagOperation = keyof typeof tagOperations;

/** Whether a member or property is called as tags are. The `|` in brackets is Smithy's, and is accepted as a letter. */
export function isTagsName(name: string): boolean {
  return /^[T|t]ag(?:s|s?[M|m]ap|[L|l]ist)$/.test(name);
}

function isTagKeysName(name: string): boolean {
  return /^[T|t]ag[K|k]eys$/.test(name);
}

/** What is left of a name without `resource` at its start and the first `arn` is nothing. */
function isArnName(name: string): boolean {
  return name !== "" && name.replace(/^[R|r]esource/, "").replace(/[A|a]rn|ARN$/, "") === "";
}

/** Whether a shape holds tags: a list of pairs of strings, or a map of strings. */
export function isTagsShape(model: Model, shape: Shape | undefined): boolean {
  if (shape?.kind === "map") return isStringShape(model.shapes.get(shape.value.target));
  if (shape?.kind !== "list") return false;
  const pair = model.shapes.get(shape.member.target);
  if (pair?.kind !== "structure" || pair.members.size !== 2) return false;
  return [...pair.members.values()].every(({ target }) => isStringShape(model.shapes.get(target)));
}

function isTagKeysShape(model: Model, shape: Shape | undefined): boolean {
  return shape?.kind === "list" && isStringShape(model.shapes.get(shape.member.target));
}

/** Whether exactly one member of a structure has the name and the shape that tags have. */
export function hasTags(model: Model, structure: ShapeId): boolean {
  return countMembers(model, structure, isTagsName, isTagsShape) === 1;
}

/** Whether exactly one member of a structure has the name and the shape that keys of tags have. */
export function hasTagKeys(model: Model, structure: ShapeId): boolean {
  return countMembers(model, structure, isTagKeysName, isTagKeysShape) === 1;
}

function hasResourceArn(model: Model, structure: ShapeId): boolean {
  return countMembers(model, structure, isArnName, (_, shape) => isStringShape(shape)) > 0;
}

function countMembers(
  model: Model,
  structure: ShapeId,
  hasName: (name: string) => boolean,
  hasShape: (model: Model, shape: Shape | undefined) => boolean,
): number {
  const members: Iterable<MemberShape> = model.shapes.get(structure)?.members.values() ?? [];
  return [...members].filter(({ name, target }) => hasName(name) && hasShape(model, model.shapes.get(target))).length;
}

/** Whether an operation can tag any resource of its service ("Tagging operations"): it takes an ARN beside tags or their keys. */
export function isTagOperation(model: Model, { input, output }: OperationShape, kind: TagOperation): boolean {
  if (!hasResourceArn(model, input)) return false;
  if (kind === "untag") return hasTagKeys(model, input);
  return hasTags(model, kind === "tag" ? input : output);
}
