import { describeLocation } from "../../../diagnostics/describe-location.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import { walkShapes } from "../../../knowledge/walk-shapes.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { nodeMember } from "../../../shapes/node.js";
import type { ServiceShape, Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

/** `NoInlineDocumentSupport`: services of a protocol without documents have none ("protocolDefinition trait"). */
export function* noInlineDocumentSupportRule(model: Model): Iterable<Diagnostic> {
  const protocols = traitDefinitions(model).filter(({ traits }) => {
    return nodeMember(traits.get("smithy.api#protocolDefinition")?.value, "noInlineDocumentSupport") === true;
  });
  for (const service of modelIndex(model).ofKind("service")) {
    const used = protocols.filter(({ id }) => service.traits.has(id));
    const documents = used.length === 0 ? [] : documentsOf(model, service);
    if (documents.length === 0) continue;
    const list = documents.map(({ id, location }) => `${id} @ ${describeLocation(location)}`).join(", ");
    for (const { id } of used) {
      const message = `This service uses the \`${id}\` protocol which does not support inline document types, but the following document types were found in the closure of the service: [${list}]`;
      yield shapeFinding("ERROR", "NoInlineDocumentSupport", service, message, service.traits.get(id));
    }
  }
}

function documentsOf(model: Model, service: ServiceShape): readonly Shape[] {
  const documents = [...walkShapes(model, service)].filter(({ kind }) => kind === "document");
  return documents.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
