import { hasAnyTag } from "../../knowledge/tags.js";
import { modelWithoutTraitShapes } from "../model-without-trait-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

/** `removeTraitDefinitions`: without definitions of traits that have none of some tags. Their applications stay. */
export const removeTraitDefinitions: ProjectionTransform = {
  name: "removeTraitDefinitions",
  keys: ["exportTagged"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "exportTagged");
    return transformed(modelWithoutTraitShapes(model, (definition) => !hasAnyTag(definition, tags)));
  },
};
