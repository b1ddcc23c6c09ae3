import { hmac, hmacHex, sha256Hex } from "#hashing";
import { chain, type MaybePromise } from "./maybe-promise.js";

export const algorithm = "AWS4-HMAC-SHA256";
export const unsignedPayload = "UNSIGNED-PAYLOAD";

/** What a signature is valid for: one day, region and service. */
export interface Scope {
  /** `20261122`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

export function scopeText(scope: Scope): string {
  return `${scope.day}/${scope.region}/${scope.service}/aws4_request`;
}

/** A time as signatures write it: `20150830T123600Z`. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "");
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
function signingKey(secretAccessKey: string, scope: Scope): MaybePromise<Uint8Array> {
  const name = `${secretAccessKey}\n${scope.day}\n${scope.region}\n${scope.service}`;
  let key = keys.get(name);
  if (key === undefined) {
    key = chain(hmac(`AWS4${secretAccessKey}`, scope.day), (day) =>
      chain(hmac(day, scope.region), (region) =>
        chain(hmac(region, scope.service), (service) => hmac(service, "aws4_request")),
      ),
    );
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
      hmacHex(key, `${algorithm}\n${time}\n${scopeText(scope)}\n${hash}`),
    ),
  );
}

/** The hash of a body, for the canonical request. */
export function payloadHashOf(body: string | Uint8Array): MaybePromise<string> {
  return body.length === 0 ? emptyPayloadHash : sha256Hex(body);
}

const emptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
