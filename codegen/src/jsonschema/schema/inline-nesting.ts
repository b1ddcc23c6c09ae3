import type { Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";

/** More than any model of use has; schemas that stand in each other are written recursively. */
const deepest = 200;

/** Why the schemas of some shapes have no end, or are too deep in each other: lists and maps that stand inside one another. */
export function nestingProblem(
  model: Model,
  shapes: ReadonlyMap<ShapeId, RootShape>,
  isInlined: (shape: RootShape) => boolean,
): string | undefined {
  const depths = new Map<ShapeId, number>();
  for (const start of shapes.values()) {
    const chain = new Set<RootShape>();
    let shape: RootShape | undefined = start;
    while (shape !== undefined && isContainer(shape) && !depths.has(shape.id) && isInlined(shape)) {
      if (chain.has(shape)) return `Shape \`${shape.id}\` is inlined into itself`;
      chain.add(shape);
      shape = contentOf(model, shape);
    }
    let depth = shape === undefined ? 0 : (depths.get(shape.id) ?? 0);
    for (const container of [...chain].toReversed()) {
      depth += 1;
      depths.set(container.id, depth);
      if (depth > deepest) return `Shape \`${container.id}\` has more than ${deepest} lists or maps inside one another`;
    }
  }
  return undefined;
}

function isContainer({ kind }: RootShape): boolean {
  return kind === "list" || kind === "map";
}

function contentOf(model: Model, shape: RootShape): RootShape | undefined {
  if (shape.kind === "list") return model.shapes.get(shape.member.target);
  return shape.kind === "map" ? model.shapes.get(shape.value.target) : undefined;
}
