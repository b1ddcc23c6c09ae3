import { collect } from "../http/byte-streams.js";
import { RefusedRequest, tooLarge } from "../server/framework-errors.js";
import { eventStreamType } from "../server/media-types.js";
import { replaceBody } from "../server/replaced-body.js";
import type { Authentication, Authenticator, ServerRequest } from "../server/types.js";
import { checkPayload } from "./check-payload.js";
import type { Credentials } from "./credentials.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import { verifyRequest, type Verification, type VerifyOptions } from "./verify.js";

/** Who signed a request. The secret stays here. */
export interface SigV4Identity {
  readonly accessKeyId: string;
}

export interface SigV4AuthenticatorOptions extends Omit<VerifyOptions, "now" | "credentialsOf" | "checksPayload"> {
  /** The credentials with this access key ID; undefined when there are none. */
  readonly credentialsOf: (accessKeyId: string) => MaybePromise<Credentials | undefined>;
  /** Milliseconds since the epoch; `Date.now` unless given. */
  readonly now?: (() => number) | undefined;
  /**
   * The most bytes of a stream that are kept to check its signature, where the request does not say in `x-amz-content-sha256` how it is
   * signed. 4 MiB unless given.
   */
  readonly maximumKeptBytes?: number | undefined;
}

const usualKeptBytes = 4 * 1024 * 1024;

/**
 * Lets only requests into a server that carry a valid Signature Version 4 of known credentials. The signatures of chunks and events, and the
 * hash of a stream, are checked while the body is read.
 */
export function sigV4Authenticator(options: SigV4AuthenticatorOptions): Authenticator {
  const now = options.now ?? Date.now;
  const verify = (request: ServerRequest): MaybePromise<Verification> =>
    verifyRequest(request, { ...options, now: now(), checksPayload: true });
  const admit = (verification: Verification): Authentication => {
    if (!verification.ok) return verification;
    const { credentials, pending } = verification;
    const identity: SigV4Identity = { accessKeyId: credentials.accessKeyId };
    return pending === undefined
      ? { ok: true, identity }
      : { ok: true, identity, receive: (request) => checkPayload(request, pending, now) };
  };
  return {
    authenticate(request) {
      if (!isUntold(request)) return chain(verify(request), admit);
      return kept(request, options.maximumKeptBytes ?? usualKeptBytes).then(
        (whole) =>
          chain(verify(whole), (verification): Authentication => {
            const admitted = admit(verification);
            return admitted.ok ? { ...admitted, receive: () => whole } : admitted;
          }),
        (error: unknown): Authentication => {
          if (error instanceof RefusedRequest) return { ok: false, failure: error.failure };
          throw error;
        },
      );
    },
  };
}

/** Whether only the whole of a stream tells if its signature is right. Events have no end to wait for. */
function isUntold(request: ServerRequest): boolean {
  return (
    request.streams === true &&
    request.header("authorization") !== undefined &&
    request.header("x-amz-content-sha256") === undefined &&
    request.header("content-type") !== eventStreamType
  );
}

async function kept(request: ServerRequest, maximum: number): Promise<ServerRequest> {
  const body = await collect(request.stream(), maximum, () => new RefusedRequest(tooLarge(maximum)));
  return replaceBody(request, body);
}
