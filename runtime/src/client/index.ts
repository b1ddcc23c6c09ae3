export type { Client } from "./client.js";
export type { CallOptions, ClientConfig, Clock, ValidatorModule } from "./config.js";
export type { AttemptEnd, AttemptStart, ClientHooks, InputInvalid, RequestSummary } from "./hooks.js";
export type {
  AnyOperation,
  Operation,
  OperationArguments,
  OperationDefinition,
  OperationFacts,
  OperationProtocol,
  RequestParts,
  ServiceInfo,
} from "./operation.js";
