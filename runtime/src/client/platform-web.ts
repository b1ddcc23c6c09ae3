import type { CredentialProvider } from "../aws/credentials.js";
import { ConfigurationError } from "./client-errors.js";

/** Browsers and workers have no environment to ask. */
export function defaultRegion(): string | undefined {
  return undefined;
}

export const defaultCredentials: CredentialProvider = () => {
  throw new ConfigurationError("credentials", 'No credentials: give the client `credentials`, or "anonymous"');
};

/** The platform writes its own `User-Agent`. */
export const platformToken: string | undefined = undefined;
