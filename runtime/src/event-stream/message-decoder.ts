import { joinBytes, type ByteSource } from "../http/byte-streams.js";
import { pulled, type Pulled } from "../http/pulled.js";
import { decodeMessage, decodePrelude } from "./decode-message.js";
import { EventStreamError, preludeBytes, type EventMessage } from "./message.js";

/** Finds messages in bytes that come in any pieces. Memory grows with what came, not with what a message announces. */
export class MessageDecoder {
  readonly #limited: boolean;
  #pieces: Uint8Array[] = [];
  #length = 0;
  /** Bytes of the next message, once its first bytes are there. */
  #total: number | undefined;

  /** @param limited whether messages over the format's limits are refused, as services must and clients must not */
  constructor(limited: boolean) {
    this.#limited = limited;
  }

  /**
   * The messages that are whole with these bytes.
   *
   * @throws EventStreamError for bytes that are no message; the stream is of no more use then
   */
  *push(chunk: Uint8Array): Generator<EventMessage, void, undefined> {
    if (chunk.length > 0) this.#pieces.push(chunk);
    this.#length += chunk.length;
    for (;;) {
      if (this.#total === undefined) {
        if (this.#length < preludeBytes) return;
        this.#total = decodePrelude(this.#whole(), this.#limited).totalLength;
      }
      if (this.#length < this.#total) return;
      const bytes = this.#whole();
      const end = this.#total;
      this.#length -= end;
      this.#pieces = this.#length === 0 ? [] : [bytes.subarray(end)];
      this.#total = undefined;
      yield decodeMessage(bytes.subarray(0, end), this.#limited);
    }
  }

  /** @throws EventStreamError when the last message is not whole */
  end(): void {
    if (this.#length > 0) throw new EventStreamError("The stream ended within a message");
  }

  #whole(): Uint8Array {
    const bytes = joinBytes(this.#pieces);
    this.#pieces = [bytes];
    return bytes;
  }
}

/**
 * The messages of a stream, each when it is asked for. Leaving the loop early cancels the stream.
 *
 * Throws an EventStreamError for bytes that are no message, and for a stream that ends within one.
 */
export function readMessages(source: ByteSource, limited: boolean): Pulled<EventMessage> {
  const decoder = new MessageDecoder(limited);
  return pulled(source, {
    each: (chunk) => decoder.push(chunk),
    end() {
      decoder.end();
      return [];
    },
  });
}
