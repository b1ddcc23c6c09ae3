import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumHeader, isChecksumAlgorithm } from "./create-checksum.js";

/** Those that a server computes, the one that costs least first. */
export const serverAlgorithms: readonly ChecksumAlgorithm[] = [
  "CRC32",
  "CRC32C",
  "CRC64NVME",
  "SHA1",
  "SHA256",
  "SHA512",
  "MD5",
];

/** The names of their headers, for a sentence. */
export const supportedHeaders = serverAlgorithms.map(checksumHeader).join(", ");

const prefix = "x-amz-checksum-";
/** Headers with that prefix that are no checksums. */
const others: ReadonlySet<string> = new Set(["algorithm", "mode", "type"].map((name) => prefix + name));

/** Whether a header, by its lower-case name, has a checksum of some algorithm ("Resolving checksum name"). */
export function isChecksumHeader(name: string): boolean {
  return name.startsWith(prefix) && !others.has(name);
}

/** The algorithm of a header's checksum; undefined for one that is not computed here. */
export function algorithmOfHeader(name: string): ChecksumAlgorithm | undefined {
  const algorithm = name.slice(prefix.length).toUpperCase();
  return name.startsWith(prefix) && isChecksumAlgorithm(algorithm) ? algorithm : undefined;
}

const digestBytes: Readonly<Record<ChecksumAlgorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  MD5: 16,
  SHA1: 20,
  SHA256: 32,
  SHA512: 64,
};

/** Whether a text is a checksum of the algorithm in base64. */
export function isDigest(algorithm: ChecksumAlgorithm, text: string): boolean {
  const bytes = digestBytes[algorithm];
  const padding = (3 - (bytes % 3)) % 3;
  const digits = Math.ceil(bytes / 3) * 4 - padding;
  return new RegExp(`^[A-Za-z\\d+/]{${digits}}={${padding}}$`).test(text);
}

/** Whether a checksum is one of an object in parts: it ends with their number and is not of its bytes. */
export function isComposite(text: string): boolean {
  return /-\d+$/.test(text);
}
