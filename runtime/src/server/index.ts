export type {
  Authentication,
  Authenticator,
  RequestFailure,
  Server,
  ServerContext,
  ServerError,
  ServerOperation,
  ServerOptions,
  ServerRequest,
  ServerResponse,
  ValidationReport,
} from "./types.js";
