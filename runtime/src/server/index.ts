export type { BoundRequest, HttpAnswer, HttpWire, HttpWireOperation } from "./http-wire.js";
export { requestJson } from "./request-json.js";
export { createServer } from "./create-server.js";
export type { CborWire, CborWireOperation } from "./cbor-wire.js";
export type { JsonWire, JsonWireOperation } from "./json-wire.js";
export type { QueryWire, QueryWireError, QueryWireOperation } from "./query-wire.js";
export { RefusedRequest } from "./framework-errors.js";
export type {
  Authentication,
  Authenticator,
  ErrorHead,
  RequestFailure,
  Route,
  S3Hosts,
  Server,
  ServerArguments,
  ServerContext,
  ServerDefinition,
  ServerError,
  ServerOperation,
  ServerOptions,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
  ServerStep,
  StepLimits,
  ValidationReport,
} from "./types.js";
