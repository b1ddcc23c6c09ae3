import { isStream } from "../http/byte-streams.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { AttemptStart, ClientHooks, RequestSummary, ResponseSummary } from "./hooks.js";
import { requestIdOf } from "./request-id.js";

/** Told of an attempt when it begins; what it returns is told of its end. */
export type AttemptObserver = (
  attempt: Omit<AttemptStart, "request">,
  request: HttpRequest,
) => ((milliseconds: number, response?: HttpResponse, error?: unknown, retryAfter?: number) => void) | undefined;

/** An observer that tells hooks what happens, without what lets them act for the caller. */
export function observe(hooks: ClientHooks): AttemptObserver {
  return (attempt, request) => {
    hooks.attemptStart?.({ ...attempt, request: summarizeRequest(request) });
    return (milliseconds, response, error, retryAfter) =>
      hooks.attemptEnd?.({
        ...attempt,
        milliseconds,
        ...(response === undefined ? {} : { response: summarizeResponse(response) }),
        ...(error === undefined ? {} : { error: error instanceof Error ? error.name : "Error" }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
  };
}

/** Headers and query parameters that let their reader act for the caller. */
const secret = /^(?:authorization|(?:set-)?cookie|proxy-authorization|x-amz-security-token)$/;
const secretParameter = /(X-Amz-(?:Signature|Security-Token)=)[^&]*/gi;

function withoutSecrets(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name, secret.test(name) ? "(hidden)" : value]));
}

function summarizeRequest({ method, origin, path, headers, body }: HttpRequest): RequestSummary {
  return {
    method,
    url: origin + path.replace(secretParameter, "$1(hidden)"),
    headers: withoutSecrets(headers),
    bodyBytes: bytesOf(body),
  };
}

function bytesOf(body: HttpRequest["body"]): number | undefined {
  if (typeof body === "string") return new TextEncoder().encode(body).length;
  return isStream(body) ? undefined : body.length;
}

function summarizeResponse({ statusCode, headers, body, stream }: HttpResponse): ResponseSummary {
  const bodyBytes = stream === undefined ? body.length : undefined;
  return { statusCode, headers: withoutSecrets(headers), bodyBytes, requestId: requestIdOf(headers) };
}
