import type { ServiceShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";

/** How an AWS JSON protocol names things on the wire. */
export interface JsonProtocol {
  readonly contentType: string;
  /** The value of `X-Amz-Target` for an operation. */
  target(operation: ShapeId): string;
  /** The value of `__type` for an error. */
  errorType(error: ShapeId): string;
}

/** The first of the service's protocols, if it is an AWS JSON protocol (Smithy 2.0, "AWS JSON 1.1 protocol"). */
export function jsonProtocolOf(service: ServiceShape): JsonProtocol | undefined {
  const target = (operation: ShapeId): string => `${nameOf(service.id)}.${nameOf(operation)}`;
  for (const trait of service.traits.keys()) {
    if (trait === "aws.protocols#awsJson1_1") {
      return { contentType: "application/x-amz-json-1.1", target, errorType: nameOf };
    }
    if (trait === "aws.protocols#awsJson1_0") {
      return { contentType: "application/x-amz-json-1.0", target, errorType: (error) => error };
    }
  }
  return undefined;
}
