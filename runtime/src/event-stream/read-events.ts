import { ServiceError } from "../errors/index.js";
import type { ByteSource } from "../http/byte-streams.js";
import { pulled, type Pulled } from "../http/pulled.js";
import { kindOf } from "./events.js";
import { readMessages } from "./message-decoder.js";
import { EventStreamError, type EventMessage } from "./message.js";

/** How the events of one union are read. */
export interface EventReaders<Event> {
  /** By the name of the member. */
  readonly events: Readonly<Record<string, (message: EventMessage) => Event>>;
  /** The errors of the union, by the name of the member. */
  readonly exceptions: Readonly<Record<string, (message: EventMessage) => Error>>;
  /** Makes an event of one that the model does not know. Without it, that is an error, as a server wants it. */
  readonly unknown?: ((name: string, message: EventMessage) => Event) | undefined;
}

/** The events of a stream with what came before them. */
export interface OpenedEvents<Event> {
  /** The message `initial-request` or `initial-response`; undefined when the stream began with another. */
  readonly initial: EventMessage | undefined;
  readonly events: Pulled<Event>;
}

/** What the message before all events is called in its direction. */
export type InitialName = "initial-request" | "initial-response";

/**
 * The events of a stream, each read when it is asked for; leaving the loop early cancels the stream. It ends only where the
 * stream ended in order: an exception or an error in the stream, and a stream that broke off, is thrown.
 *
 * @param limited whether messages over the format's limits are refused, as services must and clients must not
 */
export function readEvents<Event>(source: ByteSource, readers: EventReaders<Event>, limited: boolean): Pulled<Event> {
  return eventsOf(readMessages(source, limited), readers);
}

/**
 * The same for protocols whose streams begin with a message of their own (Amazon Event Stream, "Initial Message Events"). Waits for
 * the first message; where that of a client is an exception or an error, it is thrown.
 */
export async function openEvents<Event>(
  messages: AsyncIterableIterator<EventMessage, void, undefined>,
  readers: EventReaders<Event>,
  initialName: InitialName,
): Promise<OpenedEvents<Event>> {
  const { done, value } = await messages.next();
  if (done === true) return { initial: undefined, events: eventsOf(messages, readers) };
  const isInitial = isInitialMessage(value, initialName);
  const events = eventsOf(messages, readers, isInitial ? [] : [value]);
  // An error that comes before anything else is one of the whole call.
  if (initialName === "initial-response" && kindOf(value).kind !== "event") await events.next();
  return { initial: isInitial ? value : undefined, events };
}

/** The same where nothing but the events counts: the message before them is passed over whenever it comes, if it does. */
export function skipInitial<Event>(
  messages: AsyncIterable<EventMessage>,
  readers: EventReaders<Event>,
  initialName: InitialName,
): Pulled<Event> {
  let isFirst = true;
  return pulled(messages, {
    each(message) {
      const isInitial = isFirst && isInitialMessage(message, initialName);
      isFirst = false;
      return isInitial ? [] : [readEvent(message, readers)];
    },
  });
}

function isInitialMessage(message: EventMessage, name: InitialName): boolean {
  const kind = kindOf(message);
  return kind.kind === "event" && kind.name === name;
}

function eventsOf<Event>(
  messages: AsyncIterable<EventMessage>,
  readers: EventReaders<Event>,
  first: readonly EventMessage[] = [],
): Pulled<Event> {
  return pulled(messages, { first: read(first, readers), each: (message) => [readEvent(message, readers)] });
}

/** Each when it is asked for: what it throws belongs there. */
function* read<Event>(
  messages: readonly EventMessage[],
  readers: EventReaders<Event>,
): Generator<Event, void, undefined> {
  for (const message of messages) yield readEvent(message, readers);
}

/** The event of a message. @throws the exception or error that it is, or EventStreamError */
export function readEvent<Event>(message: EventMessage, { events, exceptions, unknown }: EventReaders<Event>): Event {
  const kind = kindOf(message);
  if (kind.kind === "error") throw new ServiceError(kind.description, { name: kind.code, fault: "server" });
  const { name } = kind;
  if (kind.kind === "event") {
    if (Object.hasOwn(events, name)) return (events[name] as (typeof events)[string])(message);
    if (unknown !== undefined) return unknown(name, message);
    throw new EventStreamError(`The stream has no event ${name}`);
  }
  if (Object.hasOwn(exceptions, name)) throw (exceptions[name] as (typeof exceptions)[string])(message);
  throw new ServiceError(`The stream ended with the error ${name}`, { name, fault: "server" });
}
