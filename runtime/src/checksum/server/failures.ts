import { chunksOf, type ByteSource } from "../../http/byte-streams.js";
import type { Pulled } from "../../http/pulled.js";
import { RefusedRequest } from "../../server/framework-errors.js";
import type { RequestFailure } from "../../server/types.js";
import { ChecksumError, type ChecksumProblem } from "../checksum-error.js";

/**
 * What a server answers where a body is not the one that was sent. `aws.protocols#httpChecksum` names no errors; these are Amazon S3's, of
 * which the trait is made and which its clients know.
 */

const names: Readonly<Record<ChecksumProblem, string>> = {
  mismatch: "BadDigest",
  malformed: "InvalidRequest",
  incomplete: "IncompleteBody",
  signature: "InvalidSignatureException",
  trailer: "MalformedTrailerError",
};

/** A request whose headers say what cannot be, or do not say what they must. */
export function invalidRequest(message: string): RefusedRequest {
  return new RefusedRequest({ name: "InvalidRequest", statusCode: 400, message });
}

/** `Content-MD5` that is no MD5. */
export function invalidDigest(message: string): RefusedRequest {
  return new RefusedRequest({ name: "InvalidDigest", statusCode: 400, message });
}

/** What a caller is told of an error of checksums; any other error stays what it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof ChecksumError)) return error;
  const failure: RequestFailure = { name: names[error.problem], statusCode: 400, message: `${error.message}.` };
  return new RefusedRequest(failure);
}

/** The same bytes, of which errors of checksums become refusals of the request. */
export function refusing(source: ByteSource): Pulled<Uint8Array> {
  return chunksOf(source, (error) => {
    throw refusalOf(error);
  });
}
