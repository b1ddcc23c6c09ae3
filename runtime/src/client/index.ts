export type { CallResult } from "./call.js";
export { clientOf, createClient, type Client } from "./client.js";
export { ConfigurationError, InputError, ResponseError, TimeoutError, type InputFailure } from "./client-errors.js";
export type { CallOptions, ClientConfig, Clock, ValidatorModule } from "./config.js";
export { callWithResponse, defineOperation } from "./define-operation.js";
export { hostLabel } from "./endpoint.js";
export type { AttemptEnd, AttemptStart, ClientHooks, InputInvalid, RequestSummary } from "./hooks.js";
export type {
  AnyOperation,
  Operation,
  OperationArguments,
  OperationDefinition,
  OperationFacts,
  OperationProtocol,
  RequestParts,
} from "./operation.js";
export { requestIdOf } from "./request-id.js";
export type { ServiceInfo } from "./service-info.js";
