import type { HttpRequest, HttpResponse } from "../http/message.js";
import { defineOperation } from "./define-operation.js";
import type { CallOptions, ClientConfig } from "./config.js";
import type { Operation } from "./operation.js";
import type { ServiceInfo } from "./service-info.js";

/** What a step is told of the call that it is a part of. */
export interface StepContext {
  readonly config: ClientConfig;
  readonly options: CallOptions;
  readonly service: ServiceInfo;
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
  /** Sees a successful response before it is read. */
  response?(response: HttpResponse, context: StepContext): HttpResponse;
}

/** An operation whose calls do what the steps say, one after the other. */
export function withSteps<Input, Output>(
  operation: Operation<Input, Output>,
  ...steps: readonly CallStep[]
): Operation<Input, Output> {
  const { definition } = operation;
  const { protocol, service } = definition;
  return defineOperation({
    ...definition,
    protocol: {
      ...protocol,
      request(given, config = {}, options = {}) {
        const facts = { service, config, options };
        const input = steps.reduce<unknown>((result, step) => step.input?.(result, facts) ?? result, given);
        const context = { ...facts, input };
        const parts = protocol.request(input as Input, config, options);
        return {
          ...parts,
          async complete(request) {
            let result = request;
            for (const step of steps) result = (await step.request?.(result, context)) ?? result;
            return result;
          },
          receive: (response) =>
            steps.reduce(
              (result, step) => step.response?.(result, context) ?? result,
              parts.receive?.(response) ?? response,
            ),
        };
      },
    },
  });
}
