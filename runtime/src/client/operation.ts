import type { Signer } from "../aws/signer.js";
import type { HttpHeaders, HttpResponse } from "../http/message.js";
import type { CallOptions } from "./config.js";
import type { Client } from "./client.js";

/** Facts of a service, as its model states them. */
export interface ServiceInfo {
  /** The shape ID of the service. */
  readonly shape: string;
  readonly version: string;
  /** `sdkId` of `aws.api#service`, else the shape's name. */
  readonly sdkId: string;
  /** The first label of the service's hosts: `api.ecr` of `api.ecr.us-east-1.amazonaws.com`. Absent: an endpoint must be given. */
  readonly endpointPrefix?: string | undefined;
  /** The name of the service in a signature's scope. */
  readonly signingName?: string | undefined;
}

/** What is known of an operation whatever its protocol. */
export interface OperationFacts<Input> {
  readonly service: ServiceInfo;
  /** The operation's name in the model. */
  readonly name: string;
  /** Schemes that authenticate it, the preferred first. Empty: requests go unsigned. */
  readonly signers?: readonly Signer[] | undefined;
  /** The input member that takes a fresh UUID when it is absent (Smithy 2.0, "idempotencyToken trait"). */
  readonly idempotencyToken?: (keyof Input & string) | undefined;
  /** What the host name begins with (Smithy 2.0, "endpoint trait"). */
  readonly hostPrefix?: ((input: Input) => string) | undefined;
  /** The name of the function of `./validators` that checks the input. */
  readonly validator?: string | undefined;
}

/** A request before it has an endpoint and authentication. */
export interface RequestParts {
  readonly method: string;
  /** Path and query below the endpoint, percent-encoded; begins with `/`. */
  readonly path: string;
  readonly headers: HttpHeaders;
  readonly body: string | Uint8Array;
}

/** How a protocol speaks one operation. */
export interface OperationProtocol<Input, Output> {
  request(input: Input): RequestParts;
  /** Reads a successful response. Throws what the codec throws on a body that does not fit. */
  output(response: HttpResponse): Output;
  /** Reads any other response. */
  error(response: HttpResponse): Error;
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
