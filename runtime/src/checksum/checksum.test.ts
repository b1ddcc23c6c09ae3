import { assert, array, constantFrom, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import * as node from "../node/digests.js";
import type { ChecksumAlgorithm, DigestAlgorithm } from "./checksum.js";
import { checksumHeader, checksumOf, createChecksum, isChecksumAlgorithm } from "./create-checksum.js";
import * as web from "./digests-web.js";

const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "MD5", "SHA1", "SHA256", "SHA512"] as const;

describe("the checksum of 123456789", () => {
  it.each<[ChecksumAlgorithm, string]>([
    ["CRC32", "cbf43926"],
    ["CRC32C", "e3069283"],
    ["CRC64NVME", "ae8b14860a799888"],
    ["MD5", "25f9e794323b453885f5181f1b624d0b"],
    ["SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441"],
    ["SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"],
  ])("by %s is %s", (algorithm, expected) => {
    expect(Buffer.from(checksumOf(algorithm, "123456789")).toString("hex")).toBe(expected);
  });
});

it.each<[ChecksumAlgorithm, string]>([
  ["CRC32", "00000000"],
  ["CRC32C", "00000000"],
  ["CRC64NVME", "0000000000000000"],
  ["SHA1", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
])("the checksum of nothing by %s is %s", (algorithm, expected) => {
  expect(Buffer.from(checksumOf(algorithm, "")).toString("hex")).toBe(expected);
});

it("is the same however the bytes are cut", () => {
  assert(
    property(constantFrom(...algorithms), array(uint8Array({ maxLength: 40 })), (algorithm, pieces) => {
      const checksum = createChecksum(algorithm);
      for (const piece of pieces) checksum.update(piece);
      expect(checksum.digest()).toEqual(checksumOf(algorithm, Buffer.concat(pieces)));
    }),
  );
});

/** Bit by bit, as the definitions of the checksums say. */
function slowCrc(width: bigint, polynomial: bigint, bytes: Uint8Array): string {
  const ones = (1n << width) - 1n;
  let crc = ones;
  for (const byte of bytes) {
    crc ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n;
  }
  return (crc ^ ones).toString(16).padStart(Number(width) / 4, "0");
}

it.each<[ChecksumAlgorithm, bigint, bigint]>([
  ["CRC32", 32n, 0xedb88320n],
  ["CRC32C", 32n, 0x82f63b78n],
  ["CRC64NVME", 64n, 0x9a6c9329ac4bc9b5n],
])("%s is what its polynomial says", (algorithm, width, polynomial) => {
  assert(
    property(uint8Array({ maxLength: 100 }), (bytes) => {
      expect(Buffer.from(checksumOf(algorithm, bytes)).toString("hex")).toBe(slowCrc(width, polynomial, bytes));
    }),
  );
});

it("is the same on Node and on the web", () => {
  const digest = ({ incrementalDigest }: typeof node, algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array => {
    const hash = incrementalDigest(algorithm);
    hash.update(bytes.subarray(0, 3));
    hash.update(bytes.subarray(3));
    return hash.digest();
  };
  assert(
    property(constantFrom<DigestAlgorithm[]>("MD5", "SHA1", "SHA256", "SHA512"), uint8Array(), (algorithm, bytes) => {
      expect(digest(web, algorithm, bytes)).toEqual(digest(node, algorithm, bytes));
      expect(web.crc32(bytes, 7)).toBe(node.crc32(bytes, 7));
    }),
  );
});

it("knows the algorithms and their headers", () => {
  expect([...algorithms, "XXHASH3", "crc32"].filter(isChecksumAlgorithm)).toEqual(algorithms);
  expect(checksumHeader("CRC64NVME")).toBe("x-amz-checksum-crc64nvme");
});
