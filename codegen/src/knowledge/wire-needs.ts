import { expectShape, type Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** What reading JSON of a shape takes beyond `JSON.parse`. */
export interface WireNeeds {
  /** Some number may be one that a double rounds. */
  readonly lossless: boolean;
  /** The data may nest without end: a recursive shape or a document. */
  readonly nests: boolean;
}

/** Looks at all that a shape reaches. `long` says how longs are typed: as numbers, unsafe integers are errors either way. */
export function wireNeedsOf(model: Model, id: ShapeId, long: "number" | "bigint"): WireNeeds {
  let lossless = false;
  let nests = false;
  const done = new Set<ShapeId>();
  const open = new Set<ShapeId>();
  const visit = (shape: RootShape): void => {
    if (open.has(shape.id)) nests = true;
    if (done.has(shape.id)) return;
    done.add(shape.id);
    if (shape.kind === "document") nests = true;
    if (shape.kind === "bigInteger" || shape.kind === "bigDecimal") lossless = true;
    if (shape.kind === "long" && long === "bigint") lossless = true;
    if (shape.kind === "enum" || shape.kind === "intEnum") return;
    open.add(shape.id);
    for (const member of shape.members.values()) visit(expectShape(model, member.target));
    open.delete(shape.id);
  };
  visit(expectShape(model, id));
  return { lossless, nests };
}
