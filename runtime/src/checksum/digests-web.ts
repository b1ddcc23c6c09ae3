import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import type { Checksum, DigestAlgorithm } from "./checksum.js";
import { crcTables, sliceBytes, updateCrc } from "./crc-tables.js";

const functions = { MD5: md5, SHA1: sha1, SHA256: sha256, SHA512: sha512 };

/** A hash that is fed piece by piece, which WebCrypto's are not. */
export function incrementalDigest(algorithm: DigestAlgorithm): Checksum {
  const hash = functions[algorithm].create();
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest(),
  };
}

let tables: Int32Array | undefined;

/** CRC-32 with the reflected polynomial of ISO 3309. */
export function crc32(bytes: Uint8Array, before: number): number {
  tables ??= crcTables(0xedb88320, sliceBytes);
  return ~updateCrc(tables, bytes, ~before) >>> 0;
}
