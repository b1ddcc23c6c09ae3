import type { Authentication, Authenticator } from "../server/types.js";
import type { Credentials } from "./credentials.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import { verifyRequest, type VerifyOptions } from "./verify.js";

/** Who signed a request. The secret stays here. */
export interface SigV4Identity {
  readonly accessKeyId: string;
}

export interface SigV4AuthenticatorOptions extends Omit<VerifyOptions, "now" | "credentialsOf"> {
  /** The credentials with this access key ID; undefined when there are none. */
  readonly credentialsOf: (accessKeyId: string) => MaybePromise<Credentials | undefined>;
  /** Milliseconds since the epoch; `Date.now` unless given. */
  readonly now?: (() => number) | undefined;
}

/** Lets only requests into a server that carry a valid Signature Version 4 of known credentials. */
export function sigV4Authenticator(options: SigV4AuthenticatorOptions): Authenticator {
  const now = options.now ?? Date.now;
  return {
    authenticate: (request) =>
      chain(verifyRequest(request, { ...options, now: now() }), (verification): Authentication =>
        verification.ok
          ? { ok: true, identity: { accessKeyId: verification.credentials.accessKeyId } satisfies SigV4Identity }
          : { ok: false, failure: verification.failure },
      ),
  };
}
