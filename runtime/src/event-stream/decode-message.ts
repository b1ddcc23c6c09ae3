import { crc32 } from "../checksum/crc32.js";
import { bytesToHex } from "../codec/hex.js";
import {
  EventStreamError,
  frameBytes,
  maximumHeaderBytes,
  maximumPayloadBytes,
  preludeBytes,
  type EventHeader,
  type EventHeaders,
  type EventMessage,
} from "./message.js";

/** The lengths that a message begins with. */
export interface Prelude {
  readonly totalLength: number;
  readonly headersLength: number;
}

/**
 * The first bytes of a message (Amazon Event Stream, "Message Format").
 *
 * @param limited whether a message over the format's limits is refused, as services must and clients must not
 * @throws EventStreamError for a wrong checksum, or lengths that contradict each other
 */
export function decodePrelude(bytes: Uint8Array, limited: boolean): Prelude {
  const view = viewOf(bytes);
  const totalLength = view.getUint32(0);
  const headersLength = view.getUint32(4);
  if (crc32(bytes.subarray(0, 8)) !== view.getUint32(8)) {
    throw new EventStreamError("The checksum of a message's first bytes does not match");
  }
  const payloadLength = totalLength - headersLength - frameBytes;
  if (payloadLength < 0) throw new EventStreamError("A message is shorter than what it holds");
  if (limited && headersLength > maximumHeaderBytes) {
    throw new EventStreamError("The headers of an event are longer than 128 KiB");
  }
  if (limited && payloadLength > maximumPayloadBytes) {
    throw new EventStreamError("The payload of an event is longer than 24 MiB");
  }
  return { totalLength, headersLength };
}

/**
 * The message that these bytes are; its payload is a part of them, not a copy.
 *
 * @throws EventStreamError for bytes that are no message
 */
export function decodeMessage(bytes: Uint8Array, limited = true): EventMessage {
  if (bytes.length < frameBytes) throw new EventStreamError("A message is too short");
  const { totalLength, headersLength } = decodePrelude(bytes, limited);
  if (totalLength !== bytes.length) throw new EventStreamError("A message is not as long as it says");
  const end = totalLength - 4;
  if (crc32(bytes.subarray(0, end)) !== viewOf(bytes).getUint32(end)) {
    throw new EventStreamError("The checksum of a message does not match");
  }
  const payloadStart = preludeBytes + headersLength;
  return {
    headers: decodeHeaders(bytes.subarray(preludeBytes, payloadStart)),
    payload: bytes.subarray(payloadStart, end),
  };
}

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeHeaders(bytes: Uint8Array): EventHeaders {
  const headers = new Map<string, EventHeader>();
  const cursor = new Cursor(bytes);
  while (!cursor.atEnd) {
    const name = textOf(cursor.take(cursor.byte()));
    if (name === "") throw new EventStreamError("A header has no name");
    if (headers.has(name)) throw new EventStreamError(`The header ${name} is there twice`);
    headers.set(name, decodeHeader(name, cursor));
  }
  return headers;
}

function decodeHeader(name: string, cursor: Cursor): EventHeader {
  const type = cursor.byte();
  switch (type) {
    case 0:
    case 1:
      return { type: "boolean", value: type === 0 };
    case 2:
      return { type: "byte", value: viewOf(cursor.take(1)).getInt8(0) };
    case 3:
      return { type: "short", value: viewOf(cursor.take(2)).getInt16(0) };
    case 4:
      return { type: "integer", value: viewOf(cursor.take(4)).getInt32(0) };
    case 5:
      return { type: "long", value: viewOf(cursor.take(8)).getBigInt64(0) };
    case 6:
      return { type: "blob", value: cursor.take(viewOf(cursor.take(2)).getUint16(0)) };
    case 7:
      return { type: "string", value: textOf(cursor.take(viewOf(cursor.take(2)).getUint16(0))) };
    case 8:
      return { type: "timestamp", value: dateOf(name, viewOf(cursor.take(8)).getBigInt64(0)) };
    case 9:
      return { type: "uuid", value: uuidOf(cursor.take(16)) };
    default:
      throw new EventStreamError(`The header ${name} has a type that does not exist`);
  }
}

class Cursor {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  byte(): number {
    return this.take(1)[0] as number;
  }

  take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#offset, this.#offset + length);
    if (part.length < length) throw new EventStreamError("The headers of a message are cut short");
    this.#offset += length;
    return part;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new EventStreamError("A header is not UTF-8", { cause });
  }
}

function dateOf(name: string, milliseconds: bigint): Date {
  const date = new Date(Number(milliseconds));
  if (Number.isNaN(date.getTime())) throw new EventStreamError(`The header ${name} is beyond all dates`);
  return date;
}

function uuidOf(bytes: Uint8Array): string {
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
