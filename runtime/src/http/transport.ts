import type { Cancellation } from "./cancellation.js";
import type { HttpRequest, HttpResponse } from "./message.js";

/** What a transport must respect while it sends one request. */
export interface TransportOptions {
  /** Says when to give up: the caller aborted, or the time is over. Covers connecting, headers and body, a stream too. */
  readonly cancellation: Cancellation;
  /** A response with a longer body is refused with a `TransportError` of kind `too-large`. */
  readonly maximumBodyBytes: number;
  /** Whether the body of a successful response (status 200 to 299) is handed over as a stream, however long it is. */
  readonly streams?: boolean | undefined;
  /**
   * Milliseconds for a new connection: looking up the name, connecting and the handshake of TLS. As long as the request may take unless given.
   * A transport that does not see its connections, such as `fetch`, leaves it to whoever makes them.
   */
  readonly connectTimeout?: number | undefined;
}

/**
 * Sends requests over a network. One call is one attempt: a transport neither retries nor follows redirects.
 *
 * A failure is a {@link TransportError}; a cancelled request rejects with the reason of the cancellation.
 */
export interface Transport {
  send(request: HttpRequest, options: TransportOptions): Promise<HttpResponse>;
  /** Closes idle connections. Requests under way finish. */
  close?(): void;
}

/**
 * What went wrong on the wire: no connection, a connection that ended before the response did, bytes that are not HTTP,
 * or a body over the limit.
 */
export type TransportFailure = "connect" | "closed" | "malformed" | "too-large";

/** A request that brought no whole response. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  declare readonly kind: TransportFailure;
  /** The code of the system's error, such as `ECONNRESET`, where there is one. */
  declare readonly code: string | undefined;

  constructor(kind: TransportFailure, message: string, options?: ErrorOptions & { code?: string | undefined }) {
    super(message, options);
    this.kind = kind;
    this.code = options?.code;
  }
}
