import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `ModelDeprecation`: sets, of version 1.0 ("Updating models from 1.0 to 2.0"). */
export function* setRule(model: Model): Iterable<Diagnostic> {
  const message =
    "Set shapes are deprecated and have been removed in Smithy IDL v2. Use a list shape with the @uniqueItems trait instead.";
  for (const list of modelIndex(model).ofKind("list")) {
    if (list.isSet === true) yield shapeFinding("WARNING", "ModelDeprecation", list, message);
  }
}
