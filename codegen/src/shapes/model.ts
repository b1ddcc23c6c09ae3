import type { Location } from "../source/source.js";
import type { NodeObject } from "./node.js";
import type { MemberShape, RootShape, Shape, ShapeOfKind, Traits } from "./shape.js";
import { containerOf, memberNameOf, type ShapeId } from "./shape-id.js";

/** An immutable semantic model: every shape of it and of the prelude, mixins applied, and the merged metadata. */
export interface Model {
  /** Root shapes in the order they were loaded: prelude and trait modules first, then the user's files. */
  readonly shapes: ReadonlyMap<ShapeId, RootShape>;
  readonly metadata: NodeObject;
  /** Where each key of the metadata was first set. */
  readonly metadataLocations?: ReadonlyMap<string, Location> | undefined;
  /** Traits that files apply to what is not in the model: to shapes that were left out of it, or that nobody defines. */
  readonly strayTraits?: ReadonlyMap<ShapeId, Traits> | undefined;
  /** Shapes of the prelude and of trait modules, which no file of the model defines. Absent means those of the prelude. */
  readonly bundled?: ReadonlySet<ShapeId> | undefined;
}

/**
 * True for a shape or member that came with the tool, the prelude's and those of trait modules, not with the model's files.
 *
 * @param id - absolute; the shape need not exist
 */
export function isBundled(model: Model, id: ShapeId): boolean {
  return model.bundled?.has(containerOf(id)) ?? id.startsWith("smithy.api#");
}

/**
 * The shape or member with this ID, bundled ones included.
 *
 * @param id - absolute, such as `smithy.api#String` or `example#Layer$digest` (Smithy 2.0, "Shape ID")
 * @returns undefined where the model has none
 */
export function findShape(model: Model, id: ShapeId): Shape | undefined {
  const member = memberNameOf(id);
  if (member === undefined) return model.shapes.get(id);
  return model.shapes.get(containerOf(id))?.members.get(member);
}

/**
 * The root shape with this ID, in a model whose references are known to resolve.
 *
 * @param id - absolute, without a member
 * @throws Error when there is none: a defect of the caller, since an unresolved target is a diagnostic before.
 */
export function expectShape(model: Model, id: ShapeId): RootShape {
  const shape = model.shapes.get(id);
  if (shape === undefined) throw new Error(`The model has no shape ${id}`);
  return shape;
}

/** {@link expectShape} for one kind. */
export function expectKind<Kind extends RootShape["kind"]>(
  model: Model,
  id: ShapeId,
  kind: Kind,
): ShapeOfKind<Kind, RootShape> {
  const shape = expectShape(model, id);
  if (shape.kind !== kind) throw new Error(`Expected ${id} to be a ${kind}, but it is a ${shape.kind}`);
  return shape as ShapeOfKind<Kind, RootShape>;
}

/**
 * What a member targets, in a model whose references are known to resolve.
 *
 * @throws Error when there is no such shape: a defect of the caller
 */
export function targetOf(model: Model, member: MemberShape): RootShape {
  return expectShape(model, member.target);
}
