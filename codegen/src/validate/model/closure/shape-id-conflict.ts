import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { groupBy } from "../../../shapes/group-by.js";
import { isBundled, type Model } from "../../../shapes/model.js";
import type { RootShape, Shape } from "../../../shapes/shape.js";
import { compareShapeIds } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

/** `ShapeIdConflict`: IDs of shapes and members differ by more than letter case ("Shape ID conflicts"). */
export function* shapeIdConflictRule(model: Model): Iterable<Diagnostic> {
  for (const roots of groupByCase(model.shapes.values())) {
    // What comes with the tool does not conflict with itself.
    if (roots.length === 1 && roots.every(({ id }) => isBundled(model, id))) continue;
    yield* reportConflicts(roots);
    // Members can only conflict in one shape, or in shapes that conflict themselves.
    const members = roots.flatMap((root: RootShape) => [...root.members.values()]);
    for (const conflicting of groupByCase(members)) yield* reportConflicts(conflicting);
  }
}

function groupByCase<Kind extends Shape>(shapes: Iterable<Kind>): Iterable<readonly Kind[]> {
  return groupBy(shapes, ({ id }) => id.toLowerCase()).values();
}

function* reportConflicts(shapes: readonly Shape[]): Iterable<Diagnostic> {
  if (shapes.length < 2) return;
  const ids = shapes.map(({ id }) => id).toSorted(compareShapeIds);
  for (const shape of shapes) {
    const others = ids.filter((id) => id !== shape.id).map((id) => `\`${id}\``);
    const message = `Shape ID \`${shape.id}\` conflicts with other shape IDs in the model: [${others.join(", ")}]`;
    yield shapeFinding("ERROR", "ShapeIdConflict", shape, message);
  }
}
