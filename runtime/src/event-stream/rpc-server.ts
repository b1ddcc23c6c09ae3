import type { BodySource } from "../bindings/bodies.js";
import { requireMember, setMember } from "../codec/objects.js";
import type { EventExchange } from "../server/event-exchange.js";
import { eventBody, eventRequest } from "./event-bodies.js";
import { eventMessage } from "./events.js";
import { readMessages } from "./message-decoder.js";
import { openEvents, skipInitial, type EventReaders } from "./read-events.js";
import type { EventWriting } from "./write-events.js";

/** The streams of an operation whose protocol has no HTTP bindings, as generated code describes them to a server. */
export interface RpcServerEvents {
  /** The media type of the messages that come before all events. */
  readonly mediaType: string;
  readonly input?: RpcEventReading | undefined;
  readonly output?: RpcEventWriting | undefined;
}

interface RpcEventReading {
  /** The member of the input that is the stream. */
  readonly member: string;
  readonly readers: EventReaders<unknown>;
  /** Whether the input has nothing besides, so that the handler need not wait for the first message. */
  readonly isAlone?: boolean | undefined;
}

interface RpcEventWriting {
  /** The member of the output that is the stream. */
  readonly member: string;
  readonly writing: EventWriting<never>;
  /** What an error calls the member, `Output.events`, where an output must have it. */
  readonly required?: string | undefined;
}

const nothing: BodySource = { body: new Uint8Array(0), text: () => "" };

/** How the streams of an operation are read and written by a server (Amazon Event Stream, "Initial Message Events"). */
export function eventExchange({ mediaType, input, output }: RpcServerEvents): EventExchange {
  return {
    read: input && ((request, decode) => readInput(input, readMessages(request.stream(), true), decode)),
    write: output && ((value, initial) => writeOutput(output, mediaType, value, initial)),
  };
}

function readInput(
  { member, readers, isAlone }: RpcEventReading,
  messages: ReturnType<typeof readMessages>,
  decode: (initial: BodySource) => unknown,
): unknown {
  const complete = (initial: BodySource, events: AsyncIterable<unknown>): unknown => {
    const value = decode(initial) as Record<string, unknown>;
    setMember(value, member, events);
    return value;
  };
  if (isAlone === true) return complete(nothing, skipInitial(messages, readers, "initial-request"));
  return openEvents(messages, readers, "initial-request").then(({ initial, events }) =>
    complete(initial === undefined ? nothing : eventRequest(initial), events),
  );
}

/**
 * The first message is always there: clients wait for it before they give the output to who called.
 *
 * @throws EncodeError for an output that lacks its required stream
 */
function writeOutput(
  { member, writing, required }: RpcEventWriting,
  contentType: string,
  output: unknown,
  payload: string | Uint8Array,
): ReadableStream<Uint8Array> {
  const given = (output as Readonly<Record<string, AsyncIterable<never> | undefined>> | undefined)?.[member];
  const events = required === undefined ? (given ?? []) : requireMember(given, required);
  return eventBody(events, { ...writing, initial: eventMessage("initial-response", { contentType, payload }) });
}
