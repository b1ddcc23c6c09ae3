import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";

/** The state that building shapes shares. */
export interface Building {
  readonly draft: ModelDraft;
  readonly bundled: ReadonlyMap<ShapeId, RootShape>;
  /** What is built so far; a shape's mixins are built before it. */
  readonly built: Map<ShapeId, RootShape>;
  /** Members that shapes have of mixins, those of shapes that are left out too. */
  readonly inherited: Set<ShapeId>;
  readonly diagnostics: Diagnostic[];
}

/** What shapes of all kinds have. */
export type CommonParts = Pick<RootShape, "id" | "traits" | "introducedTraits" | "mixins" | "members" | "location">;

/** The shape with this ID, if it is already built or bundled. */
export function findBuilt(building: Building, id: ShapeId): RootShape | undefined {
  return building.built.get(id) ?? building.bundled.get(id);
}
