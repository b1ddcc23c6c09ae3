import { responseStream } from "../bindings/bodies.js";
import { ResponseError, TimeoutError } from "../client/client-errors.js";
import { systemClock } from "../client/clock.js";
import type { CallOptions, ClientConfig, Clock } from "../client/config.js";
import { defineOperation } from "../client/define-operation.js";
import type { Operation, OperationDefinition } from "../client/operation.js";
import { requestIdOf } from "../client/request-id.js";
import { DecodeError } from "../codec/codec-errors.js";
import { setMember } from "../codec/objects.js";
import type { HttpResponse } from "../http/message.js";
import { eventStreamType } from "../server/media-types.js";
import { eventBody } from "./event-bodies.js";
import { eventMessage } from "./events.js";
import { EventStreamError, type EventMessage } from "./message.js";
import { readMessages } from "./message-decoder.js";
import { openEvents, skipInitial, type EventReaders } from "./read-events.js";

/** How long the first message of a response may take. */
interface Patience {
  readonly clock: Clock;
  readonly milliseconds: number;
}

/** A response on its way from the call that knows its time-outs. */
interface AwaitedResponse extends HttpResponse {
  readonly patience?: Patience | undefined;
}

/** The streams of an operation whose protocol has no HTTP bindings, as generated code describes them to a client. */
export interface RpcClientEvents {
  /** The media type of the messages that come before all events. */
  readonly mediaType: string;
  readonly input?: RpcEventWriting | undefined;
  readonly output?: RpcEventReading | undefined;
}

interface RpcEventWriting {
  /** The member of the input that is the stream. */
  readonly member: string;
  readonly encode: (event: never) => EventMessage;
}

interface RpcEventReading {
  /** The member of the output that is the stream. */
  readonly member: string;
  readonly readers: EventReaders<unknown>;
  /** What the output has besides: nothing, or members of which some must be there. Those that may be missing unless given. */
  readonly others?: "none" | "required" | undefined;
}

/**
 * An operation that streams events over a protocol without HTTP bindings (Amazon Event Stream, "Initial Message Events"): what the protocol
 * would send as a body, and read from one, are the first messages of the streams.
 */
export function rpcEvents<Input, Output>(
  { definition }: Operation<Input, Output>,
  events: RpcClientEvents,
): Operation<Input, Output> {
  const { protocol } = definition;
  const { input, output } = events;
  return defineOperation({
    ...definition,
    streams: output === undefined ? undefined : true,
    protocol: {
      ...protocol,
      request(given, ...settings) {
        const parts = protocol.request(given, ...settings);
        const { accept } = parts.headers;
        const headers = {
          ...parts.headers,
          ...(input === undefined ? {} : { "content-type": eventStreamType }),
          ...(output === undefined || accept === undefined ? {} : { accept: eventStreamType }),
        };
        const patience = output === undefined || output.others === "none" ? undefined : patienceOf(...settings);
        return {
          ...parts,
          headers,
          body: input === undefined ? parts.body : requestBody(input, events.mediaType, given, parts.body),
          ...(patience === undefined ? {} : { receive: (response: HttpResponse) => ({ ...response, patience }) }),
        };
      },
      output: (response) =>
        output === undefined ? protocol.output(response) : readOutput(definition, output, response),
    },
  });
}

function requestBody(
  { member, encode }: RpcEventWriting,
  contentType: string,
  input: unknown,
  body: string | Uint8Array | ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  const events = (input as Readonly<Record<string, AsyncIterable<never> | undefined>>)[member];
  const payload = body as string | Uint8Array;
  return eventBody(events ?? [], { encode, initial: eventMessage("initial-request", { contentType, payload }) });
}

function patienceOf(config: ClientConfig = {}, options: CallOptions = {}): Patience {
  const milliseconds = options.attemptTimeout ?? config.attemptTimeout ?? 30_000;
  return { clock: config.clock ?? systemClock, milliseconds };
}

/** The output with its stream: at once where nothing but the stream counts, else when the first message is there. */
function readOutput<Input, Output>(
  definition: OperationDefinition<Input, Output>,
  reading: RpcEventReading,
  response: AwaitedResponse,
): Output | Promise<Output> {
  if (reading.others !== "none") return awaitOutput(definition, reading, response);
  const messages = readMessages(responseStream(response), false);
  const events = skipInitial(messages, reading.readers, "initial-response");
  return withStream(definition.protocol.output(withBody(response, undefined)), reading, events);
}

async function awaitOutput<Input, Output>(
  { protocol, name }: OperationDefinition<Input, Output>,
  reading: RpcEventReading,
  response: AwaitedResponse,
): Promise<Output> {
  const messages = readMessages(responseStream(response), false);
  let expired: TimeoutError | undefined;
  const { patience } = response;
  const stop = patience?.clock.schedule(patience.milliseconds, () => {
    expired = new TimeoutError("attempt", patience.milliseconds);
    messages.return().catch(() => undefined);
  });
  try {
    const { initial, events } = await openEvents(messages, reading.readers, "initial-response");
    if (expired !== undefined) throw expired;
    if (initial === undefined && reading.others === "required") {
      throw new EventStreamError("The stream began without its initial response");
    }
    return withStream(await protocol.output(withBody(response, initial)), reading, events);
  } catch (error) {
    messages.return().catch(() => undefined);
    if (!(error instanceof EventStreamError || error instanceof DecodeError)) throw error;
    throw new ResponseError(name, response.statusCode, requestIdOf(response.headers), error);
  } finally {
    stop?.();
  }
}

/** The response as one of a protocol that knows no streams. */
function withBody({ statusCode, headers }: HttpResponse, message: EventMessage | undefined): HttpResponse {
  return { statusCode, headers, body: message?.payload ?? new Uint8Array(0) };
}

function withStream<Output>(output: Output, { member }: RpcEventReading, events: AsyncIterable<unknown>): Output {
  setMember(output as Record<string, unknown>, member, events);
  return output;
}
