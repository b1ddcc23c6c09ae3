import type { CredentialProvider, Credentials } from "../aws/credentials.js";
import type { Signer } from "../aws/signer.js";
import type { Transport } from "../http/transport.js";
import type { InputCheck } from "./check-input.js";
import type { AttemptObserver } from "./observe.js";

/** Time as the client sees it; tests give their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the callback after so many milliseconds, unless the returned function is called before. */
  schedule(milliseconds: number, callback: () => void): () => void;
}

/** What a client and a single call can both say. */
export interface SharedOptions {
  /** Leaves requests as they are that the model allows to be compressed (Smithy 2.0, "requestCompression trait"). */
  readonly disableRequestCompression?: boolean | undefined;
  /** The shortest body that is compressed, in bytes: 0 to 10,485,760. 10,240 unless given. */
  readonly requestMinCompressionSizeBytes?: number | undefined;
  /** Whether requests have a checksum wherever the model allows one, or only where it must be. `whenSupported` unless given. */
  readonly requestChecksums?: "whenSupported" | "whenRequired" | undefined;
  /** Whether checksums of responses are asked for and checked wherever the model allows it, or only where the input says so. */
  readonly responseChecksums?: "whenSupported" | "whenRequired" | undefined;
  /**
   * Whether a stream to Amazon S3 goes in chunks that are signed one by one, as does the checksum behind them, rather than unsigned. TLS
   * protects a stream as well. The service wants to know the length: give the header `content-length`.
   */
  readonly signedChunks?: boolean | undefined;
  /** How buckets of Amazon S3 are addressed. */
  readonly s3?: S3Addressing | undefined;
}

/** How buckets of Amazon S3 are addressed (Smithy 2.0, "Amazon S3 Customizations"). */
export interface S3Addressing {
  /** Whether the bucket is a part of the host name or of the path. `virtual` unless given, where the bucket's name allows it. */
  readonly addressing?: "virtual" | "path" | undefined;
  /** Uses the endpoints that have addresses of both IP versions. */
  readonly dualStack?: boolean | undefined;
  /** Uses the endpoint for transfer acceleration, which has no region. */
  readonly accelerate?: boolean | undefined;
}

/** How a client reaches its service. Everything has a default except, for a service without one, the endpoint. */
export interface ClientConfig extends SharedOptions {
  /** Where to send requests, when not to the service's own endpoint in the region: `http://127.0.0.1:8000`. May have a path. */
  readonly endpoint?: string | URL | undefined;
  /** The region to call and to sign for. On Node: `AWS_REGION`, then `AWS_DEFAULT_REGION` unless given. */
  readonly region?: string | undefined;
  /** Who signs. On Node: the environment, then the shared configuration unless given. `"anonymous"` sends requests unsigned. */
  readonly credentials?: Credentials | CredentialProvider | "anonymous" | undefined;
  /** Signs in place of the scheme that the operation names. */
  readonly signer?: Signer | undefined;
  /** How often a request is sent at most, the first time included. 3 unless given. */
  readonly maximumAttempts?: number | undefined;
  /**
   * Milliseconds for a whole call: every attempt and the waits between them. Unless given 120,000, and no limit for a call that sends a stream.
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds for one attempt: connecting, sending, headers and body together. Where a stream is sent, for each of its pieces, and for the
   * answer after the last one. 30,000 unless given.
   */
  readonly attemptTimeout?: number | undefined;
  /** Milliseconds of an attempt for a new connection, on transports that see their connections. As long as the attempt unless given. */
  readonly connectTimeout?: number | undefined;
  /** The longest response body that is read, in bytes. 64 MiB unless given. */
  readonly maximumResponseBytes?: number | undefined;
  /** Headers for every request, by name. They do not replace the protocol's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The application's own product tokens, put behind the client's in `User-Agent`: `my-app/1.2`. */
  readonly userAgent?: string | undefined;
  /** Sees every attempt as it is, signatures included. Make one of hooks that see no secrets with `observe`. */
  readonly observer?: AttemptObserver | undefined;
  readonly transport?: Transport | undefined;
  /**
   * Checks an input before it is sent, beyond types and required members, which always are checked; the service checks the rest itself.
   * `checkInput` makes one of a generated package's validators.
   */
  readonly inputCheck?: InputCheck | undefined;
  readonly clock?: Clock | undefined;
  /** Numbers from 0 to below 1, for the waits between attempts. `Math.random` unless given. */
  readonly random?: (() => number) | undefined;
  /** Makes the tokens of operations that are safe to repeat with one. Random UUIDs unless given. */
  readonly idempotencyToken?: (() => string) | undefined;
}

/** What one call may change. */
export interface CallOptions extends SharedOptions {
  /** Ends the call early, in whatever state it is; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly attemptTimeout?: number | undefined;
  readonly maximumAttempts?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
