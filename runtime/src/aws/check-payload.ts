import { decodeChunkedRequest } from "../checksum/server/decode-request.js";
import { encodeMessage } from "../event-stream/encode-message.js";
import { EventStreamError } from "../event-stream/message.js";
import { verifyEvents } from "../event-stream/signed-events.js";
import { createChecksum } from "../checksum/create-checksum.js";
import { chunksOf, streamOf, streamOfBytes, type ByteSource } from "../http/byte-streams.js";
import { RefusedRequest } from "../server/framework-errors.js";
import { replaceBody } from "../server/replaced-body.js";
import type { ServerRequest } from "../server/types.js";
import { chunkSigner } from "./payload-signature.js";
import { failure } from "./signature-failure.js";
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

async function* hashed(source: ByteSource, expected: string): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createChecksum("SHA256");
  for await (const piece of chunksOf(source)) {
    hash.update(piece);
    yield piece;
  }
  if (hexOf(hash.digest()) === expected) return;
  throw new RefusedRequest(
    failure(
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    ),
  );
}

/** The events inside of signed ones. */
async function* unwrapped(
  source: ByteSource,
  { place: { secretAccessKey, scope }, seed }: Extract<PendingPayload, { readonly seed: string }>,
  now: () => number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const [, region, service] = scope;
  try {
    for await (const message of verifyEvents(source, { secretAccessKey, region, service, seed, now })) {
      yield encodeMessage(message);
    }
  } catch (error) {
    if (!(error instanceof EventStreamError)) throw error;
    throw new RefusedRequest(failure("InvalidSignatureException", `${error.message}.`));
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
}
