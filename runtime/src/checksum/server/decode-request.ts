import type { ChunkSigner } from "../../aws/payload-signature.js";
import { collect, streamOf, streamOfBytes } from "../../http/byte-streams.js";
import { codingsText, contentCodings } from "../../server/content-codings.js";
import { replaceBody } from "../../server/replaced-body.js";
import type { ServerRequest } from "../../server/types.js";
import { decodeAwsChunked } from "../aws-chunked-decode.js";
import { ChecksumError } from "../checksum-error.js";
import type { ChecksumAlgorithm } from "../checksum.js";
import { checksumHeader } from "../create-checksum.js";
import { invalidRequest, refusalOf, refusing } from "./failures.js";
import { algorithmOfHeader, isChecksumHeader, supportedHeaders } from "../headers.js";

const coding = "aws-chunked";

/** Whether a body is in the chunks of Amazon S3, which its own headers say. */
export function isAwsChunked(request: ServerRequest): boolean {
  const payload = request.header("x-amz-content-sha256") ?? "";
  // Events have a form of their own.
  if (/^STREAMING-(?!.*-EVENTS$)/.test(payload)) return true;
  return contentCodings(request.header("content-encoding")).some((name) => name.toLowerCase() === coding);
}

/**
 * The request without its chunks (Amazon S3, "Signature calculations: transferring a payload in multiple chunks"): length, checksum and
 * signatures are judged while the body is read, that is at once unless it is a stream.
 *
 * @param signer makes the signatures that must have come with chunks and trailer
 * @throws RefusedRequest for headers that make no sense, and for a body that breaks its form
 */
export async function decodeChunkedRequest(request: ServerRequest, signer?: ChunkSigner): Promise<ServerRequest> {
  const length = announcedLength(request);
  const checksum = announcedTrailer(request);
  let trailers: ReadonlyMap<string, string> = new Map();
  const source = request.streams === true ? request.stream() : streamOfBytes(request.body);
  const bytes = decodeAwsChunked(source, {
    length,
    checksum,
    signer,
    trailers(found) {
      trailers = found;
      const surprise = [...found.keys()].find((name) => isChecksumHeader(name) && name !== headerOf(checksum));
      if (surprise === undefined) return;
      throw new ChecksumError(`The trailer ${surprise.slice(0, 60)} is not announced by x-amz-trailer`, "trailer");
    },
  });
  if (request.streams === true) {
    return without(request, streamOf(refusing(bytes)), { "content-length": length?.toString() });
  }
  let body: Uint8Array;
  try {
    body = await collect(bytes, Infinity, () => new RangeError());
  } catch (error) {
    throw refusalOf(error);
  }
  const header = headerOf(checksum);
  const trailer = header === undefined ? {} : { [header]: trailers.get(header) };
  return without(request, body, { "content-length": String(body.length), ...trailer });
}

function headerOf(checksum: ChecksumAlgorithm | undefined): string | undefined {
  return checksum === undefined ? undefined : checksumHeader(checksum);
}

function without(
  request: ServerRequest,
  body: Uint8Array | ReadableStream<Uint8Array>,
  changes: Readonly<Record<string, string | undefined>>,
): ServerRequest {
  const codings = contentCodings(request.header("content-encoding"));
  const rest = codingsText(codings.filter((name) => name.toLowerCase() !== coding));
  // Both headers were about the chunks.
  return replaceBody(request, body, { ...changes, "content-encoding": rest, "x-amz-content-sha256": undefined });
}

function announcedLength(request: ServerRequest): number | undefined {
  const text = request.header("x-amz-decoded-content-length");
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw invalidRequest("The header x-amz-decoded-content-length must be a number of bytes.");
}

/** The algorithm of the checksum that `x-amz-trailer` promises. */
function announcedTrailer(request: ServerRequest): ChecksumAlgorithm | undefined {
  const names = (request.header("x-amz-trailer") ?? "").split(",").map((name) => name.trim().toLowerCase());
  const checksums = names.filter(isChecksumHeader);
  const [name] = checksums;
  if (name === undefined) return undefined;
  const algorithm = algorithmOfHeader(name);
  if (checksums.length === 1 && algorithm !== undefined) return algorithm;
  throw invalidRequest(`The header x-amz-trailer must name one checksum, which is one of ${supportedHeaders}.`);
}
