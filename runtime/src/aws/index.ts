export type { CredentialProvider, Credentials } from "./credentials.js";
export type { Signer, SigningContext } from "./signer.js";
