/** A checksum that is fed piece by piece. */
export interface Checksum {
  update(bytes: Uint8Array): void;
  /** The checksum of everything so far, most significant byte first. Nothing may be added after. */
  digest(): Uint8Array;
}

/** The algorithms of `aws.protocols#httpChecksum` that are computed here; those that are only recommended, of the XXHash family, are not. */
export type ChecksumAlgorithm = "CRC32" | "CRC32C" | "CRC64NVME" | "MD5" | "SHA1" | "SHA256" | "SHA512";

/** Those that a hash function of cryptography makes. */
export type DigestAlgorithm = Extract<ChecksumAlgorithm, "MD5" | `SHA${string}`>;
