import { hmac, hmacHex, sha256Hex } from "#hashing";
import { chain, type MaybePromise } from "./maybe-promise.js";

export const algorithm = "AWS4-HMAC-SHA256";
export const unsignedPayload = "UNSIGNED-PAYLOAD";

/** What a signature is valid for: a day (`20261122`), region and service, and what ends every scope. */
export type Scope = readonly [day: string, region: string, service: string, terminator: "aws4_request"];

/** The scope of a signature of that time. */
export function scopeOf(time: string, region: string, service: string): Scope {
  return [time.slice(0, 8), region, service, "aws4_request"];
}

let knownSecond = Number.NaN;
let knownTimestamp = "";

/** A time as signatures write it: `20150830T123600Z`. Made once a second. */
export function timestamp(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000);
  if (second !== knownSecond) {
    knownTimestamp = new Date(second * 1000).toISOString().replace(/[-:]|\.\d+/g, "");
    knownSecond = second;
  }
  return knownTimestamp;
}

/** The time that a signature's timestamp stands for, in milliseconds since the epoch; undefined when it is none. */
export function parseTimestamp(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const keys = new Map<string, MaybePromise<Uint8Array>>();
const maximumKeys = 256;

/** The key of a day, derived once for it (AWS Signature Version 4, "Derive a signing key"). */
export function signingKey(secretAccessKey: string, scope: Scope): MaybePromise<Uint8Array> {
  const name = [secretAccessKey, ...scope].join("\n");
  let key = keys.get(name);
  if (key === undefined) {
    key = scope.reduce<MaybePromise<string | Uint8Array>>(
      (above, part) => chain(above, (bytes) => hmac(bytes, part)),
      `AWS4${secretAccessKey}`,
    ) as MaybePromise<Uint8Array>;
    if (keys.size >= maximumKeys) keys.clear();
    keys.set(name, key);
  }
  return key;
}

/** The signature of a canonical request, in lower-case hexadecimal. */
export function signatureOf(
  request: string,
  time: string,
  scope: Scope,
  secretAccessKey: string,
): MaybePromise<string> {
  return chain(sha256Hex(request), (hash) =>
    chain(signingKey(secretAccessKey, scope), (key) =>
      hmacHex(key, `${algorithm}\n${time}\n${scope.join("/")}\n${hash}`),
    ),
  );
}
