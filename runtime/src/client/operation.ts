import type { Signer } from "../aws/signer.js";
import type { ServiceError } from "../errors/index.js";
import type { HttpHeaders, HttpRequest, HttpResponse } from "../http/message.js";
import type { CallOptions, ClientConfig } from "./config.js";
import type { Client } from "./client.js";
import type { ServiceInfo } from "./service-info.js";

/** What is known of an operation whatever its protocol. */
export interface OperationFacts<Input> {
  readonly service: ServiceInfo;
  /** The operation's name in the model. */
  readonly name: string;
  /** Schemes that authenticate it, the preferred first. Empty: requests go unsigned. */
  readonly signers?: readonly Signer[] | undefined;
  /** Sets what the caller left to us, such as a fresh token. */
  readonly fillIn?: ((input: Input, makeToken: (() => string) | undefined) => Input) | undefined;
  /** The origin with what the host name begins with (Smithy 2.0, "endpoint trait"). */
  readonly hostPrefix?: ((origin: string, input: Input) => string) | undefined;
  /** The name of the function of `./validators` that checks the input. */
  readonly validator?: string | undefined;
  /** Whether the output has a stream: the body of a successful response is read by the caller. */
  readonly streams?: boolean | undefined;
}

/** A request before it has an endpoint and authentication. */
export interface RequestParts {
  readonly method: string;
  /** Path and query below the endpoint, percent-encoded; begins with `/`. */
  readonly path: string;
  readonly headers: HttpHeaders;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  /** What is still to do with the whole request before it is signed. */
  readonly complete?: ((request: HttpRequest) => HttpRequest | Promise<HttpRequest>) | undefined;
  /** What is to do with a successful response before it is read. */
  readonly receive?: ((response: HttpResponse) => HttpResponse) | undefined;
}

/** The settings that a call was made with. */
export type CallSettings = readonly [config?: ClientConfig, options?: CallOptions];

/** How a protocol speaks one operation. */
export interface OperationProtocol<Input, Output> {
  request(input: Input, ...settings: CallSettings): RequestParts;
  /** Reads a successful response. Throws what the codec throws on a body that does not fit. A promise only of what streams. */
  output(response: HttpResponse): Output | Promise<Output>;
  /** Reads any other response. Never throws: what it cannot read is an error that the model does not know. */
  error(response: HttpResponse): ServiceError;
}

export interface OperationDefinition<Input, Output> extends OperationFacts<Input> {
  readonly protocol: OperationProtocol<Input, Output>;
}

/** Input that has no required member may be left out. */
export type OperationArguments<Input> =
  Record<never, never> extends Input
    ? [input?: Input | undefined, options?: CallOptions | undefined]
    : [input: Input, options?: CallOptions | undefined];

/** An operation of a service: a function, with what it takes to make a request of it. */
export interface Operation<Input, Output> {
  (client: Client, ...rest: OperationArguments<Input>): Promise<Output>;
  readonly definition: OperationDefinition<Input, Output>;
}

/** Any operation, for code that chooses one by name. */
export type AnyOperation = Operation<never, unknown>;
