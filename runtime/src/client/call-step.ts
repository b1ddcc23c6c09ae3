import type { SigningContext } from "../aws/signer.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { CallOptions, ClientConfig } from "./config.js";
import type { ServiceInfo } from "./service-info.js";

/** What a step is told of the call that it is a part of. */
export interface StepContext {
  readonly service: ServiceInfo;
  readonly config: ClientConfig;
  readonly options: CallOptions;
  /** The input as it was encoded. */
  readonly input: unknown;
}

/**
 * What calls of an operation do besides encoding, signing and sending: traits and customisations that few operations have. Generated
 * code lists those of each operation, so that other clients do not carry them.
 */
export interface CallStep {
  /** Completes the input before it is encoded. */
  input?(input: unknown, context: Omit<StepContext, "input">): unknown;
  /** Completes the request before it is signed; once a call. */
  request?(request: HttpRequest, context: StepContext): HttpRequest | Promise<HttpRequest>;
  /** Completes the request after it was signed; once an attempt. Without `signing` the request goes unsigned. */
  signed?(request: HttpRequest, signing: SigningContext | undefined): HttpRequest | Promise<HttpRequest>;
  /** Sees a successful response before it is read. */
  response?(response: HttpResponse, context: StepContext): HttpResponse;
}
