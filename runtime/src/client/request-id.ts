import type { HttpHeaders } from "../http/message.js";

/** The identifier under which the service logged a request. */
export function requestIdOf(headers: HttpHeaders): string | undefined {
  return headers["x-amzn-requestid"] ?? headers["x-amz-request-id"];
}
