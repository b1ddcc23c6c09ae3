export { createServer } from "./create-server.js";
export type {
  Authentication,
  Authenticator,
  ErrorHead,
  RequestFailure,
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
  ValidationReport,
} from "./types.js";
