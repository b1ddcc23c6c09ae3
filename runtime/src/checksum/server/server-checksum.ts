import { streamOf } from "../../http/byte-streams.js";
import { replaceBody } from "../../server/replaced-body.js";
import type { ServerRequest, ServerResponse, ServerStep } from "../../server/types.js";
import type { ChecksumAlgorithm } from "../checksum.js";
import { checksumHeader } from "../create-checksum.js";
import { base64ChecksumOf, verifiedStream, verifyChecksum } from "../verify-checksum.js";
import { decodeChunkedRequest, isAwsChunked } from "./decode-request.js";
import { invalidDigest, invalidRequest, refusalOf, refusing } from "./failures.js";
import {
  algorithmOfHeader,
  isChecksumHeader,
  isComposite,
  isDigest,
  serverAlgorithms,
  supportedHeaders,
} from "../headers.js";

/** What a server knows of the checksums of an operation's messages. */
export interface ServerChecksum {
  /** Whether a request must have a checksum. */
  readonly required?: boolean | undefined;
  /** The header of the member that names the algorithm (`requestAlgorithmMember`), in lower case. */
  readonly algorithmHeader?: string | undefined;
  /** The member by which a caller asks for a checksum of the answer (`requestValidationModeMember`). */
  readonly modeMember?: string | undefined;
  /** The algorithms of which the answer may have a checksum. */
  readonly responseAlgorithms?: readonly string[] | undefined;
}

/** A checksum that came with a request. */
interface Expected {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
}

/**
 * Checks the bodies of requests and gives answers a checksum (`aws.protocols#httpChecksum`, "Service behavior"; Smithy 2.0,
 * "httpChecksumRequired trait"). A body in chunks is taken out of them, and `Content-MD5` is checked wherever it stands.
 */
export function serverChecksum(facts: ServerChecksum): ServerStep {
  return {
    async request(request) {
      const promised = isTrailerPromised(request);
      const whole = isAwsChunked(request) ? await decodeChunkedRequest(request) : request;
      const expected = [...checksumOf(whole, facts, promised), ...md5Of(whole)];
      if (expected.length === 0 && facts.required === true && !promised && !hasComposite(whole)) {
        throw invalidRequest("The request must have a checksum: the header Content-MD5 or x-amz-checksum-*.");
      }
      return expected.reduce(verified, whole);
    },
    response: (response, input) => summed(facts, response, input),
  };
}

/** Whether the checksum follows the body, where it is checked with the form of the body. */
function isTrailerPromised(request: ServerRequest): boolean {
  return /(?:^|,)\s*x-amz-checksum-/i.test(request.header("x-amz-trailer") ?? "");
}

/**
 * The one checksum that is checked of those in the headers: that of the algorithm which the caller names, else the one that costs least. A
 * caller that gives a checksum of another algorithm than it names is not refused: clients name their default beside a checksum of the user's.
 */
function checksumOf(request: ServerRequest, { algorithmHeader }: ServerChecksum, promised: boolean): Expected[] {
  const given = checksumHeaders(request);
  const named = algorithmHeader === undefined ? undefined : request.header(algorithmHeader);
  if (given.length === 0) {
    if (named === undefined || promised) return [];
    throw invalidRequest(
      `The header ${algorithmHeader} names an algorithm, but there is no checksum of it in a header x-amz-checksum-* or a trailer.`,
    );
  }
  const known = serverAlgorithms.filter((algorithm) => given.includes(checksumHeader(algorithm)));
  const chosen = known.find((algorithm) => algorithm === named?.toUpperCase()) ?? known[0];
  if (chosen === undefined) {
    throw invalidRequest(`No checksum of the request is of an algorithm that is known here: ${supportedHeaders}.`);
  }
  const value = request.header(checksumHeader(chosen)) ?? "";
  if (isComposite(value)) return [];
  if (!isDigest(chosen, value)) {
    throw invalidRequest(`The header ${checksumHeader(chosen)} must be a ${chosen} checksum in base64.`);
  }
  return [{ algorithm: chosen, value }];
}

function checksumHeaders(request: ServerRequest): readonly string[] {
  return [...request.headers].map(([name]) => name.toLowerCase()).filter(isChecksumHeader);
}

function hasComposite(request: ServerRequest): boolean {
  return checksumHeaders(request).some(
    (name) => algorithmOfHeader(name) !== undefined && isComposite(request.header(name) ?? ""),
  );
}

function md5Of(request: ServerRequest): Expected[] {
  const value = request.header("content-md5");
  if (value === undefined) return [];
  if (!isDigest("MD5", value)) throw invalidDigest("The header Content-MD5 must be an MD5 checksum in base64.");
  return [{ algorithm: "MD5", value }];
}

/** @throws RefusedRequest where the body is read already and has another checksum */
function verified(request: ServerRequest, { algorithm, value }: Expected): ServerRequest {
  if (request.streams === true) {
    const stream = verifiedStream(request.stream(), algorithm, value);
    return replaceBody(request, streamOf(refusing(stream)));
  }
  try {
    verifyChecksum(algorithm, request.body, value);
  } catch (error) {
    throw refusalOf(error);
  }
  return request;
}

/** The answer with a checksum, where the caller asks for one and the answer has none yet. That of a stream is not known before its end. */
function summed(
  { modeMember, responseAlgorithms = [] }: ServerChecksum,
  response: ServerResponse,
  input: unknown,
): ServerResponse {
  const { body, headers } = response;
  if (modeMember === undefined || body instanceof ReadableStream) return response;
  if ((input as Readonly<Record<string, unknown>>)[modeMember] !== "ENABLED") return response;
  const algorithm = serverAlgorithms.find((known) => responseAlgorithms.includes(known));
  const hasOne = headers.some((name, index) => index % 2 === 0 && isChecksumHeader(name.toLowerCase()));
  if (algorithm === undefined || hasOne) return response;
  const checksum = [checksumHeader(algorithm), base64ChecksumOf(algorithm, body)];
  return { ...response, headers: [...headers, ...checksum] };
}
