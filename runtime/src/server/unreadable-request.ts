import { DecodeError } from "../codec/codec-errors.js";
import { EventStreamError } from "../event-stream/message.js";
import { RefusedRequest, serializationFailure } from "./framework-errors.js";

/** How a request is refused that failed with this while it was read, where what its client sent cannot be read; undefined for anything else. */
export function unreadableRequest(error: unknown): RefusedRequest | undefined {
  if (!(error instanceof DecodeError || error instanceof EventStreamError)) return undefined;
  return new RefusedRequest(serializationFailure(`${error.message}.`), { cause: error });
}
