import { bytesToBase64 } from "../codec/base64.js";
import { streamOf, type ByteSource } from "../http/byte-streams.js";
import { pulled } from "../http/pulled.js";
import { ChecksumError } from "./checksum-error.js";
import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumOf, createChecksum } from "./create-checksum.js";

/** A checksum as headers and trailers carry it. */
export function base64ChecksumOf(algorithm: ChecksumAlgorithm, data: string | Uint8Array): string {
  return bytesToBase64(checksumOf(algorithm, data));
}

/** @throws ChecksumError unless the bytes have this checksum, in base64 */
export function verifyChecksum(algorithm: ChecksumAlgorithm, data: Uint8Array, expected: string): void {
  compare(algorithm, base64ChecksumOf(algorithm, data), expected);
}

/**
 * The same bytes, checked while they pass: where the checksum is another, the stream fails in place of ending.
 *
 * @param expected in base64
 */
export function verifiedStream(
  source: ByteSource,
  algorithm: ChecksumAlgorithm,
  expected: string,
): ReadableStream<Uint8Array> {
  const checksum = createChecksum(algorithm);
  return streamOf(
    pulled(source, {
      each(chunk) {
        checksum.update(chunk);
        return [chunk];
      },
      end() {
        compare(algorithm, bytesToBase64(checksum.digest()), expected);
        return [];
      },
    }),
  );
}

function compare(algorithm: string, actual: string, expected: string): void {
  if (actual === expected) return;
  throw new ChecksumError(`The ${algorithm} checksum of the body is ${actual}, but ${expected} came with it`);
}
