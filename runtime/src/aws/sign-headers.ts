import { sha256Hex } from "#hashing";
import { hostOf, type HttpRequest } from "../http/message.js";
import { canonicalHeaders, canonicalRequest, headerNames, type CanonicalTarget } from "./canonical-request.js";
import type { Credentials } from "./credentials.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import { algorithm, scopeOf, signatureOf, timestamp } from "./signature.js";

/** Who signs what for whom. */
export interface SignatureInput {
  readonly credentials: Credentials;
  readonly region: string;
  /** The name of the service in the scope: `ecr`. */
  readonly service: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Signs in the header form: adds `x-amz-date`, `authorization` and, for temporary credentials, `x-amz-security-token`. Older ones of
 * a former attempt are replaced. A `host` that is absent follows from the origin. A payload hash that the request carries in
 * `x-amz-content-sha256` is used as it is; a request with a stream must carry one.
 *
 * @param targetOf makes path and query canonical
 * @param isSigned which headers are signed, by lower-case name
 */
export function signHeaders(
  request: HttpRequest,
  { credentials: { accessKeyId, secretAccessKey, sessionToken }, region, service, now }: SignatureInput,
  targetOf: (target: string) => CanonicalTarget,
  isSigned: (name: string) => boolean,
): MaybePromise<HttpRequest> {
  const time = timestamp(now);
  const scope = scopeOf(time, region, service);
  // What is undefined was of a former attempt.
  const { authorization: _, date: __, ...others } = request.headers;
  const headers: Record<string, string> = { host: hostOf(request.origin), ...others, "x-amz-date": time };
  if (sessionToken) headers["x-amz-security-token"] = sessionToken;
  const signed = canonicalHeaders(headers, isSigned);
  return chain(headers["x-amz-content-sha256"] ?? sha256Hex(request.body as string), (hash) =>
    chain(
      signatureOf(canonicalRequest(request.method, targetOf(request.path), signed, hash), time, scope, secretAccessKey),
      (signature) => {
        headers["authorization"] =
          `${algorithm} Credential=${accessKeyId}/${scope.join("/")}, SignedHeaders=${headerNames(signed)}, Signature=${signature}`;
        return { ...request, headers };
      },
    ),
  );
}
