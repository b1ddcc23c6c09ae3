import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type ServiceTagOperation, serviceTagging, tagOperationKinds } from "../../knowledge/tagging.js";
import { tagOperations } from "../../knowledge/tag-shapes.js";
import type { Model } from "../../shapes/model.js";
import type { AppliedTrait, ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `ServiceTagging`: a service with tags has the operations for them, and they are fit for that ("tagEnabled trait"). */
export function* serviceTaggingRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", "aws.api#tagEnabled")) {
    const tagging = serviceTagging(model, service);
    if (tagging === undefined) continue;
    for (const kind of tagOperationKinds) yield* checkOperation(service, trait, tagging[kind], tagOperations[kind]);
  }
}

function* checkOperation(
  service: ServiceShape,
  trait: AppliedTrait,
  { id, isValid, configured }: ServiceTagOperation,
  defaultName: string,
): Iterable<Diagnostic> {
  if (id === undefined) {
    const missing = "Service marked `aws.api#TagEnabled` is missing an operation named ";
    const name =
      configured === undefined ? `'${defaultName}.'` : `'${nameOf(configured)}' (specified by \`apiConfig\`).`;
    yield shapeFinding("WARNING", "ServiceTagging", service, missing + name, trait);
  } else if (!isValid) {
    const message = `Shape \`${id}\` does not satisfy '${defaultName}' operation requirements.`;
    yield shapeFinding("DANGER", "ServiceTagging", service, message, trait);
  }
}
