export type { CallResult } from "./call.js";
export { withSteps, type CallStep, type StepContext } from "./call-step.js";
export {
  checkInput,
  type CheckedOperation,
  type InputCheck,
  type InputInvalid,
  type ValidatorModule,
} from "./check-input.js";
export { createClient, type Client } from "./client.js";
export { clientOf, type ServiceClientConfig } from "./client-of.js";
export { ConfigurationError, InputError, ResponseError, TimeoutError, type InputFailure } from "./client-errors.js";
export type { CallOptions, ClientConfig, Clock, S3Addressing, SharedOptions } from "./config.js";
export { callWithResponse, defineOperation } from "./define-operation.js";
export { hostLabel, prefixHost } from "./endpoint.js";
export { idempotencyToken } from "./input.js";
export type { AttemptEnd, AttemptStart, ClientHooks, RequestSummary, ResponseSummary } from "./hooks.js";
export type {
  AnyOperation,
  Operation,
  OperationArguments,
  OperationDefinition,
  OperationFacts,
  OperationProtocol,
  RequestParts,
} from "./operation.js";
export type { HttpOperation, ReceiveHttpError } from "./http-operation.js";
export { knownLength } from "./known-length.js";
export { unsignedPayload, unsignedStream } from "./unsigned-payload.js";
export { observe, type AttemptObserver } from "./observe.js";
export { queryCompatible } from "./query-compatible.js";
export { requestIdOf } from "./request-id.js";
export type { ServiceInfo } from "./service-info.js";
