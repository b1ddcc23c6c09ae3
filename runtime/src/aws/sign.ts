import { sha256Hex } from "#hashing";
import { isStream } from "../http/byte-streams.js";
import { hostOf, type HttpRequest } from "../http/message.js";
import {
  canonicalHeaders,
  canonicalPathBy,
  canonicalQuery,
  canonicalRequest,
  canonicalTarget,
  encodeUri,
  headerNames,
  isS3,
  parseQuery,
  pathRulesOf,
  splitTarget,
  type PathOptions,
} from "./canonical-request.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import { signHeaders, type SignatureInput } from "./sign-headers.js";
import { algorithm, scopeOf, signatureOf, timestamp, unsignedPayload } from "./signature.js";

/** What to sign with. What is left out follows from the service. */
export interface SignOptions extends SignatureInput, PathOptions {
  /** Whether the body is part of the signature. A body that is not needs TLS to be safe. */
  readonly payload?: "signed" | "unsigned" | undefined;
  /** Whether the payload's hash is also sent as `x-amz-content-sha256`. S3 requires it; it is always sent for an unsigned payload. */
  readonly contentSha256Header?: boolean | undefined;
  /** Whether the session token is part of the signature. It is, but for a few services. */
  readonly signSessionToken?: boolean | undefined;
}

export interface PresignOptions extends SignOptions {
  /** Seconds for which the URL can be used: 1 to 604,800 (a week). */
  readonly expiresIn: number;
}

/** Headers that anything between client and server may change, and those that carry the signature. */
const unsignable =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*)$/;

/** The hash of a request's body. A stream is not read for it: what is not said of it in `x-amz-content-sha256` stays unsigned. */
function payloadHashOf(body: HttpRequest["body"]): MaybePromise<string> {
  return isStream(body) ? unsignedPayload : sha256Hex(body);
}

function isSignable(name: string): boolean {
  return !unsignable.test(name);
}

/**
 * Signs in the header form: adds `x-amz-date`, `authorization` and where needed `x-amz-security-token` and
 * `x-amz-content-sha256`. Older ones of a former attempt are replaced. A `host` that is absent follows from the origin.
 *
 * A payload hash that the request already carries in `x-amz-content-sha256` is used as it is.
 */
export function signRequest(request: HttpRequest, options: SignOptions): MaybePromise<HttpRequest> {
  const { credentials, service, payload, signSessionToken = true, contentSha256Header = isS3(service) } = options;
  const given = request.headers["x-amz-content-sha256"] ?? (payload === "unsigned" ? unsignedPayload : undefined);
  const sendsHash = given !== undefined || contentSha256Header;
  const { sessionToken } = credentials;
  const rules = pathRulesOf(service, options);
  return chain(sendsHash ? (given ?? payloadHashOf(request.body)) : "", (hash) =>
    chain(
      signHeaders(
        sendsHash ? { ...request, headers: { ...request.headers, "x-amz-content-sha256": hash } } : request,
        signSessionToken ? options : { ...options, credentials: { ...credentials, sessionToken: undefined } },
        (target) => canonicalTarget(target, (path) => canonicalPathBy(path, rules)),
        isSignable,
      ),
      (signed) =>
        signSessionToken || sessionToken === undefined
          ? signed
          : { ...signed, headers: { ...signed.headers, "x-amz-security-token": sessionToken } },
    ),
  );
}

/**
 * Signs in the query form: whoever has the resulting path and the remaining headers can send the request until it expires.
 * Headers that begin with `x-amz-` become query parameters, all others must be sent as they are.
 *
 * @throws RangeError when `expiresIn` is not from 1 second to a week.
 */
export function presignRequest(request: HttpRequest, options: PresignOptions): MaybePromise<HttpRequest> {
  const { credentials, region, service, now, expiresIn, signSessionToken = true } = options;
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > 604_800) {
    throw new RangeError("A presigned request expires after 1 to 604800 seconds");
  }
  const time = timestamp(now);
  const scope = scopeOf(time, region, service);
  const [path, query] = splitTarget(request.path);
  const { headers, parameters } = divideHeaders({ host: hostOf(request.origin), ...request.headers });
  const signed = canonicalHeaders(headers, isSignable);
  parameters.push(
    ["X-Amz-Algorithm", algorithm],
    ["X-Amz-Credential", `${credentials.accessKeyId}/${scope.join("/")}`],
    ["X-Amz-Date", time],
    ["X-Amz-SignedHeaders", headerNames(signed)],
    ["X-Amz-Expires", String(expiresIn)],
  );
  const { sessionToken } = credentials;
  const token: [string, string][] = sessionToken === undefined ? [] : [["X-Amz-Security-Token", sessionToken]];
  const unsigned = (options.payload ?? (isS3(service) ? "unsigned" : "signed")) === "unsigned";
  const given = request.headers["x-amz-content-sha256"] ?? (unsigned ? unsignedPayload : undefined);
  return chain(given ?? payloadHashOf(request.body), (hash) => {
    const all = [...parseQuery(query), ...parameters, ...(signSessionToken ? token : [])];
    const target = [canonicalPathBy(path, pathRulesOf(service, options)), canonicalQuery(all)] as const;
    const canonical = canonicalRequest(request.method, target, signed, hash);
    return chain(signatureOf(canonical, time, scope, credentials.secretAccessKey), (signature) => {
      const added = [...parameters, ...token, ["X-Amz-Signature", signature] as const]
        .map(([name, value]) => `${encodeUri(name)}=${encodeUri(value)}`)
        .join("&");
      return { ...request, headers, path: `${path}?${query === "" ? "" : `${query}&`}${added}` };
    });
  });
}

/** Headers that become parameters of a presigned request, and those that stay headers. */
function divideHeaders(all: Readonly<Record<string, string>>): {
  readonly headers: Record<string, string>;
  readonly parameters: [string, string][];
} {
  const headers: Record<string, string> = {};
  const parameters: [string, string][] = [];
  for (const [name, value] of Object.entries(all)) {
    if (["authorization", "date", "x-amz-date", "x-amz-security-token"].includes(name)) continue;
    if (name.startsWith("x-amz-")) parameters.push([name, value]);
    else headers[name] = value;
  }
  return { headers, parameters };
}
