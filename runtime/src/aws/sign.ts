import { hostOf, type HttpRequest } from "../http/message.js";
import {
  canonicalHeaderValue,
  canonicalPath,
  canonicalQuery,
  canonicalRequest,
  encodeUri,
  isS3,
  isSignable,
  parseQuery,
  pathRulesOf,
  type PathOptions,
  type PathRules,
} from "./canonical-request.js";
import type { Credentials } from "./credentials.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import {
  algorithm,
  payloadHashOf,
  scopeText,
  signatureOf,
  timestamp,
  unsignedPayload,
  type Scope,
} from "./signature.js";

/** What to sign with. What is left out follows from the service. */
export interface SignOptions extends PathOptions {
  readonly credentials: Credentials;
  readonly region: string;
  /** The name of the service in the scope: `ecr`. */
  readonly service: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
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

interface Preparation {
  readonly time: string;
  readonly scope: Scope;
  readonly path: string;
  readonly query: string;
  readonly rules: PathRules;
}

function prepare(request: HttpRequest, options: SignOptions): Preparation {
  const time = timestamp(options.now);
  const question = request.path.indexOf("?");
  return {
    time,
    scope: { day: time.slice(0, 8), region: options.region, service: options.service },
    path: question < 0 ? request.path : request.path.slice(0, question),
    query: question < 0 ? "" : request.path.slice(question + 1),
    rules: pathRulesOf(options.service, options),
  };
}

/** The headers that get signed, canonical and in order. */
function signedHeaders(headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.keys(headers)
    .filter(isSignable)
    .sort()
    .map((name) => [name, canonicalHeaderValue(headers[name] ?? "")] as const);
}

/**
 * Signs in the header form: adds `x-amz-date`, `authorization` and where needed `x-amz-security-token` and
 * `x-amz-content-sha256`. Older ones of a former attempt are replaced. A `host` that is absent follows from the origin.
 *
 * A payload hash that the request already carries in `x-amz-content-sha256` is used as it is.
 */
export function signRequest(request: HttpRequest, options: SignOptions): MaybePromise<HttpRequest> {
  const { credentials } = options;
  const { time, scope, path, query, rules } = prepare(request, options);
  const headers: Record<string, string> = { host: hostOf(request.origin), ...request.headers, "x-amz-date": time };
  delete headers["authorization"];
  delete headers["date"];
  const tokenIsSigned = options.signSessionToken ?? true;
  if (credentials.sessionToken !== undefined && tokenIsSigned)
    headers["x-amz-security-token"] = credentials.sessionToken;
  const given = headers["x-amz-content-sha256"] ?? (options.payload === "unsigned" ? unsignedPayload : undefined);
  return chain(given ?? payloadHashOf(request.body), (payloadHash) => {
    if (options.contentSha256Header ?? (isS3(options.service) || given !== undefined)) {
      headers["x-amz-content-sha256"] = payloadHash;
    }
    const signed = signedHeaders(headers);
    const canonical = canonicalRequest({
      method: request.method,
      path: canonicalPath(path, rules),
      query: query === "" ? "" : canonicalQuery(parseQuery(query)),
      headers: signed,
      payloadHash,
    });
    return chain(signatureOf(canonical, time, scope, credentials.secretAccessKey), (signature) => {
      if (credentials.sessionToken !== undefined) headers["x-amz-security-token"] = credentials.sessionToken;
      const names = signed.map(([name]) => name).join(";");
      headers["authorization"] =
        `${algorithm} Credential=${credentials.accessKeyId}/${scopeText(scope)}, SignedHeaders=${names}, Signature=${signature}`;
      return { ...request, headers };
    });
  });
}

/**
 * Signs in the query form: whoever has the resulting path and the remaining headers can send the request until it expires.
 * Headers that begin with `x-amz-` become query parameters, all others must be sent as they are.
 *
 * @throws RangeError when `expiresIn` is not from 1 second to a week.
 */
export function presignRequest(request: HttpRequest, options: PresignOptions): MaybePromise<HttpRequest> {
  const { credentials, expiresIn } = options;
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > 604_800) {
    throw new RangeError("A presigned request expires after 1 to 604800 seconds");
  }
  const { time, scope, path, query, rules } = prepare(request, options);
  const headers: Record<string, string> = {};
  const added: [string, string][] = [];
  const all: Record<string, string> = { host: hostOf(request.origin), ...request.headers };
  for (const [name, value] of Object.entries(all)) {
    if (["authorization", "date", "x-amz-date", "x-amz-security-token"].includes(name)) continue;
    if (name.startsWith("x-amz-")) added.push([name, value]);
    else headers[name] = value;
  }
  const given = all["x-amz-content-sha256"] ?? (unsignedByDefault(options) ? unsignedPayload : undefined);
  const signed = signedHeaders(headers);
  added.push(
    ["X-Amz-Algorithm", algorithm],
    ["X-Amz-Credential", `${credentials.accessKeyId}/${scopeText(scope)}`],
    ["X-Amz-Date", time],
    ["X-Amz-SignedHeaders", signed.map(([name]) => name).join(";")],
    ["X-Amz-Expires", String(expiresIn)],
  );
  const token: [string, string][] =
    credentials.sessionToken === undefined ? [] : [["X-Amz-Security-Token", credentials.sessionToken]];
  const tokenIsSigned = options.signSessionToken ?? true;
  return chain(given ?? payloadHashOf(request.body), (payloadHash) => {
    const canonical = canonicalRequest({
      method: request.method,
      path: canonicalPath(path, rules),
      query: canonicalQuery([...parseQuery(query), ...added, ...(tokenIsSigned ? token : [])]),
      headers: signed,
      payloadHash,
    });
    return chain(signatureOf(canonical, time, scope, credentials.secretAccessKey), (signature) => {
      const parameters = [...added, ...token, ["X-Amz-Signature", signature] as const]
        .map(([name, value]) => `${encodeUri(name)}=${encodeUri(value)}`)
        .join("&");
      return { ...request, headers, path: `${path}?${query === "" ? "" : `${query}&`}${parameters}` };
    });
  });
}

function unsignedByDefault(options: SignOptions): boolean {
  return (options.payload ?? (isS3(options.service) ? "unsigned" : "signed")) === "unsigned";
}
