/** Header values by lower-case name. A header that was received several times holds its values joined by `, `. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** A request as a transport sends it: nothing is added but `host`, `content-length` and `connection`. */
export interface HttpRequest {
  readonly method: string;
  /** Scheme, host and port, without a path: `https://api.ecr.us-east-1.amazonaws.com`. */
  readonly origin: string;
  /** Path and query as they stand in the request line, percent-encoded: `/`, `/v2/_catalog?n=5`. */
  readonly path: string;
  readonly headers: HttpHeaders;
  /**
   * A string is sent as UTF-8. Empty for a request without a body. A stream is sent as it comes: in chunks, or with the length that the header
   * `content-length` says.
   */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** A response that was read whole, unless it is one of a request that asked for a stream. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: HttpHeaders;
  /** Empty where there is a stream. */
  readonly body: Uint8Array;
  /** The body as it comes in; absent where there is none. It must be read to its end or cancelled; where the connection breaks off, it fails. */
  readonly stream?: ReadableStream<Uint8Array> | undefined;
}

/** The part of an origin that the `host` header carries: host and, unless it is the scheme's own, port. */
export function hostOf(origin: string): string {
  return origin.slice(origin.indexOf("//") + 2);
}
