import { sha256Hex } from "#hashing";
import {
  canonicalHeaderValue,
  canonicalPathBy,
  canonicalQuery,
  canonicalRequest,
  isS3,
  parseQuery,
  pathRulesOf,
  splitTarget,
  type PathOptions,
  type QueryParameter,
} from "./canonical-request.js";
import type { Credentials } from "./credentials.js";
import { equalInConstantTime } from "./equal-in-constant-time.js";
import { chain, type MaybePromise } from "./maybe-promise.js";
import type { ChainPlace } from "./payload-signature.js";
import { readAuthentication, type Authentication } from "./read-authentication.js";
import { parseTimestamp, scopeOf, signatureOf, timestamp, unsignedPayload } from "./signature.js";
import { failure, hashMismatch, type SignatureFailure } from "./signature-failure.js";

/** A request as a server received it. */
export interface SignedRequest {
  readonly method: string;
  /** The request target as received: path and query. */
  readonly path: string;
  /** Every header line in the order of arrival; names in any case. A header that comes twice is two entries. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The body as received, or its SHA-256 in lower-case hexadecimal when it was not kept. */
  readonly body: string | Uint8Array | { readonly sha256: string };
  /** Whether the body is still to come, so that `body` says nothing of it. */
  readonly streams?: boolean | undefined;
}

export interface VerifyOptions extends PathOptions {
  readonly region: string;
  /** The signing name of the service: `ecr`. */
  readonly service: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The credentials with this access key ID; undefined when there are none. */
  readonly credentialsOf: (accessKeyId: string) => MaybePromise<Credentials | undefined>;
  /** Milliseconds that a client's clock may be off in either direction. 15 minutes unless given. */
  readonly maximumSkew?: number | undefined;
  /** Whether requests may leave their body unsigned. Only S3's may unless given. */
  readonly allowUnsignedPayload?: boolean | undefined;
  /** `x-amz-` headers that may stay unsigned, by lower-case name. `x-amz-cf-id` unless given: a content network adds it on the way. */
  readonly unsignedHeaders?: readonly string[] | undefined;
  /** Whether the caller checks what the result says is `pending`. Without it, requests whose body is signed apart from them are refused. */
  readonly checksPayload?: boolean | undefined;
}

/**
 * What of a body is still to be checked: its hash, or the signatures of its chunks or events, of which each covers the one before it and the
 * first one that of the request.
 */
export type PendingPayload =
  | { readonly kind: "hash"; readonly sha256: string }
  | { readonly kind: "chunks" | "events"; readonly place: ChainPlace; readonly seed: string };

export type Verification =
  | {
      readonly ok: true;
      readonly credentials: Credentials;
      readonly form: "header" | "query";
      /** Undefined where the signature covers the body, or need not. */
      readonly pending: PendingPayload | undefined;
    }
  | { readonly ok: false; readonly failure: SignatureFailure };

const minute = 60_000;

/**
 * Checks who sent a request (AWS Signature Version 4), in the header form or the query form. Never throws on what a client sent:
 * every refusal has the name, status and message that AWS's own services answer with.
 *
 * Answers at once on Node when `credentialsOf` does.
 */
