import type { Model } from "../shapes/model.js";
import { stringMember } from "../shapes/node.js";
import type { AppliedTrait, OperationShape, ServiceShape, StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { boundEntities } from "./bound-entities.js";

/** How clients of a service discover its endpoints ("Client Endpoint Discovery"). */
export interface EndpointDiscovery {
  readonly service: ServiceShape;
  readonly applied: AppliedTrait;
  /** The operation that answers with endpoints, as the trait names it. */
  readonly operationId: ShapeId;
  /** Undefined where the name leads nowhere. */
  readonly operation: OperationShape | undefined;
  /** The error that says that an endpoint is not valid any more, as the trait names it. */
  readonly errorId: ShapeId | undefined;
  readonly error: StructureShape | undefined;
  /** The operations whose endpoints are discovered. */
  readonly discovered: readonly OperationShape[];
}

/** Endpoint discovery of a service; undefined for a service without it. */
export function endpointDiscoveryOf(model: Model, service: ServiceShape): EndpointDiscovery | undefined {
  const applied = service.traits.get("aws.api#clientEndpointDiscovery");
  const operationId = stringMember(applied?.value, "operation");
  if (applied === undefined || operationId === undefined) return undefined;
  const operation = model.shapes.get(operationId);
  const errorId = stringMember(applied.value, "error");
  const error = errorId === undefined ? undefined : model.shapes.get(errorId);
  const isDiscovered = ({ traits }: OperationShape) => traits.has("aws.api#clientDiscoveredEndpoint");
  return {
    service,
    applied,
    operationId,
    operation: operation?.kind === "operation" ? operation : undefined,
    errorId,
    error: error?.kind === "structure" ? error : undefined,
    discovered: operation?.kind === "operation" ? boundEntities(model, service).operations.filter(isDiscovered) : [],
  };
}
