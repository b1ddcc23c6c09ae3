import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Shape, ShapeKind } from "../../shapes/shape.js";
import type { Differences } from "../differences.js";
import { finding } from "../evaluator.js";

/** Shapes that generated code need not have a name for. */
const scalarKinds: ReadonlySet<ShapeKind> = new Set([
  "bigDecimal",
  "bigInteger",
  "blob",
  "boolean",
  "byte",
  "double",
  "float",
  "integer",
  "long",
  "short",
  "string",
  "timestamp",
]);

/** `RemovedShape`, `RemovedShape.ScalarShape`: the new model lacks a shape, or a shape a member, that the old one has. */
export function* removedShape({ removed, newModel }: Differences): Iterable<Diagnostic> {
  for (const shape of removed) {
    if (shape.traits.has("smithy.api#private")) continue;
    // Members of a shape that is gone are reported with it.
    if (shape.kind === "member" && !newModel.shapes.has(shape.container)) continue;
    const message = `Removed ${shape.kind} \`${shape.id}\``;
    if (isScalar(shape)) yield finding("RemovedShape.ScalarShape", "WARNING", shape, message);
    else yield finding("RemovedShape", "ERROR", shape, message);
  }
}

function isScalar(shape: Shape): boolean {
  return scalarKinds.has(shape.kind) && !(shape.kind === "string" && shape.traits.has("smithy.api#enum"));
}