export function verifyRequest(request: SignedRequest, options: VerifyOptions): MaybePromise<Verification> {
  const headers = collectHeaders(request.headers);
  const [path, queryText] = splitTarget(request.path);
  const query = parseQuery(queryText);
  const authentication = readAuthentication(headers, query);
  if ("name" in authentication) return refuse(authentication);
  const refusal =
    checkScope(authentication, options) ??
    checkTime(authentication, options) ??
    checkSignedHeaders(authentication, headers, options);
  if (refusal !== undefined) return refuse(refusal);
  return chain(options.credentialsOf(authentication.accessKeyId), (credentials) => {
    if (credentials === undefined || credentials.sessionToken !== authentication.sessionToken) {
      return refuse(failure("UnrecognizedClientException", "The security token included in the request is invalid."));
    }
    if (credentials.expiration !== undefined && credentials.expiration.getTime() <= options.now) {
      return refuse(failure("ExpiredTokenException", "The security token included in the request is expired"));
    }
    return chain(
      payloadOf(request, withDeclaredHash(headers, query), authentication, options, credentials),
      (payload) => {
        if ("name" in payload) return refuse(payload);
        const expected = signatureOf(
          canonicalRequest(
            request.method,
            [
              canonicalPathBy(path, pathRulesOf(options.service, options)),
              canonicalQuery(query.filter((parameter) => isSignedParameter(parameter, options))),
            ],
            authentication.signedHeaders.map((name) => [name, headers.get(name) ?? ""] as const),
            payload.signed,
          ),
          authentication.time,
          scopeOf(authentication.time, options.region, options.service),
          credentials.secretAccessKey,
        );
        return chain(expected, (signature): Verification => {
          if (!equalInConstantTime(signature, authentication.signature)) {
            return refuse(
              failure(
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
              ),
            );
          }
          if (payload.actual !== undefined && payload.actual !== payload.signed) {
            return refuse(hashMismatch());
          }
          return { ok: true, credentials, form: authentication.form, pending: payload.pending };
        });
      },
    );
  });
}

function refuse(reason: SignatureFailure): Verification {
  return { ok: false, failure: reason };
}

/** Canonical values by lower-case name; those of a header that came several times are joined by commas. */
function collectHeaders(lines: SignedRequest["headers"]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [mixedCase, raw] of lines) {
    const name = mixedCase.toLowerCase();
    const value = canonicalHeaderValue(raw);
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

/** What a presigned request says of its payload stands in its query, as all `x-amz-` headers of the one who signed it do. */
function withDeclaredHash(
  headers: ReadonlyMap<string, string>,
  query: readonly QueryParameter[],
): ReadonlyMap<string, string> {
  const name = "x-amz-content-sha256";
  const declared = query.find(([parameter]) => parameter.toLowerCase() === name);
  return declared === undefined || headers.has(name) ? headers : new Map([...headers, [name, declared[1]]]);
}

function checkScope(
  { scope, day, time }: Authentication,
  { region, service }: VerifyOptions,
): SignatureFailure | undefined {
  const [, scopeRegion, scopeService, terminator] = scope;
  const wrong: string[] = [];
  if (scopeRegion !== region) wrong.push(`Credential should be scoped to a valid region, not '${scopeRegion}'. `);
  if (scopeService !== service) wrong.push(`Credential should be scoped to correct service: '${service}'. `);
  if (terminator !== "aws4_request") {
    wrong.push(`Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'. `);
  }
  if (day !== time.slice(0, 8)) {
    wrong.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${time.slice(0, 8)}', from '${time}'. `,
    );
  }
  return wrong.length === 0 ? undefined : failure("InvalidSignatureException", wrong.join(""));
}

function checkTime(authentication: Authentication, options: VerifyOptions): SignatureFailure | undefined {
  const { now, maximumSkew = 15 * minute } = options;
  const { time, expiresIn } = authentication;
  const signed = parseTimestamp(time) ?? Number.NaN;
  const skew = `${maximumSkew / minute} min.`;
  if (signed > now + maximumSkew) {
    return failure(
      "InvalidSignatureException",
      `Signature not yet current: ${time} is still later than ${timestamp(now + maximumSkew)} (${timestamp(now)} + ${skew})`,
    );
  }
  if (expiresIn !== undefined) {
    const end = signed + expiresIn * 1000;
    if (end > now) return undefined;
    return failure(
      "InvalidSignatureException",
      `Signature expired: ${timestamp(end)} is now earlier than ${timestamp(now)} (presigned for ${expiresIn} s)`,
    );
  }
  // Written so that a time that is none is refused.
  if (signed >= now - maximumSkew) return undefined;
  return failure(
    "InvalidSignatureException",
    `Signature expired: ${time} is now earlier than ${timestamp(now - maximumSkew)} (${timestamp(now)} - ${skew})`,
  );
}

