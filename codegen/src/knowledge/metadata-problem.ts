import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";

/** What is wrong with a metadata key that configures validation: an error of the model as a whole. */
export function metadataProblem(model: Model, key: string, message: string): Diagnostic {
  return { code: "Model", severity: "ERROR", message, location: model.metadataLocations?.get(key) };
}
