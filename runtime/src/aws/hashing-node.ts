import { createHash, createHmac } from "node:crypto";
import type { MaybePromise } from "./maybe-promise.js";

/** SHA-256 in lower-case hexadecimal. A string is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): MaybePromise<string> {
  return createHash("sha256").update(data).digest("hex");
}

export function hmac(key: string | Uint8Array, text: string): MaybePromise<Uint8Array> {
  return createHmac("sha256", key).update(text).digest();
}

export function hmacHex(key: Uint8Array, text: string): MaybePromise<string> {
  return createHmac("sha256", key).update(text).digest("hex");
}
