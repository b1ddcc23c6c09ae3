import { hmacHex, sha256Hex } from "#hashing";
import { chain, type MaybePromise } from "./maybe-promise.js";
import { signingKey, type Scope } from "./signature.js";

/** What a chain of signatures is made with. Each signature covers the one before it, the first one that of the request. */
export interface ChainPlace {
  /** The time of this link, as signatures write it: `20150830T123600Z`. */
  readonly time: string;
  readonly scope: Scope;
  readonly secretAccessKey: string;
}

/**
 * The next signature of a chain (AWS Signature Version 4, "Signature calculations for streaming requests"), in lower-case hexadecimal.
 *
 * @param previous the signature before this one
 * @param hashes what this one covers, in lower-case hexadecimal
 */
export function chainedSignature(
  kind: "AWS4-HMAC-SHA256-PAYLOAD" | "AWS4-HMAC-SHA256-TRAILER",
  { time, scope, secretAccessKey }: ChainPlace,
  previous: string,
  hashes: readonly string[],
): MaybePromise<string> {
  const text = [kind, time, scope.join("/"), previous, ...hashes].join("\n");
  return chain(signingKey(secretAccessKey, scope), (key) => hmacHex(key, text));
}

/** Signs the chunks of a body in their order, then the trailer. */
export interface ChunkSigner {
  chunk(data: Uint8Array): MaybePromise<string>;
  /** @param lines each trailer as `name:value`, ended by a line feed */
  trailer(lines: string): MaybePromise<string>;
}

/** A signer of chunks (the payload `STREAMING-AWS4-HMAC-SHA256-PAYLOAD`) that goes on from the request's signature. */
export function chunkSigner(place: ChainPlace, seed: string): ChunkSigner {
  let previous = seed;
  const next = (kind: Parameters<typeof chainedSignature>[0], hashes: readonly string[]): MaybePromise<string> =>
    chain(chainedSignature(kind, place, previous, hashes), (signature) => (previous = signature));
  return {
    chunk: (data) =>
      chain(sha256Hex(""), (empty) =>
        chain(sha256Hex(data), (hash) => next("AWS4-HMAC-SHA256-PAYLOAD", [empty, hash])),
      ),
    trailer: (lines) => chain(sha256Hex(lines), (hash) => next("AWS4-HMAC-SHA256-TRAILER", [hash])),
  };
}
