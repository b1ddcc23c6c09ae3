export type { CredentialProvider, Credentials } from "./credentials.js";
export { cacheCredentials } from "./credential-cache.js";
export { presignRequest, signRequest, type PresignOptions, type SignOptions } from "./sign.js";
export type { SignatureFailure } from "./signature-failure.js";
export type { Signer, SigningContext } from "./signer.js";
export { rpcSigV4, sigV4 } from "./sigv4.js";
export { verifyRequest, type SignedRequest, type Verification, type VerifyOptions } from "./verify.js";
export { sigV4Authenticator, type SigV4AuthenticatorOptions, type SigV4Identity } from "./authenticator.js";
