import { decodeChunkedRequest } from "../checksum/server/decode-request.js";
import { EventStreamError } from "../event-stream/message.js";
import { verifySignatures } from "../event-stream/signed-events.js";
import { bytesToHex } from "../codec/hex.js";
import { createChecksum } from "../checksum/create-checksum.js";
import { streamOf, streamOfBytes, type ByteSource } from "../http/byte-streams.js";
import { pulled, type Pulled } from "../http/pulled.js";
import { RefusedRequest } from "../server/framework-errors.js";
import { replaceBody } from "../server/replaced-body.js";
import type { ServerRequest } from "../server/types.js";
import { chunkSigner } from "./payload-signature.js";
import { failure, hashMismatch } from "./signature-failure.js";
import type { PendingPayload } from "./verify.js";

/**
 * The request with a body that is what was signed: a stream fails while it is read, anything else is refused before.
 *
 * @param now milliseconds since the epoch, by which the times of events are judged
 */
export function checkPayload(
  request: ServerRequest,
  pending: PendingPayload,
  now: () => number,
): ServerRequest | Promise<ServerRequest> {
  if (pending.kind === "chunks") return decodeChunkedRequest(request, chunkSigner(pending.place, pending.seed));
  const source = request.streams === true ? request.stream() : streamOfBytes(request.body);
  const checked = pending.kind === "hash" ? hashed(source, pending.sha256) : unwrapped(source, pending, now);
  return replaceBody(request, streamOf(checked));
}

function hashed(source: ByteSource, expected: string): Pulled<Uint8Array> {
  const hash = createChecksum("SHA256");
  return pulled(source, {
    each(piece) {
      hash.update(piece);
      return [piece];
    },
    end() {
      if (bytesToHex(hash.digest()) === expected) return [];
      throw new RefusedRequest(hashMismatch());
    },
  });
}

/** The events inside of signed ones. */
function unwrapped(
  source: ByteSource,
  { place: { secretAccessKey, scope }, seed }: Extract<PendingPayload, { readonly seed: string }>,
  now: () => number,
): Pulled<Uint8Array> {
  const [, region, service] = scope;
  return pulled(verifySignatures(source, { secretAccessKey, region, service, seed, now }), {
    each: (message) => [message],
    failed(cause) {
      if (!(cause instanceof EventStreamError)) throw cause;
      throw new RefusedRequest(failure("InvalidSignatureException", `${cause.message}.`));
    },
  });
}
