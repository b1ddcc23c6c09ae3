import type { Model } from "../../shapes/model.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

function filterMetadata(model: Model, keep: (key: string) => boolean): Model {
  const entries = Object.entries(model.metadata);
  const kept = entries.filter(([key]) => keep(key));
  return kept.length === entries.length ? model : { ...model, metadata: Object.fromEntries(kept) };
}

/** `excludeMetadata`: metadata without some keys. */
export const excludeMetadata: ProjectionTransform = {
  name: "excludeMetadata",
  listArgument: "keys",
  keys: ["keys"],
  apply: ({ model }, given) => {
    const keys = textsOf(given, "keys");
    return transformed(filterMetadata(model, (key) => !keys.has(key)));
  },
};

/** `includeMetadata`: metadata with some keys only. */
export const includeMetadata: ProjectionTransform = {
  name: "includeMetadata",
  listArgument: "keys",
  keys: ["keys"],
  apply: ({ model }, given) => {
    const keys = textsOf(given, "keys");
    return transformed(filterMetadata(model, (key) => keys.has(key)));
  },
};
