import { isStream } from "../http/byte-streams.js";
import type { HttpRequest } from "../http/message.js";
import type { CallStep } from "./call-step.js";

const header = "x-amz-content-sha256";

/** The request with the word that its body is not signed, unless it says how it is. */
export function unsigned(request: HttpRequest): HttpRequest {
  if (request.headers[header] !== undefined) return request;
  return { ...request, headers: { ...request.headers, [header]: "UNSIGNED-PAYLOAD" } };
}

/** Says that the body is not signed (AWS authentication traits, "unsignedPayload trait"). */
export const unsignedPayload: CallStep = { request: unsigned };

/** The same of a body that is a stream, which nobody reads before it is sent. */
export const unsignedStream: CallStep = {
  request: (request) => (isStream(request.body) ? unsigned(request) : request),
};
