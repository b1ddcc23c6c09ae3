import { equalInConstantTime } from "../aws/equal-in-constant-time.js";
import type { ChunkSigner } from "../aws/payload-signature.js";
import { bytesToBase64 } from "../codec/base64.js";
import { type ByteSource } from "../http/byte-streams.js";
import { ByteReader } from "./byte-reader.js";
import { ChecksumError, type ChecksumProblem } from "./checksum-error.js";
import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumHeader, createChecksum } from "./create-checksum.js";

export interface AwsChunkedDecoding {
  /** The checksum that must follow in a trailer. */
  readonly checksum?: ChecksumAlgorithm | undefined;
  /** The number of bytes that `x-amz-decoded-content-length` announced. */
  readonly length?: number | undefined;
  /** Makes the signatures that must have come with chunks and trailer. */
  readonly signer?: ChunkSigner | undefined;
  /** The longest chunk that is taken where chunks are signed, and kept until they are checked. 16 MiB unless given. */
  readonly maximumChunkBytes?: number | undefined;
  /** Told of the trailers, by lower-case name, once the body is over and checked. */
  readonly trailers?: ((trailers: ReadonlyMap<string, string>) => void) | undefined;
}

const maximumLine = 8192;
const maximumTrailers = 32;

/**
 * Decodes a body that is `aws-chunked`. Bytes are passed on as they come; where chunks are signed, once their signature is checked.
 *
 * @throws ChecksumError where the body is broken, cut short, longer or shorter than announced, or has another checksum or signature
 */
export async function* decodeAwsChunked(
  body: ByteSource,
  options: AwsChunkedDecoding = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { checksum: algorithm, length, signer, maximumChunkBytes = 2 ** 24 } = options;
  const checksum = algorithm === undefined ? undefined : createChecksum(algorithm);
  const reader = new ByteReader(body, (problem) => broken(problem, "incomplete"));
  let total = 0;
  try {
    for (;;) {
      const { size, signature } = parseHead(await reader.line(maximumLine));
      if (signer !== undefined && size > maximumChunkBytes) throw broken("a chunk is too long");
      total += size;
      if (length !== undefined && total > length) throw broken(`it is longer than the ${length} bytes it should have`);
      const checked = signer === undefined || size === 0 ? undefined : await reader.whole(size);
      if (signer !== undefined && !equalInConstantTime(await signer.chunk(checked ?? new Uint8Array(0)), signature)) {
        throw broken("the signature of a chunk does not match", "signature");
      }
      if (size === 0) break;
      for await (const piece of checked === undefined ? reader.pieces(size) : [checked]) {
        checksum?.update(piece);
        yield piece;
      }
      if ((await reader.line(maximumLine)) !== "") throw broken("a chunk is longer than it says");
    }
    if (length !== undefined && total < length) {
      throw broken(`it is shorter than the ${length} bytes it should have`, "incomplete");
    }
    const trailers = await readTrailers(reader, signer);
    if (algorithm !== undefined && checksum !== undefined) {
      checkTrailer(trailers, algorithm, bytesToBase64(checksum.digest()));
    }
    if (!(await reader.atEnd())) throw broken("something follows its end");
    options.trailers?.(trailers);
  } finally {
    await reader.leave();
  }
}

function parseHead(line: string): { readonly size: number; readonly signature: string } {
  const [, size, signature = ""] = /^([\da-f]{1,12})(?:;chunk-signature=([\da-f]{64}))?$/i.exec(line) ?? [];
  if (size === undefined) throw broken("a chunk has no size");
  return { size: Number.parseInt(size, 16), signature: signature.toLowerCase() };
}

async function readTrailers(reader: ByteReader, signer: ChunkSigner | undefined): Promise<ReadonlyMap<string, string>> {
  const trailers = new Map<string, string>();
  for (let line = await reader.line(maximumLine); line !== ""; line = await reader.line(maximumLine)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name === "" || trailers.has(name) || trailers.size === maximumTrailers)
      throw broken("a trailer makes no sense", "trailer");
    trailers.set(name, line.slice(colon + 1).trim());
  }
  const signature = trailers.get("x-amz-trailer-signature") ?? "";
  trailers.delete("x-amz-trailer-signature");
  if (signer !== undefined && trailers.size > 0) {
    const lines = [...trailers].map((trailer) => `${trailer.join(":")}\n`).join("");
    if (!equalInConstantTime(await signer.trailer(lines), signature)) {
      throw broken("the signature of the trailer does not match", "signature");
    }
  }
  return trailers;
}

function checkTrailer(trailers: ReadonlyMap<string, string>, algorithm: ChecksumAlgorithm, actual: string): void {
  const name = checksumHeader(algorithm);
  const expected = trailers.get(name);
  if (expected === undefined) throw broken(`the trailer ${name} is missing`, "trailer");
  if (expected !== actual) {
    throw new ChecksumError(`The ${algorithm} checksum of the body is ${actual}, but ${expected} came with it`);
  }
}

function broken(problem: string, kind: ChecksumProblem = "malformed"): ChecksumError {
  return new ChecksumError(`The body is not a whole aws-chunked one: ${problem}`, kind);
}
