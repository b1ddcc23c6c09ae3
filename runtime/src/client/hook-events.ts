import type { HttpHeaders, HttpRequest } from "../http/message.js";
import type { RequestSummary } from "./hooks.js";

const secretHeader = /^(?:authorization|cookie|proxy-authorization|x-amz-security-token)$/;

/** A request as hooks may see it. */
export function summarize(request: HttpRequest): RequestSummary {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = secretHeader.test(name) ? "(hidden)" : value;
  }
  const { method, origin, path, body } = request;
  // A presigned path lets its reader act for the caller.
  const url = origin + path.replace(/(X-Amz-(?:Signature|Security-Token)=)[^&]*/gi, "$1(hidden)");
  return { method, url, headers, bodyBytes: byteLength(body) };
}

/** Response headers as hooks may see them. */
export function withoutCookies(headers: HttpHeaders): HttpHeaders {
  return headers["set-cookie"] === undefined ? headers : { ...headers, "set-cookie": "(hidden)" };
}

function byteLength(body: string | Uint8Array): number {
  return typeof body === "string" ? new TextEncoder().encode(body).length : body.length;
}
