import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isTagsName } from "../../knowledge/tag-shapes.js";
import { tagProperty } from "../../knowledge/tagging.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `TagResourcePropertyName`: the property that holds tags is called as tags are ("taggable trait"). */
export function* tagResourcePropertyNameRule(model: Model): Iterable<Diagnostic> {
  for (const [resource] of carriers(model, "resource", "aws.api#taggable")) {
    const property = tagProperty(resource);
    if (property === undefined || isTagsName(property)) continue;
    const message = "Suggested tag property name is '[T|t]ags'.";
    yield shapeFinding("WARNING", "TagResourcePropertyName", resource, message);
  }
}
