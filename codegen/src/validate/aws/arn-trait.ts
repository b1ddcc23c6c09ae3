import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { arnTraitOf } from "../../knowledge/arns.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `ArnTrait`: only an absolute ARN has a resource delimiter ("arn trait"). */
export function* arnTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [resource, trait] of carriers(model, "resource", "aws.api#arn")) {
    const arn = arnTraitOf(resource);
    if (arn === undefined || arn.absolute || arn.resourceDelimiter === undefined) continue;
    const message = "A `resourceDelimiter` can only be set for an `absolute` ARN.";
    yield shapeFinding("ERROR", "ArnTrait", resource, message, trait);
  }
}
