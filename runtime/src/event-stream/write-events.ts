import { encodeMessage } from "./encode-message.js";
import { errorMessage } from "./events.js";
import type { EventMessage } from "./message.js";
import { pulled, type Pulled } from "../http/pulled.js";
import { internalFailure, refusedBody } from "../server/framework-errors.js";

/** How a stream of events is written. */
export interface EventWriting<Event> {
  readonly encode: (event: Event) => EventMessage;
  /** The message that comes before all events. */
  readonly initial?: EventMessage | undefined;
  /**
   * What stands in the stream for an error of the source, which then ends it. Undefined for an error that the union does not have:
   * its reader is told that something went wrong, not what. Without the function, the stream of bytes fails.
   */
  readonly exception?: ((error: unknown) => EventMessage | undefined) | undefined;
}

/** Told of an error of the source that the reader of the stream is not told. */
export type Untold = (error: unknown) => void;

/** The bytes of a stream of events, one piece a message. An event is asked for when its bytes are. */
export function writeEvents<Event>(
  events: AsyncIterable<Event> | Iterable<Event>,
  { encode, initial, exception }: EventWriting<Event>,
  untold?: Untold,
): Pulled<Uint8Array> {
  return pulled(events, {
    first: initial === undefined ? [] : [encodeMessage(initial)],
    each: (event) => [encodeMessage(encode(event))],
    failed(error) {
      if (exception === undefined) return undefined;
      const known = exception(error);
      if (known !== undefined) return [encodeMessage(known)];
      // What is wrong with the events of the other side is for it to know.
      const refused = refusedBody(error);
      if (refused === undefined) untold?.(error);
      const { name, message } = refused?.failure ?? internalFailure;
      return [encodeMessage(errorMessage(name, message))];
    },
  });
}
