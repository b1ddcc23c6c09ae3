import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import {
  isStringShape,
  type OperationShape,
  type RootShape,
  type Shape,
  type StructureShape,
} from "../../shapes/shape.js";
import { copiedHashOrder } from "../../shapes/hash-order.js";
import { shapeFinding } from "../shape-finding.js";

/** `ClientEndpointDiscovery`: what the operation that answers with endpoints takes and gives. */
export function* checkEndpointOperation(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const input = model.shapes.get(operation.input);
  if (input?.kind === "structure") yield* checkInput(model, operation, input);
  const output = model.shapes.get(operation.output);
  if (output?.kind === "structure") yield* checkOutput(model, operation, output);
}

function* checkInput(model: Model, operation: OperationShape, input: StructureShape): Iterable<Diagnostic> {
  const names = [...input.members.keys()];
  if (names.some((name) => name !== "Operation" && name !== "Identifiers")) {
    const found = copiedHashOrder(names).join(", ");
    const message = `Input for endpoint discovery operation \`${operation.id}\` may only have the members Operation and Identifiers but found: ${found}`;
    yield error(input, message);
  }
  const name = targetOf(model, input, "Operation");
  if (name !== undefined && !isStringShape(name)) {
    yield error(name, "The Operation member of an endpoint discovery operation must be a string");
  }
  const identifiers = input.members.get("Identifiers");
  if (identifiers !== undefined && !isMapOfStrings(model, targetOf(model, input, "Identifiers"))) {
    const message =
      "The Identifiers member of an endpoint discovery operation must be a map whose keys and values are strings.";
    yield error(identifiers, message);
  }
}

function isMapOfStrings(model: Model, shape: RootShape | undefined): boolean {
  const value = shape?.kind === "map" ? model.shapes.get(shape.value.target) : undefined;
  return isStringShape(value);
}

function* checkOutput(model: Model, operation: OperationShape, output: StructureShape): Iterable<Diagnostic> {
  const endpoints = output.members.get("Endpoints");
  if (output.members.size !== 1 || endpoints === undefined) {
    const found = [...output.members.keys()].join(",");
    const message = `Endpoint discovery operation output must only contain an \`Endpoints\` member, but found: [${found}]`;
    yield error(operation, message);
  }
  if (endpoints === undefined) return;
  const list = targetOf(model, output, "Endpoints");
  if (list?.kind !== "list") {
    yield error(endpoints, "The output member `Endpoints` on an endpoint discovery operation must be a list.");
    return;
  }
  const endpoint = model.shapes.get(list.member.target);
  if (endpoint?.kind === "structure") yield* checkEndpoint(model, endpoint);
  else {
    const message = "The member of the Endpoints list in an endpoint discovery operation must be a structure shape.";
    yield error(list, message);
  }
}

function* checkEndpoint(model: Model, endpoint: StructureShape): Iterable<Diagnostic> {
  const address = targetOf(model, endpoint, "Address");
  if (address !== undefined && !isStringShape(address)) {
    const message = "The `Address` member of the `Endpoint` shape must be a string type.";
    yield error(endpoint.members.get("Address") ?? endpoint, message);
  }
  const period = targetOf(model, endpoint, "CachePeriodInMinutes");
  if (period !== undefined && period.kind !== "long") {
    const message = "The `CachePeriodInMinutes` member of the `Endpoint` shape must be a long type.";
    yield error(endpoint.members.get("CachePeriodInMinutes") ?? endpoint, message);
  }
  const { members } = endpoint;
  if (members.size === 2 && members.has("Address") && members.has("CachePeriodInMinutes")) return;
  const found = copiedHashOrder(members.keys()).join(", ");
  const message = `The \`Endpoint\` shape must only have the members \`Address\` and \`CachePeriodInMinutes\`, but found: ${found}`;
  yield error(endpoint, message);
}

function targetOf(model: Model, structure: StructureShape, name: string): RootShape | undefined {
  const member = structure.members.get(name);
  return member === undefined ? undefined : model.shapes.get(member.target);
}

function error(shape: Shape, message: string): Diagnostic {
  return shapeFinding("ERROR", "ClientEndpointDiscovery", shape, message);
}
