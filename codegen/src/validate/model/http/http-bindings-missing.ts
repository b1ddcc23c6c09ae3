import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { boundEntities } from "../../../knowledge/bound-entities.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { ServiceShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

/** `HttpBindingsMissing`: all operations of a service have the `http` trait, or none ("HTTP bindings"). */
export function* httpBindingsMissingRule(model: Model): Iterable<Diagnostic> {
  if (modelIndex(model).withTrait("smithy.api#http").length === 0) return;
  for (const service of modelIndex(model).ofKind("service")) yield* checkService(model, service);
}

function* checkService(model: Model, service: ServiceShape): Iterable<Diagnostic> {
  const { operations } = boundEntities(model, service);
  const missing = operations.filter(({ traits }) => !traits.has("smithy.api#http"));
  const protocol = protocolWithBindings(model, service);
  if (protocol === undefined && missing.length === operations.length) return;
  const reason = protocol === undefined ? "One or more" : `The \`${protocol}\` protocol requires all`;
  const severity = protocol === undefined ? "WARNING" : "ERROR";
  const message = `${reason} operations in the \`${service.id}\` service define the \`http\` trait, but this operation is missing the \`http\` trait.`;
  for (const operation of missing) yield shapeFinding(severity, "HttpBindingsMissing", operation, message);
}

/** The first of the service's protocols that uses the `http` trait. */
function protocolWithBindings(model: Model, service: ServiceShape): ShapeId | undefined {
  return [...service.traits.keys()].toSorted().find((id) => {
    const definition = model.shapes.get(id)?.traits.get("smithy.api#protocolDefinition");
    const used = nodeMember(definition?.value, "traits");
    return isNodeArray(used) && used.includes("smithy.api#http");
  });
}
