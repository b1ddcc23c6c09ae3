import type { CredentialProvider } from "../aws/credentials.js";
import type { HttpHeaders } from "../http/message.js";
import { ConfigurationError } from "./client-errors.js";
import type { ServiceInfo } from "./service-info.js";

/** Browsers and workers have no environment to ask. */
export function defaultRegion(): string | undefined {
  return undefined;
}

export const defaultCredentials: CredentialProvider = () => {
  throw new ConfigurationError("credentials", 'The client needs `credentials`, or "anonymous"');
};

/** The platform writes its own `User-Agent`. */
export function userAgentHeaders(_service: ServiceInfo, _application: string | undefined): HttpHeaders | undefined {
  return undefined;
}
