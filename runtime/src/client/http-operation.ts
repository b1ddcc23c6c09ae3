import type { ServiceError, ServiceErrorOptions } from "../errors/index.js";
import type { HttpResponse } from "../http/message.js";
import type { OperationFacts, RequestParts } from "./operation.js";

/** Makes an instance of an error's class of a response. `body` is its parsed body, as the protocol has it. */
export type ReceiveHttpError<Body> = (response: HttpResponse, body: Body, options: ServiceErrorOptions) => ServiceError;

/** An operation with HTTP bindings as generated code describes it to a protocol whose parsed bodies are `Body`. */
export interface HttpOperation<Input, Output, Body> extends OperationFacts<Input> {
  readonly request: (input: Input) => RequestParts;
  readonly receive: (response: HttpResponse) => Output;
  /** By the name that an error has on the wire. */
  readonly errors: Readonly<Record<string, ReceiveHttpError<Body>>>;
}
