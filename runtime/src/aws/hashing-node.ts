import type * as nodeCrypto from "node:crypto";
import type { MaybePromise } from "./maybe-promise.js";

let crypto: typeof nodeCrypto | undefined;

/** `hash` of `node:crypto`, which is loaded with the first use: it takes longer to load than all of the client. */
function hash(data: string | Uint8Array, encoding: "hex"): string;
function hash(data: string | Uint8Array, encoding: "buffer"): Buffer;
function hash(data: string | Uint8Array, encoding: "hex" | "buffer"): string | Buffer {
  crypto ??= process.getBuiltinModule("node:crypto");
  return crypto.hash("sha256", data, encoding);
}

/** SHA-256 in lower-case hexadecimal. A string is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): MaybePromise<string> {
  return hash(data, "hex");
}

export function hmac(key: string | Uint8Array, text: string): MaybePromise<Uint8Array> {
  return hash(outerOf(key, text), "buffer");
}

export function hmacHex(key: Uint8Array, text: string): MaybePromise<string> {
  return hash(outerOf(key, text), "hex");
}

const blockBytes = 64;
const digestBytes = 32;

/** A key on both paddings, each with room behind it for what is hashed after. */
interface Padded {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const paddings = new WeakMap<Uint8Array, Padded>();

/**
 * What the outer hash of an HMAC is taken of (RFC 2104). Two one-shot hashes make much less garbage than `createHmac`, whose native
 * objects are the greater part of signing a request; a signing key is padded once.
 */
function outerOf(key: string | Uint8Array, text: string): Buffer {
  const bytes = typeof key === "string" ? Buffer.from(key) : key;
  let padded = paddings.get(bytes);
  if (padded === undefined) {
    padded = pad(bytes);
    paddings.set(bytes, padded);
  }
  const { inner, outer } = padded;
  const room = Buffer.byteLength(text);
  const message =
    room <= inner.length - blockBytes ? inner : Buffer.concat([inner.subarray(0, blockBytes)], blockBytes + room);
  message.write(text, blockBytes);
  hash(message.subarray(0, blockBytes + room), "buffer").copy(outer, blockBytes);
  return outer;
}

function pad(key: Uint8Array): Padded {
  const short = key.length > blockBytes ? hash(key, "buffer") : key;
  const inner = Buffer.alloc(blockBytes + 256, 0);
  const outer = Buffer.alloc(blockBytes + digestBytes, 0);
  for (let index = 0; index < blockBytes; index++) {
    const byte = short[index] ?? 0;
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  return { inner, outer };
}
