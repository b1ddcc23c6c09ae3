import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { hasTagKeys, hasTags, type TagOperation } from "../../knowledge/tag-shapes.js";
import { configuredOperation, hasTagOperations, isTaggedOnUpdate, takesTags } from "../../knowledge/tagging.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { OperationShape, ResourceShape, ServiceShape } from "../../shapes/shape.js";
import { shapeFinding } from "../shape-finding.js";

const code = "TaggableResource";

/** `TaggableResource`: a resource with tags can be tagged by operations of its own or of its service ("taggable trait"). */
export function* taggableResourceRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const isServiceWide = hasTagOperations(model, service);
    for (const resource of boundEntities(model, service).resources) {
      const isTaggable = resource.traits.has("aws.api#taggable");
      const isLikelyTaggable = isTaggable || (resource.traits.has("aws.api#arn") && isServiceWide);
      if (isTaggable) yield* checkResource(model, resource, service, isServiceWide);
      else if (isLikelyTaggable) {
        yield shapeFinding("WARNING", code, resource, "Resource is likely missing `aws.api#taggable` trait.");
      }
      if (isLikelyTaggable && !service.traits.has("aws.api#tagEnabled")) {
        const message =
          "Service has resources with `aws.api#taggable` applied but does not have the `aws.api#tagEnabled` trait.";
        yield shapeFinding("WARNING", code, service, message);
      }
    }
  }
}

function* checkResource(
  model: Model,
  resource: ResourceShape,
  service: ServiceShape,
  isServiceWide: boolean,
): Iterable<Diagnostic> {
  const update = model.shapes.get(resource.update ?? resource.put ?? "");
  if (update !== undefined && isTaggedOnUpdate(model, resource)) {
    const message =
      "Update and put resource lifecycle operations should not support updating tags because it is a privileged operation that modifies access.";
    yield shapeFinding("DANGER", code, update, message);
  }
  if (isTaggableByItself(model, resource)) return;
  if (!isServiceWide) {
    const message = `Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations for service \`${service.id}\`.`;
    yield shapeFinding("DANGER", code, resource, message);
  } else if (!resource.traits.has("aws.api#arn")) {
    // The name of the trait is misspelt in Smithy's message.
    const message = "Resource is taggable only via service-wide tag operations. It must use the `aws.api@arn` trait.";
    yield shapeFinding("ERROR", code, resource, message);
  }
}

/** Whether the operations that the trait of the resource names can tag it. */
function isTaggableByItself(model: Model, resource: ResourceShape): boolean {
  const tag = operationOf(model, resource, "tag");
  const untag = operationOf(model, resource, "untag");
  const listTags = operationOf(model, resource, "listTags");
  if (tag === undefined || untag === undefined || listTags === undefined) return false;
  return (
    takesTags(model, resource, tag.id) &&
    hasTags(model, tag.input) &&
    hasTagKeys(model, untag.input) &&
    hasTags(model, listTags.output)
  );
}

function operationOf(model: Model, resource: ResourceShape, kind: TagOperation): OperationShape | undefined {
  const trait = resource.traits.get("aws.api#taggable");
  const id = trait === undefined ? undefined : configuredOperation(trait, kind);
  const operation = id === undefined ? undefined : model.shapes.get(id);
  return operation?.kind === "operation" ? operation : undefined;
}
