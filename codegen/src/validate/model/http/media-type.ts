import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { mediaTypeProblem } from "../../../knowledge/media-type.js";
import { stringTrait } from "../../../knowledge/traits.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `MediaType`: a media type has the form of RFC 9110, section 8.3.1 ("mediaType trait"). */
export function* mediaTypeRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait("smithy.api#mediaType")) {
    const value = stringTrait(shape, "smithy.api#mediaType");
    const problem = value === undefined ? undefined : mediaTypeProblem(value);
    if (problem === undefined) continue;
    const message = `Invalid mediaType value, "${value}": ${problem}`;
    yield shapeFinding("ERROR", "MediaType", shape, message, shape.traits.get("smithy.api#mediaType"));
  }
}
