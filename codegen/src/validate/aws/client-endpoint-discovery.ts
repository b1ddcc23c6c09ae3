import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type EndpointDiscovery, endpointDiscoveryOf } from "../../knowledge/endpoint-discovery.js";
import type { Model } from "../../shapes/model.js";
import { nameOf } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { checkEndpointOperation } from "./endpoint-operation.js";

const code = "ClientEndpointDiscovery";
const marker = "aws.api#clientDiscoveredEndpoint";

/**
 * `ClientEndpointDiscovery`, with `MissingErrorDefinition`, `UnboundOperation` and `NoOperations`: a service that discovers endpoints has
 * an operation for it, an error for those that are no more, and operations that use them ("Client Endpoint Discovery").
 */
export function* clientEndpointDiscoveryRule(model: Model): Iterable<Diagnostic> {
  const discoveries = Array.from(carriers(model, "service", "aws.api#clientEndpointDiscovery"), ([service]) =>
    endpointDiscoveryOf(model, service),
  ).filter((discovery) => discovery !== undefined);
  for (const discovery of discoveries) {
    yield* checkService(discovery);
    if (discovery.operation !== undefined) yield* checkEndpointOperation(model, discovery.operation);
  }
  yield* checkDiscovered(model, discoveries);
}

function* checkService({
  service,
  applied,
  operationId,
  errorId,
  discovered,
}: EndpointDiscovery): Iterable<Diagnostic> {
  if (errorId === undefined) {
    const message = "Services SHOULD define an error which indicates an endpoint is invalid.";
    yield shapeFinding("DANGER", `${code}.MissingErrorDefinition`, service, message, applied);
  }
  if (!service.operations.includes(operationId)) {
    const message = `The operation \`${operationId}\` must be bound to the service \`(service: \`${service.id}\`)\` to use it as the endpoint operation.`;
    yield shapeFinding("ERROR", `${code}.UnboundOperation.${nameOf(operationId)}`, service, message);
  }
  if (discovered.length === 0) {
    const message = `The service \`${service.id}\` is configured to use endpoint discovery, but has no operations bound with the \`${marker}\` trait.`;
    yield shapeFinding("WARNING", `${code}.NoOperations`, service, message);
  }
}

function* checkDiscovered(model: Model, discoveries: readonly EndpointDiscovery[]): Iterable<Diagnostic> {
  const attached = new Set(discoveries.flatMap(({ discovered }) => discovered));
  for (const [operation] of carriers(model, "operation", marker)) {
    if (attached.has(operation)) continue;
    const message = `The operation \`${operation.id}\` is marked with \`${marker}\` but is not attached to a service with the \`aws.api#clientEndpointDiscovery\` trait.`;
    yield shapeFinding("ERROR", code, operation, message);
  }
  for (const { service, error, discovered } of discoveries) {
    if (error === undefined) continue;
    for (const operation of discovered) {
      if (operation.errors.includes(error.id)) continue;
      const message = `The operation \`${operation.id}\` is marked with \`${marker}\` and is bound to the service \`${service.id}\` but does not have the required error \`${error.id}\`.`;
      yield shapeFinding("ERROR", code, operation, message);
    }
  }
}
