import type { HttpHeaders } from "../http/message.js";

/** A request as hooks see it: no body, and no header that lets its reader act for the caller. */
export interface RequestSummary {
  readonly method: string;
  readonly url: string;
  /** `authorization`, `cookie` and `x-amz-security-token` have the value `(hidden)`. */
  readonly headers: HttpHeaders;
  /** Undefined for a stream. */
  readonly bodyBytes: number | undefined;
}

/** A response as hooks see it: no body, no cookies. */
export interface ResponseSummary {
  readonly statusCode: number;
  readonly headers: HttpHeaders;
  /** Undefined for a stream. */
  readonly bodyBytes: number | undefined;
  readonly requestId: string | undefined;
}

export interface AttemptStart {
  /** The shape ID of the service. */
  readonly service: string;
  /** The name of the operation in the model. */
  readonly operation: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly request: RequestSummary;
}

export interface AttemptEnd extends Omit<AttemptStart, "request"> {
  /** Milliseconds since the attempt began. */
  readonly milliseconds: number;
  /** Absent when no whole response came. */
  readonly response?: ResponseSummary | undefined;
  /** The name of the error: that of a modelled error's class, `TransportError`, `TimeoutError` or `AbortError`. */
  readonly error?: string | undefined;
  /** Milliseconds until the next attempt; absent when this was the last. */
  readonly retryAfter?: number | undefined;
}

/** Functions that are told what a client does. None is told a sensitive value. A hook that throws fails the call. */
export interface ClientHooks {
  attemptStart?(event: AttemptStart): void;
  attemptEnd?(event: AttemptEnd): void;
}