/** What a signature does not cover, anyone on the way could have written: the host and `x-amz-` headers decide what a request means. */
function checkSignedHeaders(
  { signedHeaders }: Authentication,
  headers: ReadonlyMap<string, string>,
  { unsignedHeaders = ["x-amz-cf-id"] }: VerifyOptions,
): SignatureFailure | undefined {
  if (!signedHeaders.includes("host") && !signedHeaders.includes(":authority")) {
    return failure(
      "InvalidSignatureException",
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    );
  }
  for (const name of headers.keys()) {
    if (name.startsWith("x-amz-") && !signedHeaders.includes(name) && !unsignedHeaders.includes(name)) {
      return failure(
        "InvalidSignatureException",
        `The header '${name}' must be a 'SignedHeader' in the AWS Authorization.`,
      );
    }
  }
  const absent = signedHeaders.find((name) => !headers.has(name));
  if (absent === undefined) return undefined;
  return failure("InvalidSignatureException", `The signed header '${absent}' is not part of the request.`);
}

/** The signature itself never is part of what is signed; a session token may be exempt. */
function isSignedParameter([name]: QueryParameter, { unsignedHeaders = [] }: VerifyOptions): boolean {
  if (name === "X-Amz-Signature") return false;
  return !(name === "X-Amz-Security-Token" && unsignedHeaders.includes("x-amz-security-token"));
}

/** What a signature has of a body. */
interface Payload {
  /** What stands for it in the canonical request: its hash, or a word for how else it is signed. */
  readonly signed: string;
  /** The hash of the body where `signed` is only what the request says of it. */
  readonly actual?: string | undefined;
  readonly pending?: PendingPayload | undefined;
}

const unsignedChunks = /^STREAMING-UNSIGNED-PAYLOAD(?:-TRAILER)?$/;
const signedApart = /^STREAMING-AWS4-HMAC-SHA256-(?:(PAYLOAD)(?:-TRAILER)?|EVENTS)$/;
const hexHash = /^[\da-f]{64}$/;

function payloadOf(
  { body, streams = false }: SignedRequest,
  headers: ReadonlyMap<string, string>,
  { form, time, signature: seed }: Authentication,
  { region, service, allowUnsignedPayload = isS3(service), checksPayload = false }: VerifyOptions,
  { secretAccessKey }: Credentials,
): MaybePromise<Payload | SignatureFailure> {
  const declared = headers.get("x-amz-content-sha256");
  const unsigned = declared === unsignedPayload || (declared === undefined && form === "query" && isS3(service));
  if (unsigned && allowUnsignedPayload) return { signed: unsignedPayload };
  if (declared !== undefined && unsignedChunks.test(declared) && allowUnsignedPayload) return { signed: declared };
  const apart = checksPayload ? signedApart.exec(declared ?? "") : null;
  if (declared !== undefined && apart !== null) {
    const place = { time, scope: scopeOf(time, region, service), secretAccessKey };
    return { signed: declared, pending: { kind: apart[1] === undefined ? "events" : "chunks", place, seed } };
  }
  const isHash = declared !== undefined && hexHash.test(declared);
  if (streams) {
    if (checksPayload && isHash) return { signed: declared, pending: { kind: "hash", sha256: declared } };
    return failure(
      "InvalidSignatureException",
      "The header 'x-amz-content-sha256' must say how the body of the request is signed.",
    );
  }
  const actual = typeof body === "object" && "sha256" in body ? body.sha256 : sha256Hex(body);
  // Amazon S3 tells a body that was changed from a signature that is wrong.
  return isHash && isS3(service)
    ? chain(actual, (hash): Payload => ({ signed: declared, actual: hash }))
    : chain(actual, (signed): Payload => ({ signed }));
}
