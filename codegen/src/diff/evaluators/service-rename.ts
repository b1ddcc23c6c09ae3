import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { neighborGraph } from "../../shapes/neighbors.js";
import type { ServiceShape, Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

/** `ServiceRename`: shapes of a service's closure have another name in it ("Service closure"). */
export function* serviceRename(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service")) {
    for (const [id, name] of before.rename) {
      const renamed = after.rename.get(id);
      if (renamed === name) continue;
      const what =
        renamed === undefined
          ? `\`${id}\` to \`${name}\` was removed`
          : `\`${id}\` was changed from \`${name}\` to \`${renamed}\``;
      yield finding("ServiceRename", "ERROR", after, `Service rename of ${what}`);
    }
    const added = [...after.rename].filter(([id]) => !before.rename.has(id));
    if (added.length === 0) continue;
    const closure = closureOf(differences.oldModel, before);
    for (const [id, name] of added) {
      if (!closure.has(id)) continue;
      const message = `Service rename of \`${id}\` to \`${name}\` was added to an old shape`;
      yield finding("ServiceRename", "ERROR", after, message);
    }
  }
}

function closureOf(model: Model, service: ServiceShape): ReadonlySet<ShapeId> {
  const graph = neighborGraph(model);
  const shapes = new Set<Shape>([service]);
  for (const shape of shapes) {
    for (const { to } of graph.from(shape)) if (to !== undefined) shapes.add(to);
  }
  return new Set(Array.from(shapes, ({ id }) => id));
}
