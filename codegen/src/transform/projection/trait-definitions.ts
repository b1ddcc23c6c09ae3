import { hasAnyTag } from "../../knowledge/tags.js";
import type { Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import { namespaceOf } from "../../shapes/shape-id.js";
import { removeShapes } from "../remove-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { isNamed } from "./trait-names.js";
import { textsOf } from "./transform-arguments.js";

function removeDefinitions(model: Model, isRemoved: (definition: RootShape) => boolean): Model {
  const removed = [...model.shapes.values()].filter(
    (shape) => shape.traits.has("smithy.api#trait") && isRemoved(shape),
  );
  return removeShapes(
    model,
    removed.map(({ id }) => id),
  );
}

/** `excludeTraits`: without the definitions and applications of some traits. */
export const excludeTraits: ProjectionTransform = {
  name: "excludeTraits",
  listArgument: "traits",
  keys: ["traits"],
  apply: ({ model }, given) => {
    const traits = textsOf(given, "traits");
    return transformed(removeDefinitions(model, ({ id }) => isNamed(traits, id)));
  },
};

/** `includeTraits`: with the definitions and applications of some traits only. What makes shapes traits stays. */
export const includeTraits: ProjectionTransform = {
  name: "includeTraits",
  listArgument: "traits",
  keys: ["traits"],
  apply: ({ model }, given) => {
    const traits = textsOf(given, "traits");
    return transformed(removeDefinitions(model, ({ id }) => id !== "smithy.api#trait" && !isNamed(traits, id)));
  },
};

function isPrelude({ id }: RootShape): boolean {
  return namespaceOf(id) === "smithy.api";
}

/** `excludeTraitsByTag`: without the traits whose definitions have one of some tags. */
export const excludeTraitsByTag: ProjectionTransform = {
  name: "excludeTraitsByTag",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(removeDefinitions(model, (trait) => !isPrelude(trait) && hasAnyTag(trait, tags)));
  },
};

/** `includeTraitsByTag`: with only the traits of the prelude and those whose definitions have one of some tags. */
export const includeTraitsByTag: ProjectionTransform = {
  name: "includeTraitsByTag",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(removeDefinitions(model, (trait) => !isPrelude(trait) && !hasAnyTag(trait, tags)));
  },
};
