/** The value of a header, with its type on the wire (Amazon Event Stream, "Headers Format"). */
export type EventHeader =
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "byte" | "short" | "integer"; readonly value: number }
  | { readonly type: "long"; readonly value: bigint }
  | { readonly type: "blob"; readonly value: Uint8Array }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "timestamp"; readonly value: Date }
  /** In lower case, with hyphens. */
  | { readonly type: "uuid"; readonly value: string };

export type EventHeaders = ReadonlyMap<string, EventHeader>;

/** One message of an event stream. */
export interface EventMessage {
  readonly headers: EventHeaders;
  readonly payload: Uint8Array;
}

/** Bytes that are no event stream, a message that makes no sense, or a stream that ended within a message. */
export class EventStreamError extends Error {
  override readonly name = "EventStreamError";
}

/** Bytes before the headers: two lengths and their checksum. */
export const preludeBytes = 12;
/** Bytes of a message besides headers and payload. */
export const frameBytes = preludeBytes + 4;
/** The limits that services check, and clients do not. */
export const maximumHeaderBytes = 131_072;
export const maximumPayloadBytes = 25_165_824;
