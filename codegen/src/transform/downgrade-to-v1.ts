import { isZeroValue } from "../knowledge/nullability.js";
import { equalNodes } from "../shapes/node-equality.js";
import { resolveTarget } from "../shapes/model-index.js";
import type { Model } from "../shapes/model.js";
import type { MemberShape, RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { downgradeEnums } from "./downgrade-enums.js";
import { withMembers } from "../shapes/edit-members.js";
import { withoutTraits } from "./edit-traits.js";
import { flattenAndRemoveMixins } from "./flatten-and-remove-mixins.js";
import { mapShapes } from "./map-shapes.js";

const defaultTrait = "smithy.api#default";
const defaultTraits: ReadonlySet<ShapeId> = new Set([defaultTrait, "smithy.api#addedDefault"]);
const propertyTraits: ReadonlySet<ShapeId> = new Set(["smithy.api#property", "smithy.api#notProperty"]);
const clientOptional: ReadonlySet<ShapeId> = new Set(["smithy.api#clientOptional"]);

/**
 * The model as version 1.0 of the language can say it: without mixins, enum shapes, properties of resources, `@clientOptional`, and defaults
 * that are not the zero value that both a member and its target have. Null defaults stay, since they mean boxed members.
 */
export function downgradeToV1(model: Model): Model {
  const downgraded = downgradeEnums(flattenAndRemoveMixins(model));
  const strip = <Stripped extends RootShape | MemberShape>(shape: Stripped): Stripped => {
    const plain = withoutTraits(shape, propertyTraits);
    return hasDefaultOfV1(downgraded, plain) ? plain : withoutTraits(plain, defaultTraits);
  };
  return mapShapes(downgraded, (shape) => {
    const isStructure = shape.kind === "structure";
    const stripped = withMembers(strip(shape), (member) =>
      isStructure ? withoutTraits(strip(member), clientOptional) : strip(member),
    );
    return stripped.kind === "resource" && stripped.properties.size > 0
      ? { ...stripped, properties: new Map() }
      : stripped;
  });
}

/** Whether the default, if there is one, means something in version 1.0. */
function hasDefaultOfV1(model: Model, shape: RootShape | MemberShape): boolean {
  const value = shape.traits.get(defaultTrait)?.value;
  if (shape.kind === "member" && shape.traits.has("smithy.api#addedDefault")) return false;
  if (value === undefined || value === null) return true;
  const target = resolveTarget(model, shape);
  const common = target?.traits.get(defaultTrait)?.value;
  return target !== undefined && common !== undefined && equalNodes(common, value) && isZeroValue(value, target.kind);
}
