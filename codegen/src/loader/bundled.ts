import { simpleKinds, type RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

let cached: ReadonlyMap<ShapeId, RootShape> | undefined;

/** The shapes that every model has without defining them. */
export function bundledShapes(): ReadonlyMap<ShapeId, RootShape> {
  cached ??= new Map(simpleShapes().map((shape) => [shape.id, shape]));
  return cached;
}

function simpleShapes(): readonly RootShape[] {
  const common = { mixins: [], members: new Map(), traits: new Map(), introducedTraits: new Map() };
  const named = simpleKinds.map((kind): RootShape => {
    const name = kind.charAt(0).toUpperCase() + kind.slice(1);
    return { ...common, kind, id: `smithy.api#${name}` };
  });
  return [...named, { ...common, kind: "structure", id: "smithy.api#Unit" }];
}
