import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isTagsShape } from "../../knowledge/tag-shapes.js";
import { tagProperty } from "../../knowledge/tagging.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `TagResourcePropertyType`: the property that holds tags has a shape for them ("taggable trait"). */
export function* tagResourcePropertyTypeRule(model: Model): Iterable<Diagnostic> {
  for (const [resource] of carriers(model, "resource", "aws.api#taggable")) {
    const property = resource.properties.get(tagProperty(resource) ?? "");
    if (property === undefined || isTagsShape(model, model.shapes.get(property))) continue;
    const message =
      "Tag property must be a list shape targeting a member containing a pair of strings, or a Map shape targeting a string member.";
    yield shapeFinding("ERROR", "TagResourcePropertyType", resource, message);
  }
}
