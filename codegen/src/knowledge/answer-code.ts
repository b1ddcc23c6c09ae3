import type { OperationShape, ServiceShape, StructureShape } from "../shapes/shape.js";
import { nameOf } from "../shapes/shape-id.js";
import { awsServiceInfo } from "./aws-service.js";
import { responseCodeOf } from "./http-bindings.js";

/**
 * The status of an answer with HTTP bindings. That of Amazon S3's `NotFound` is 404, although its model does not say so: it answers a HEAD, without a body,
 * and clients know it by the status alone.
 */
export function answerCodeOf(service: ServiceShape, shape: OperationShape | StructureShape): number {
  const isNotFound = shape.kind === "structure" && nameOf(shape.id) === "NotFound";
  if (isNotFound && !shape.traits.has("smithy.api#httpError") && awsServiceInfo(service).sdkId === "S3") return 404;
  return responseCodeOf(shape);
}
