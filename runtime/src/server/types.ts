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
  /** The most bytes of a body that are read. A stream may be longer. */
  readonly maximumBodyBytes: number;
  /** Whether the body of a request goes to the handler as it comes in. Absent where no operation takes a stream. */
  readonly takesStream?: ((head: ServerRequest) => boolean) | undefined;
}

/** A request with its whole body, however it arrived; or with a stream, where its operation takes one. */
export interface ServerRequest {
  readonly method: string;
  /** Path and query as they stand in the request line, still escaped. */
  readonly path: string;
  /** Empty for a request that comes as a stream. */
  readonly body: Uint8Array;
  /** Whether the request comes as a stream. */
  readonly streams?: boolean | undefined;
  /** The body as it comes in; what has come already where it was read whole. For one reader. */
  stream(): ReadableStream<Uint8Array>;
  /** Every header line in the order of arrival, names in any case. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** A header's value, several joined with a comma. `name` is in lower case. */
  header(name: string): string | undefined;
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
  /** A string is sent as UTF-8, a stream as it comes. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** An error of the framework rather than of the model. */
export interface RequestFailure {
  /** Its name on the wire, as `SerializationException`. */
  readonly name: string;
  readonly statusCode: number;
  readonly message: string;
  /** Headers that the answer has besides: names and values in turn. */
  readonly headers?: readonly string[] | undefined;
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
  | {
      readonly ok: true;
      readonly identity: unknown;
      /** The request with a body that is checked while it is read, where who sent it says so of a body that nobody has read yet. */
      readonly receive?: ((request: ServerRequest) => ServerRequest | Promise<ServerRequest>) | undefined;
    }
  | { readonly ok: false; readonly failure: RequestFailure };

/** Tells who sent a request. Called once per request, before its body is parsed. */
export interface Authenticator {
  authenticate(request: ServerRequest): Authentication | Promise<Authentication>;
}

export interface ServerOptions<Context = ServerContext> {
  /** Without one, every request is served. */
  readonly authenticator?: Authenticator | undefined;
  /** Makes what handlers get as their second argument; by default the {@link ServerContext} itself. */
  readonly context?: ((context: ServerContext) => Context | Promise<Context>) | undefined;
  /** Makes the identifier of a request; by default a UUID whose first groups are random and whose last one counts. */
  readonly requestId?: (() => string) | undefined;
  /** The most bytes of a request's body; larger ones are answered with 413. 4 MiB by default. */
  readonly maximumBodyBytes?: number | undefined;
  /** How buckets of Amazon S3 are told from host names, for a server of it. Its own endpoints are known. */
  readonly s3?: S3Hosts | undefined;
  /** Told of what a handler, or a stream of its output, threw that its operation does not list, and of output that has no form on the wire. */
  readonly onError?: ((error: unknown, context: ServerContext) => void) | undefined;
}

/** Where a server of Amazon S3 can be reached. */
export interface S3Hosts {
  /** Host names that a bucket's name can stand before, as `localhost` for `http://bucket.localhost:9000/key`. Without a port. */
  readonly hosts: readonly string[];
}

/** The options; they must make the context where handlers expect more than a {@link ServerContext}. */
export type ServerArguments<Context> = ServerContext extends Context
  ? [options?: ServerOptions<Context> | undefined]
  : [options: ServerOptions<Context> & { readonly context: (context: ServerContext) => Context | Promise<Context> }];

/** An error that an operation lists. */
export interface ServerError extends ErrorHead {
  readonly fault: "client" | "server";
  /** The member for the text, when the error may be made of that alone; it can then stand for a failure that no one expected. */
  readonly messageMember?: string | undefined;
}

/** How an operation tells that its input breaks the model's constraints. */
export interface ValidationReport extends ErrorHead {
  /** `smithy`: the texts and the field list of `smithy.framework#ValidationException`. `parameter`: one sentence about the first failure. */
  readonly style: "smithy" | "parameter";
  /** The member for the text. */
  readonly messageMember: string;
}

/** What a step is told of the server. */
export interface StepLimits {
  /** The most bytes of a body that is read whole. */
  readonly maximumBodyBytes: number;
}

/**
 * What a server does with requests and answers of an operation besides reading and writing them: traits that few operations have.
 * A body that is a stream is judged while the handler reads it: its stream then fails with a {@link RefusedRequest}.
 */
export interface ServerStep {
  /** The request as the next step or the protocol reads it. Throws a {@link RefusedRequest} for one that is not to be served. */
  request?(request: ServerRequest, limits: StepLimits): ServerRequest | Promise<ServerRequest>;
  /** The answer to a request that succeeded, of which the input was read. */
  response?(response: ServerResponse, input: unknown): ServerResponse;
}

/** What tells whether an event of an input keeps to the model. */
export interface EventCheck {
  /** The member of the input that is the stream. */
  readonly member: string;
  readonly is: (event: unknown) => boolean;
  readonly parse: (event: unknown) => ParseResult<unknown>;
}

/** What a server knows about an operation, whatever the protocol. */
export interface ServerOperation {
  /** The name in the model. */
  readonly name: string;
  /** The name of the handler's method. */
  readonly method: string;
  /** What is done with requests before they are read, in this order, and with answers. */
  readonly steps?: readonly ServerStep[] | undefined;
  readonly is: (value: unknown) => boolean;
  readonly parse: (value: unknown) => ParseResult<unknown>;
  /** Absent where the input has no stream of events. */
  readonly events?: EventCheck | undefined;
  readonly errors: readonly ServerError[];
  readonly validation: ValidationReport;
}

/** Where a request goes, with what its protocol found out on the way. */
export interface Route {
  readonly operation: ServerOperation;
  /** Whether the request is not read whole, since the input has a stream in this protocol. */
  readonly streams?: boolean | undefined;
}

/**
 * How one protocol reads requests and writes answers. It alone knows the wire: the server hands it values and gets answers. `Found` is its
 * own kind of route.
 */
export interface ServerProtocol<Found extends Route = Route> {
  /** The shape ID of its trait, as `aws.protocols#awsJson1_1`. */
  readonly protocol: string;
  /** Whether a request is in this protocol's form. Asked only when a service speaks several protocols. */
  claims(request: ServerRequest): boolean;
  /** The request with a body that can be read, for a protocol whose operations are named in it: the route has what it reads. Throws a {@link RefusedRequest}. */
  readonly open?: ((request: ServerRequest, limits: StepLimits) => ServerRequest | Promise<ServerRequest>) | undefined;
  /** The operation that the request is for, or why there is none. */
  route(request: ServerRequest): Found | RequestFailure;
  /** The input; a promise only where its first part must be awaited. Throws a DecodeError or a {@link RefusedRequest} for what does not fit. */
  read(route: Found, request: ServerRequest): unknown;
  /** The answer to a request that succeeded. Throws what an encoder throws. */
  succeed(route: Found, output: unknown, requestId: string): ServerResponse;
  /** The answer with an error of the model; `value` has its members. Throws what an encoder throws. */
  fail(route: Found, error: ErrorHead, value: unknown, requestId: string): ServerResponse;
  /** The answer with an error of the framework. */
  refuse(failure: RequestFailure, requestId: string): ServerResponse;
}

/** What an answer says of an error besides its members. */
export interface ErrorHead {
  /** The shape ID, or the bare name of an error of the framework. */
  readonly shape: string;
  readonly statusCode: number;
  /** The code and fault of `aws.protocols#awsQueryError`, as the header `x-amzn-query-error` has them: `NotFound;Sender`. */
  readonly queryError?: string | undefined;
}

/** A service as its generated server describes it. */
export interface ServerDefinition {
  /** The shape ID of the service. */
  readonly service: string;
  /** Whether an operation takes a stream. */
  readonly streams?: boolean | undefined;
  /** Gives requests another path to find their operation by, where a part of it is somewhere else. */
  readonly readdress?: ((request: ServerRequest, options: Pick<ServerOptions, "s3">) => ServerRequest) | undefined;
  /** The first one answers requests that none claims. */
  readonly protocols: readonly [ServerProtocol, ...ServerProtocol[]];
}
