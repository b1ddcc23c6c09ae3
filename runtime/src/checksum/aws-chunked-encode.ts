import type { ChunkSigner } from "../aws/payload-signature.js";
import { bytesToBase64 } from "../codec/base64.js";
import { joinBytes, type ByteSource } from "../http/byte-streams.js";
import { pulled, type Pulled } from "../http/pulled.js";
import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumHeader, createChecksum } from "./create-checksum.js";

/** How a body is written as `aws-chunked` (Amazon S3, "Signature calculations: transferring a payload in multiple chunks"). */
export interface AwsChunkedOptions {
  /** Bytes of every chunk but the last; 65,536 unless given. S3 takes no less than 8,192. */
  readonly chunkBytes?: number | undefined;
  /** The checksum that follows the body in a trailer. */
  readonly checksum?: ChecksumAlgorithm | undefined;
  /** Signs chunks and trailer. Without one the request says that its payload is unsigned. */
  readonly signer?: ChunkSigner | undefined;
}

/** What the length and the name of a form depend on: of a signer, whether there is one. */
export type AwsChunkedForm = Omit<AwsChunkedOptions, "signer"> & { readonly signer?: object | undefined };

const usualChunkBytes = 65_536;
const lineEnd = "\r\n";
const signatureLength = 64;
const text = /* @__PURE__ */ new TextEncoder();

/** What `x-amz-content-sha256` says of a body in this form. */
export function awsChunkedPayload({ checksum, signer }: AwsChunkedForm): string {
  const form = signer === undefined ? "UNSIGNED-PAYLOAD" : "AWS4-HMAC-SHA256-PAYLOAD";
  return `STREAMING-${form}${checksum === undefined ? "" : "-TRAILER"}`;
}

/** Encodes a body. The pieces it comes in do not matter: chunks are as long as the options say. */
export function encodeAwsChunked(body: ByteSource, options: AwsChunkedOptions): Pulled<Uint8Array> {
  const { chunkBytes = usualChunkBytes, checksum: algorithm, signer } = options;
  const checksum = algorithm === undefined ? undefined : createChecksum(algorithm);
  return pulled(chunksOfLength(body, chunkBytes), {
    async each(data) {
      checksum?.update(data);
      return [text.encode(await chunkHead(data, signer)), data, text.encode(lineEnd)];
    },
    async end() {
      let end = await chunkHead(new Uint8Array(0), signer);
      if (checksum !== undefined && algorithm !== undefined) {
        const trailer = `${checksumHeader(algorithm)}:${bytesToBase64(checksum.digest())}`;
        end += trailer + lineEnd;
        if (signer !== undefined) {
          end += `x-amz-trailer-signature:${await signer.trailer(`${trailer}\n`)}${lineEnd}`;
        }
      }
      return [text.encode(end + lineEnd)];
    },
  });
}

/** How many bytes a body of so many will be. */
export function awsChunkedLength(length: number, options: AwsChunkedForm): number {
  const { chunkBytes = usualChunkBytes, checksum, signer } = options;
  const signature = signer === undefined ? 0 : ";chunk-signature=".length + signatureLength;
  const head = (size: number): number => size.toString(16).length + signature + lineEnd.length;
  const chunk = (size: number): number => head(size) + size + lineEnd.length;
  const rest = length % chunkBytes;
  let total = Math.floor(length / chunkBytes) * chunk(chunkBytes) + (rest === 0 ? 0 : chunk(rest));
  total += head(0) + lineEnd.length;
  if (checksum !== undefined) {
    const digest = Math.ceil(createChecksum(checksum).digest().length / 3) * 4;
    total += checksumHeader(checksum).length + 1 + digest + lineEnd.length;
    if (signer !== undefined) total += "x-amz-trailer-signature:".length + signatureLength + lineEnd.length;
  }
  return total;
}

async function chunkHead(data: Uint8Array, signer: ChunkSigner | undefined): Promise<string> {
  const signature = signer === undefined ? "" : `;chunk-signature=${await signer.chunk(data)}`;
  return data.length.toString(16) + signature + lineEnd;
}

/** The same bytes in pieces of one length; the last one may be shorter, none is empty. */
function chunksOfLength(source: ByteSource, length: number): Pulled<Uint8Array> {
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  return pulled(source, {
    *each(piece) {
      let rest = piece;
      while (pendingLength + rest.length >= length) {
        const taken = rest.subarray(0, length - pendingLength);
        yield joinBytes([...pending, taken]);
        rest = rest.subarray(taken.length);
        pending = [];
        pendingLength = 0;
      }
      if (rest.length > 0) pending.push(rest);
      pendingLength += rest.length;
    },
    end: () => (pendingLength > 0 ? [joinBytes(pending)] : []),
  });
}
