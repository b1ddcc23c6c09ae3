/** Keys that sign requests to AWS services. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Present when the keys are temporary. */
  readonly sessionToken?: string | undefined;
  /** When temporary keys end; asked for anew some minutes earlier. */
  readonly expiration?: Date | undefined;
}

/** Where credentials come from. Called again when the last ones are about to end. */
export type CredentialProvider = () => Credentials | Promise<Credentials>;
