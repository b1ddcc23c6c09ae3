import { ServiceError } from "../errors/index.js";
import { TransportError } from "../http/transport.js";
import type { HttpResponse } from "../http/message.js";
import { TimeoutError } from "./client-errors.js";

/** Why a request may be sent again. */
export type RetryReason = "transient" | "timeout" | "throttling" | "clock-skew";

/** The codes by which services of AWS say that there are too many requests. */
const throttlingCode =
  /Throttl|TooManyRequests|^SlowDown|^PriorRequestNotComplete|^TransactionInProgress|ThroughputExceeded|^(?:Bandwidth|Request)?LimitExceeded/;

/**
 * Whether what went wrong may go right when sent again. A 4xx answer is final, unless the model says `retryable`, the status is 408 or
 * 429, the code says throttling, or the clocks disagree.
 */
export function retryReason(error: unknown): RetryReason | undefined {
  if (error instanceof TimeoutError) return error.scope === "attempt" ? "timeout" : undefined;
  if (error instanceof TransportError) {
    return error.kind === "connect" || error.kind === "closed" ? "transient" : undefined;
  }
  if (!(error instanceof ServiceError)) return undefined;
  if (error.throttling || error.statusCode === 429 || throttlingCode.test(error.name)) return "throttling";
  if (error.retryable || error.statusCode >= 500) return "transient";
  return error.statusCode === 408 ? "timeout" : undefined;
}

/** Offsets below this do not explain a refusal: services let clocks be off by five minutes and more. */
const plainSkew = 4 * 60_000;

/**
 * How far the server's clock is ahead of ours, in milliseconds, when that is why it refused a signature.
 *
 * @param now our clock, without correction
 * @param offset the correction that the request was signed with
 */
export function clockSkewOf(
  error: ServiceError,
  response: HttpResponse,
  now: number,
  offset: number,
): number | undefined {
  const text = `${error.name} ${error.message}`;
  const certain = /^Request(?:TimeTooSkewed|Expired|InTheFuture) | Signature (?:expired|not yet)/.test(text);
  if (!certain && !/^(?:InvalidSignature|SignatureDoesNotMatch|AuthFailure)/.test(text)) return undefined;
  const serverTime = Date.parse(response.headers["date"] ?? "");
  if (Number.isNaN(serverTime)) return certain ? offset : undefined;
  const measured = serverTime - now;
  return certain || Math.abs(measured - offset) > plainSkew ? measured : undefined;
}

/** Milliseconds that the server asks to wait with `Retry-After`, in seconds or as a date. 0 where it does not. */
export function retryAfterOf(response: HttpResponse | undefined, now: number): number {
  const value = response?.headers["retry-after"] ?? "";
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return milliseconds > 0 ? milliseconds : 0;
}

const longestWait = 20_000;

/** Milliseconds before the next attempt: anything up to an exponentially growing bound (full jitter). */
export function backoff(reason: RetryReason, attempt: number, random: number): number {
  const base = reason === "throttling" ? 500 : 100;
  return Math.floor(random * Math.min(longestWait, base * 2 ** (attempt - 1)));
}

/** What all calls of a client may spend on retries, so that a service in trouble is not buried under them. */
export const retryCapacity = 500;

/** What a retry costs. */
export function priceOf(reason: RetryReason): number {
  return reason === "timeout" ? 10 : 5;
}
