import type { Model } from "../../shapes/model.js";
import { isNodeArray } from "../../shapes/node.js";
import { editTraits } from "../edit-traits.js";
import { mapShapes } from "../map-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

function filterTags(model: Model, keep: (tag: string) => boolean): Model {
  return mapShapes(model, (shape) =>
    editTraits(shape, (trait) => {
      if (trait.id !== "smithy.api#tags" || !isNodeArray(trait.value)) return trait;
      const value = trait.value.filter((tag) => typeof tag !== "string" || keep(tag));
      return value.length === trait.value.length ? trait : { ...trait, value };
    }),
  );
}

/** `excludeTags`: `@tags` traits without some tags. */
export const excludeTags: ProjectionTransform = {
  name: "excludeTags",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(filterTags(model, (tag) => !tags.has(tag)));
  },
};

/** `includeTags`: `@tags` traits with some tags only. */
export const includeTags: ProjectionTransform = {
  name: "includeTags",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(filterTags(model, (tag) => tags.has(tag)));
  },
};
