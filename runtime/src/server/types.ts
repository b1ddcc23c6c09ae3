import type { ParseResult } from "../validate/index.js";

/**
 * A server of one service. It keeps no state between requests and may serve any number of listeners.
 */
export interface Server {
  /** Answers a web-standard request: Workers, Deno, Bun, Hono and whatever else speaks `fetch`. Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Answers a request that was read already. Never throws or rejects. */
  handle(request: ServerRequest): ServerResponse | Promise<ServerResponse>;
  /** The answer to a request that could not be read, such as one that is too large. */
  refuse(failure: RequestFailure): ServerResponse;
  /** The most bytes of a body that are read. */
  readonly maximumBodyBytes: number;
}

/** A request with its whole body, however it arrived. */
export interface ServerRequest {
  readonly method: string;
  /** Path and query as they stand in the request line, still escaped. */
  readonly target: string;
  readonly body: Uint8Array;
  /** A header's value, several joined with a comma. `name` is in lower case. */
  header(name: string): string | undefined;
  /** All header names in lower case, as they arrived. */
  headerNames(): readonly string[];
  /** The body as text; undefined when it is not UTF-8. */
  text(): string | undefined;
  /** Aborts when the client goes away. Made when first asked for. */
  signal(): AbortSignal;
}

/** An answer, ready to be written. */
export interface ServerResponse {
  readonly status: number;
  /** Names and values in turn, as they go on the wire. `Content-Length` is left to whoever writes. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** An error of the framework rather than of the model. */
export interface RequestFailure {
  /** Its name on the wire, as `SerializationException`. */
  readonly name: string;
  readonly statusCode: number;
  readonly message: string;
}

/** What a handler is told about a request besides its input. */
export interface ServerContext {
  /** Also on the answer, as `x-amzn-RequestId`. */
  readonly requestId: string;
  /** The operation's name in the model. */
  readonly operation: string;
  /** Who the {@link Authenticator} says is calling; undefined without one. */
  readonly identity: unknown;
  /** The request as it arrived. */
  readonly request: ServerRequest;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

/** Who is calling, or why the call is refused. */
export type Authentication =
  { readonly ok: true; readonly identity: unknown } | { readonly ok: false; readonly failure: RequestFailure };

/** Tells who sent a request. Called once per request, before its body is parsed. */
export interface Authenticator {
  authenticate(request: ServerRequest): Authentication | Promise<Authentication>;
}

export interface ServerOptions {
  /** Without one, every request is served. */
  readonly authenticator?: Authenticator | undefined;
  /** Makes the identifier of a request; by default a random UUID. */
  readonly requestId?: (() => string) | undefined;
  /** The most bytes of a request's body; larger ones are answered with 413. 4 MiB by default. */
  readonly maximumBodyBytes?: number | undefined;
  /** Told of what a handler threw that its operation does not list, and of output that has no form on the wire. */
  readonly onError?: ((error: unknown, context: ServerContext) => void) | undefined;
}

/** An error that an operation lists. */
export interface ServerError {
  /** The shape ID. */
  readonly shape: string;
  readonly name: string;
  readonly statusCode: number;
  readonly fault: "client" | "server";
  /** The modelled members of an instance, as JSON text. */
  readonly encode: (error: never) => string;
  /** The code and fault that `aws.protocols#awsQueryError` names, as `x-amzn-query-error` has them. */
  readonly queryError?: string | undefined;
}

/** How an operation tells that its input breaks the model's constraints. */
export interface ValidationReport {
  /** `smithy`: the texts and the field list of `smithy.framework#ValidationException`. `parameter`: one sentence about the first failure. */
  readonly style: "smithy" | "parameter";
  readonly name: string;
  readonly statusCode: number;
  readonly queryError?: string | undefined;
}

/** What a server knows about an operation. */
export interface ServerOperation {
  /** The name in the model. */
  readonly name: string;
  /** The name of the handler's method. */
  readonly method: string;
  readonly decode: (value: unknown, path: string) => unknown;
  readonly is: (value: unknown) => boolean;
  readonly parse: (value: unknown) => ParseResult<unknown>;
  readonly encode: (value: never) => string;
  /** Whether numbers of the input need more than a double. */
  readonly lossless?: boolean | undefined;
  /** Whether the input may nest without end: a recursive shape or a document. */
  readonly nests?: boolean | undefined;
  readonly errors: readonly ServerError[];
  readonly validation: ValidationReport;
}
