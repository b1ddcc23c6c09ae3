import type { EventHeader, EventMessage } from "./message.js";
import { EventStreamError } from "./message.js";

const utf8 = /* @__PURE__ */ new TextEncoder();

/** What an event carries besides its name: its own headers, and the payload with its media type. */
export interface EventContent {
  readonly headers?: Iterable<readonly [name: string, value: EventHeader]> | undefined;
  readonly contentType?: string | undefined;
  readonly payload?: string | Uint8Array | undefined;
}

function text(value: string): EventHeader {
  return { type: "string", value };
}

function message(head: readonly (readonly [string, EventHeader])[], content: EventContent): EventMessage {
  const { headers = [], contentType, payload = "" } = content;
  const type: readonly (readonly [string, EventHeader])[] =
    contentType === undefined ? [] : [[":content-type", text(contentType)]];
  return {
    headers: new Map([...head, ...type, ...headers]),
    payload: typeof payload === "string" ? utf8.encode(payload) : payload,
  };
}

/**
 * The message of an event (Amazon Event Stream, "Message Events").
 *
 * @param name of the union's member, or `initial-request` or `initial-response`
 */
export function eventMessage(name: string, content: EventContent = {}): EventMessage {
  return message(
    [
      [":message-type", text("event")],
      [":event-type", text(name)],
    ],
    content,
  );
}

/** The message of an error that the union has as a member (Amazon Event Stream, "Modeled Error Events"). */
export function exceptionMessage(name: string, content: EventContent = {}): EventMessage {
  return message(
    [
      [":message-type", text("exception")],
      [":exception-type", text(name)],
    ],
    content,
  );
}

/** The message of any other error (Amazon Event Stream, "Unmodeled Error Events"). */
export function errorMessage(code: string, description: string): EventMessage {
  return message(
    [
      [":message-type", text("error")],
      [":error-code", text(code)],
      [":error-message", text(description)],
    ],
    {},
  );
}

/** What a message is, by its headers. */
export type EventKind =
  | { readonly kind: "event" | "exception"; readonly name: string }
  | { readonly kind: "error"; readonly code: string; readonly description: string };

/** @throws EventStreamError for a message that does not say what it is */
export function kindOf({ headers }: EventMessage): EventKind {
  const read = (name: string): string => {
    const header = headers.get(name);
    if (header?.type !== "string") throw new EventStreamError(`A message has no header ${name}`);
    return header.value;
  };
  const kind = read(":message-type");
  if (kind === "event") return { kind, name: read(":event-type") };
  if (kind === "exception") return { kind, name: read(":exception-type") };
  if (kind !== "error") throw new EventStreamError("A message has a type that does not exist");
  const description = headers.get(":error-message");
  return {
    kind,
    code: read(":error-code"),
    description: description?.type === "string" ? description.value : "",
  };
}

/** The media type of a message's payload. */
export function contentTypeOf({ headers }: EventMessage): string | undefined {
  const header = headers.get(":content-type");
  return header?.type === "string" ? header.value : undefined;
}
