import { bytesToHex } from "../codec/hex.js";

const bytesOf = (data: string | Uint8Array): BufferSource =>
  typeof data === "string" ? new TextEncoder().encode(data) : (data as Uint8Array<ArrayBuffer>);

/** SHA-256 in lower-case hexadecimal. A string is hashed as UTF-8. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(data))));
}

export async function hmac(key: string | Uint8Array, text: string): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", bytesOf(key), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytesOf(text)));
}

export async function hmacHex(key: Uint8Array, text: string): Promise<string> {
  return bytesToHex(await hmac(key, text));
}
