import { nodeMember } from "../shapes/node.js";
import type { StructureShape } from "../shapes/shape.js";

/** What an error structure's traits say. */
export interface ErrorInfo {
  readonly fault: "client" | "server";
  /** `httpError`, else 400 for a client's fault and 500 for the server's. */
  readonly statusCode: number;
  readonly retryable: boolean;
  readonly throttling: boolean;
}

/** The meaning of `error`, `httpError` and `retryable` (Smithy 2.0, "Behavior traits", "HTTP protocol bindings"). */
export function errorInfo(shape: StructureShape): ErrorInfo {
  const fault = shape.traits.get("smithy.api#error")?.value === "server" ? "server" : "client";
  const status = shape.traits.get("smithy.api#httpError")?.value;
  const retryable = shape.traits.get("smithy.api#retryable")?.value;
  return {
    fault,
    statusCode: typeof status === "number" ? status : fault === "client" ? 400 : 500,
    retryable: retryable !== undefined,
    throttling: nodeMember(retryable, "throttling") === true,
  };
}
