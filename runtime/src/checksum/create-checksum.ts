import { incrementalDigest } from "#digests";
import type { Checksum, ChecksumAlgorithm } from "./checksum.js";
import { crc32, crc32c, incrementalCrc32 } from "./crc32.js";
import { incrementalCrc64Nvme } from "./crc64-nvme.js";

/** A checksum that is fed piece by piece. */
export function createChecksum(algorithm: ChecksumAlgorithm): Checksum {
  switch (algorithm) {
    case "CRC32":
      return incrementalCrc32(crc32);
    case "CRC32C":
      return incrementalCrc32(crc32c);
    case "CRC64NVME":
      return incrementalCrc64Nvme();
    default:
      return incrementalDigest(algorithm);
  }
}

/** The checksum of the bytes, most significant byte first. A string counts as UTF-8. */
export function checksumOf(algorithm: ChecksumAlgorithm, data: string | Uint8Array): Uint8Array {
  const checksum = createChecksum(algorithm);
  checksum.update(typeof data === "string" ? new TextEncoder().encode(data) : data);
  return checksum.digest();
}

const supported: ReadonlySet<string> = new Set<ChecksumAlgorithm>([
  "CRC32",
  "CRC32C",
  "CRC64NVME",
  "MD5",
  "SHA1",
  "SHA256",
  "SHA512",
]);

/** Whether an algorithm of the model is computed here. */
export function isChecksumAlgorithm(name: string): name is ChecksumAlgorithm {
  return supported.has(name);
}

/** The name of the header or trailer with a checksum (`aws.protocols#httpChecksum`, "Resolving checksum name"). */
export function checksumHeader(algorithm: string): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}
