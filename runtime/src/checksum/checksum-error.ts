/** Bytes that are not those that were sent: a checksum does not match, or what carries the bytes is broken. */
export class ChecksumError extends Error {
  override readonly name = "ChecksumError";
}
