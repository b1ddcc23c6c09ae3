import { type Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import type { OperationShape, RootShape, StructureShape } from "../shapes/shape.js";
import { nameOf, namespaceOf, shapeId, type ShapeId } from "../shapes/shape-id.js";
import { withTrait } from "./edit-traits.js";
import { removeShapes } from "./remove-shapes.js";
import { replaceShapes } from "./replace-shapes.js";
import { failedTransform, type TransformResult, transformed } from "./transform-result.js";
import { withId } from "./with-id.js";

const unit = "smithy.api#Unit";

/**
 * Every operation gets an input and an output of its own, which carry `@input` and `@output` and are named for the operation. A shape that only
 * the operation uses, and whose name starts with the operation's, is taken as it is or renamed; any other is copied. What nothing refers
 * to any more is removed. Where the name is taken, `Operation` stands before the suffix; where that is taken too, the transform fails.
 */
export function createDedicatedInputAndOutput(
  model: Model,
  inputSuffix: string,
  outputSuffix: string,
): TransformResult {
  const updates: RootShape[] = [];
  const unused: ShapeId[] = [];
  for (const operation of model.shapes.values()) {
    if (operation.kind !== "operation") continue;
    const input = dedicate(model, operation, { side: "input", suffix: inputSuffix });
    const output = dedicate(model, operation, { side: "output", suffix: outputSuffix });
    if (typeof input === "string" || typeof output === "string") {
      return failedTransform(model, [input, output].filter((side) => typeof side === "string").join(" "), operation.id);
    }
    if (!input.changed && !output.changed) continue;
    if (input.changed) updates.push(input.shape);
    if (output.changed) updates.push(output.shape);
    updates.push({ ...operation, input: input.shape.id, output: output.shape.id });
    unused.push(...abandoned(input, output));
  }
  return transformed(removeShapes(replaceShapes(model, updates), unused));
}

interface Role {
  readonly side: "input" | "output";
  readonly suffix: string;
}

interface Dedicated {
  readonly before: ShapeId;
  readonly shape: StructureShape;
  readonly changed: boolean;
  /** Whether nothing refers to the former shape any more. */
  readonly orphaned: boolean;
}

/** A structure that is both sides of its operation stays when one of them still goes by its name. */
function abandoned(input: Dedicated, output: Dedicated): readonly ShapeId[] {
  if (input.orphaned && output.orphaned) return [input.before, output.before];
  if (input.orphaned && input.before !== output.shape.id) return [input.before];
  return output.orphaned && output.before !== input.shape.id ? [output.before] : [];
}

function dedicate(model: Model, operation: OperationShape, role: Role): Dedicated | string {
  const before = model.shapes.get(operation[role.side]);
  if (before?.kind !== "structure") return `The ${role.side} of ${operation.id} is no structure.`;
  const shape = dedicatedShape(model, operation, before, role);
  if (typeof shape === "string") return shape;
  const changed = shape !== before;
  const orphaned = changed && shape.id !== before.id && isUsedOnlyBy(model, before, operation);
  return { before: before.id, shape, changed, orphaned };
}

function dedicatedShape(
  model: Model,
  operation: OperationShape,
  shape: StructureShape,
  role: Role,
): StructureShape | string {
  const trait = `smithy.api#${role.side}`;
  const wanted = shapeId(namespaceOf(operation.id), nameOf(operation.id) + role.suffix);
  const isMarked = shape.traits.has(trait);
  const isOwn = nameOf(shape.id).startsWith(nameOf(operation.id)) && isUsedOnlyBy(model, shape, operation);
  if ((isMarked || isOwn) && shape.id === wanted) return isMarked ? shape : withTrait(shape, trait, {});
  const id = freeId(model, operation, wanted, role);
  if (id === undefined) return `${wanted} already exists, and so does the name that it would get instead.`;
  // What the unit says of itself is not copied.
  const source = shape.id === unit ? emptyOf(shape) : shape;
  return isMarked ? withId(source, id) : withTrait(withId(source, id), trait, {});
}

function emptyOf({ location }: StructureShape): StructureShape {
  const none = new Map();
  return { kind: "structure", id: unit, traits: none, introducedTraits: none, members: none, mixins: [], location };
}

function freeId(model: Model, operation: OperationShape, wanted: ShapeId, { suffix }: Role): ShapeId | undefined {
  if (!model.shapes.has(wanted)) return wanted;
  const other = shapeId(namespaceOf(operation.id), nameOf(wanted).replaceAll(suffix, `Operation${suffix}`));
  return model.shapes.has(other) ? undefined : other;
}

function isUsedOnlyBy(model: Model, shape: StructureShape, operation: OperationShape): boolean {
  return neighborGraph(model)
    .to(shape.id)
    .every(({ kind, from }) => kind === "container" || from === operation);
}
