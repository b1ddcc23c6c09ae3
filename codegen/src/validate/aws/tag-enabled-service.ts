import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { configuredOperation, hasTagOperations, tagOperationKinds } from "../../knowledge/tagging.js";
import { tagOperations } from "../../knowledge/tag-shapes.js";
import type { Model } from "../../shapes/model.js";
import { nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

const code = "TagEnabledService";

/** `TagEnabledService`: a service with tags has resources to tag and consistent operations for it ("tagEnabled trait"). */
export function* tagEnabledServiceRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", "aws.api#tagEnabled")) {
    if (!boundEntities(model, service).resources.some(({ traits }) => traits.has("aws.api#taggable"))) {
      const message = "Service marked `aws.api#tagEnabled` trait must have at least one `aws.api#taggable` resource.";
      yield shapeFinding("ERROR", code, service, message);
    }
    if (nodeMember(trait.value, "disableDefaultOperations") !== true && !hasTagOperations(model, service)) {
      const message =
        "Service marked `aws.api#tagEnabled` trait does not have consistent tagging operations implemented: {TagResource, UntagResource, and ListTagsForResource}.";
      yield shapeFinding("WARNING", code, service, message);
    }
    yield* checkConfiguration(service, trait);
  }
}

/** An operation that has a default name although another is configured. */
function* checkConfiguration(service: ServiceShape, trait: AppliedTrait): Iterable<Diagnostic> {
  for (const kind of tagOperationKinds) {
    const defaultName = tagOperations[kind];
    const configured = configuredOperation(trait, kind);
    if (configured === undefined || nameOf(configured) === defaultName) continue;
    if (!service.operations.some((id) => nameOf(id) === defaultName)) continue;
    const message = `Service has \`apiConfig.${kind}Api\` set to \`${configured}\` but also has a service-bound operation named \`${defaultName}\`. The default-named operation will be ignored for tagging API discovery. Remove either the \`apiConfig\` override or the \`${defaultName}\` operation to avoid ambiguity.`;
    yield shapeFinding("WARNING", code, service, message, trait);
  }
}
