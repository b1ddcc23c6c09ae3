import { streamOf } from "../http/byte-streams.js";
import { tellHidden } from "../http/hidden-errors.js";
import type { HttpResponse } from "../http/message.js";
import { EventStreamError, type EventMessage } from "./message.js";
import { writeEvents, type EventWriting } from "./write-events.js";

/** The body of a message that streams events. */
export function eventBody<Event>(
  events: AsyncIterable<Event> | Iterable<Event>,
  writing: EventWriting<Event>,
): ReadableStream<Uint8Array> {
  const body: ReadableStream<Uint8Array> = streamOf(writeEvents(events, writing, (error) => tellHidden(body, error)));
  return body;
}

/** The payload of a message as the body of a request is read. */
export function eventRequest({ payload }: EventMessage): { readonly body: Uint8Array; text(): string | undefined } {
  return {
    body: payload,
    text() {
      try {
        return decode(payload);
      } catch {
        return undefined;
      }
    },
  };
}

/** The payload of a message as the body of a response is read. */
export function eventResponse({ payload }: EventMessage): HttpResponse {
  return { statusCode: 200, headers: {}, body: payload };
}

/** The payload of a message that is text. @throws EventStreamError for what is not UTF-8 */
export function eventText({ payload }: EventMessage): string {
  try {
    return decode(payload);
  } catch (cause) {
    throw new EventStreamError("The payload of an event is not UTF-8 text", { cause });
  }
}

function decode(payload: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload);
}
