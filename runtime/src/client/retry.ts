import { ServiceError } from "../errors/index.js";
import { TransportError } from "../http/transport.js";
import type { HttpResponse } from "../http/message.js";
import { TimeoutError } from "./client-errors.js";

/** Why a request may be sent again. */
export type RetryReason = "transient" | "timeout" | "throttling" | "clock-skew";

const throttlingCodes =
  /^(?:BandwidthLimitExceeded|EC2ThrottledException|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown|Thrott(?:led|ling)(?:Exception)?|TooManyRequestsException|TransactionInProgressException)$/;

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
  if (error.throttling || error.statusCode === 429 || throttlingCodes.test(error.name)) return "throttling";
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
  const certain =
    /^RequestTimeTooSkewed$|^RequestExpired$|^RequestInTheFuture$/.test(error.name) ||
    /^Signature (?:expired|not yet current)/.test(error.message);
  const possible = certain || /^InvalidSignatureException$|^SignatureDoesNotMatch$|^AuthFailure$/.test(error.name);
  if (!possible || error.statusCode >= 500) return undefined;
  const serverTime = Date.parse(response.headers["date"] ?? "");
  if (Number.isNaN(serverTime)) return certain ? offset : undefined;
  const measured = serverTime - now;
  return certain || Math.abs(measured - offset) > plainSkew ? measured : undefined;
}

/** Milliseconds that the server asks to wait: `Retry-After` in seconds or as a date, or `x-amz-retry-after` in milliseconds. */
export function retryAfterOf(response: HttpResponse, now: number): number {
  const milliseconds = response.headers["x-amz-retry-after"];
  if (milliseconds !== undefined && /^\d+$/.test(milliseconds)) return Number(milliseconds);
  const value = response.headers["retry-after"];
  if (value === undefined) return 0;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

const longestWait = 20_000;

/** Milliseconds before the next attempt: anything up to an exponentially growing bound (full jitter). */
export function backoff(reason: RetryReason, attempt: number, random: number): number {
  const base = reason === "throttling" ? 500 : 100;
  return Math.floor(random * Math.min(longestWait, base * 2 ** (attempt - 1)));
}

const capacity = 500;

/** What all calls of a client may spend on retries, so that a service in trouble is not buried under them. */
export class RetryBudget {
  #tokens = capacity;

  get tokens(): number {
    return this.#tokens;
  }

  /** Takes the price of one retry. False when the budget is spent. */
  take(reason: RetryReason): number | undefined {
    const price = reason === "timeout" ? 10 : 5;
    if (this.#tokens < price) return undefined;
    this.#tokens -= price;
    return price;
  }

  /** Gives back after a success: the price of its last retry, or a little for one that needed none. */
  give(price: number | undefined): void {
    this.#tokens = Math.min(capacity, this.#tokens + (price ?? 1));
  }
}
