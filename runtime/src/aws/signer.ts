import type { HttpRequest } from "../http/message.js";
import type { CredentialProvider } from "./credentials.js";

/** What a signer may need to know besides the request. */
export interface SigningContext {
  /** The name of the service in the credential scope: `ecr`. */
  readonly signingName: string;
  readonly region: string;
  readonly credentials: CredentialProvider;
  /** The time to sign with, in milliseconds since the epoch: the clock corrected by what the server said. */
  readonly now: number;
}

/** An authentication scheme as operations name it, so that a bundle holds only the schemes that its operations use. */
export interface Signer {
  /** The shape ID of the scheme's trait: `aws.auth#sigv4`. */
  readonly scheme: string;
  /** The request with what authenticates it. */
  sign(request: HttpRequest, context: SigningContext): HttpRequest | Promise<HttpRequest>;
}
