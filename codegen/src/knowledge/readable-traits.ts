import { withMembers } from "../shapes/edit-members.js";
import { isBundled, type Model } from "../shapes/model.js";
import type { AppliedTrait, MemberShape, RootShape, Traits } from "../shapes/shape.js";
import { readerOf } from "./trait-creation/reader-of.js";

/**
 * The model without the traits whose values Smithy cannot read. It reports those as errors, and to all that looks at the model
 * afterwards they were never applied. The same model where all can be read.
 */
export function withReadableTraits(model: Model): Model {
  const changed = new Map<string, RootShape>();
  for (const [id, shape] of model.shapes) {
    if (isBundled(model, id)) continue;
    const readable = readableShape(model, shape);
    if (readable !== shape) changed.set(id, readable);
  }
  return changed.size === 0 ? model : { ...model, shapes: new Map([...model.shapes, ...changed]) };
}

function readableShape(model: Model, shape: RootShape): RootShape {
  return withMembers(withoutUnreadable(model, shape), (member) => withoutUnreadable(model, member));
}

function withoutUnreadable<Changed extends RootShape | MemberShape>(model: Model, shape: Changed): Changed {
  const isReadable = (trait: AppliedTrait): boolean =>
    !isBundled(model, trait.id) || readerOf(trait.id)?.(trait.value, shape.id) === undefined;
  const traits = [...shape.traits.values()];
  if (traits.every(isReadable)) return shape;
  const keep = (from: Traits): Traits => new Map([...from].filter(([, trait]) => isReadable(trait)));
  return { ...shape, traits: keep(shape.traits), introducedTraits: keep(shape.introducedTraits) };
}
