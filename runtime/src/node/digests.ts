import type * as nodeCrypto from "node:crypto";
import type * as nodeZlib from "node:zlib";
import type { Checksum, DigestAlgorithm } from "../checksum/checksum.js";

const names = { MD5: "md5", SHA1: "sha1", SHA256: "sha256", SHA512: "sha512" } as const;

// Both are loaded with the first use, so that importing a client costs little.
let crypto: typeof nodeCrypto | undefined;
let zlib: typeof nodeZlib | undefined;

/** A hash that is fed piece by piece. */
export function incrementalDigest(algorithm: DigestAlgorithm): Checksum {
  crypto ??= process.getBuiltinModule("node:crypto");
  const hash = crypto.createHash(names[algorithm]);
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => new Uint8Array(hash.digest()),
  };
}

/** CRC-32 by zlib, which uses the processor's own instructions. */
export function crc32(bytes: Uint8Array, before: number): number {
  // For no bytes zlib answers zero, whatever came before.
  if (bytes.length === 0) return before;
  zlib ??= process.getBuiltinModule("node:zlib");
  return zlib.crc32(bytes, before);
}
