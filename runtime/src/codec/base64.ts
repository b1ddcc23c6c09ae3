import { DecodeError, unexpected, unwritable } from "./codec-errors.js";

/** Node's and Bun's own coder, an order of magnitude faster than any other way there. */
interface BufferLike {
  from(text: string, encoding: "base64"): Uint8Array;
  from(buffer: ArrayBufferLike, offset: number, length: number): { toString(encoding: "base64"): string };
}

const nativeBuffer = (): BufferLike | undefined => (globalThis as { readonly Buffer?: BufferLike }).Buffer;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes as base64 (RFC 4648, section 4). */
export function bytesToBase64(bytes: Uint8Array): string {
  const native = nativeBuffer();
  if (native !== undefined) return native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x2000));
  }
  return btoa(binary);
}

/** The bytes of base64 text; undefined when it is not padded base64 of the standard alphabet. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !base64.test(text)) return undefined;
  const native = nativeBuffer();
  if (native !== undefined) return Uint8Array.from(native.from(text, "base64"));
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** A blob as JSON text. */
export function encodeBlob(value: Uint8Array, where: string): string {
  if (!(value instanceof Uint8Array)) throw unwritable(where, "a Uint8Array", value);
  return `"${bytesToBase64(value)}"`;
}

export function decodeBlob(value: unknown, path: string): Uint8Array {
  if (typeof value !== "string") throw unexpected(path, "a base64 string", value);
  const bytes = bytesOfBase64(value);
  if (bytes === undefined) throw new DecodeError(path, "the string is not base64 with padding");
  return bytes;
}
