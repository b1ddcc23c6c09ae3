import { crc32 } from "../checksum/crc32.js";
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

const utf8 = /* @__PURE__ */ new TextEncoder();

/** The number of each type on the wire; `boolean` is the one for true, false has the next. */
const typeNumbers = { boolean: 0, byte: 2, short: 3, integer: 4, long: 5, blob: 6, string: 7, timestamp: 8, uuid: 9 };

/** The longest value of a header that has a length. */
const maximumValueBytes = 32_767;

/**
 * A message as bytes (Amazon Event Stream, "Message Format").
 *
 * @throws EventStreamError for a header without a form on the wire, or a message over the format's limits
 */
export function encodeMessage({ headers, payload }: EventMessage): Uint8Array {
  const head = encodeHeaders(headers);
  if (payload.length > maximumPayloadBytes) throw new EventStreamError("The payload of an event is longer than 24 MiB");
  const total = frameBytes + head.length + payload.length;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, total);
  view.setUint32(4, head.length);
  const prelude = crc32(bytes.subarray(0, 8));
  view.setUint32(8, prelude);
  bytes.set(head, preludeBytes);
  bytes.set(payload, preludeBytes + head.length);
  view.setUint32(total - 4, crc32(bytes.subarray(0, total - 4)));
  return bytes;
}

/**
 * Headers as a message carries them, and as signatures cover them.
 *
 * @throws EventStreamError for a header without a form on the wire
 */
export function encodeHeaders(headers: EventHeaders): Uint8Array {
  const parts: {
    readonly name: Uint8Array;
    readonly type: number;
    readonly value: Uint8Array;
    readonly sized: boolean;
  }[] = [];
  let length = 0;
  for (const [text, header] of headers) {
    const name = utf8.encode(text);
    if (name.length === 0 || name.length > 255) throw new EventStreamError("The name of a header has 1 to 255 bytes");
    const value = encodeValue(text, header);
    const sized = header.type === "blob" || header.type === "string";
    if (value.length > maximumValueBytes) throw new EventStreamError(`The header ${text} is longer than 32,767 bytes`);
    const type = typeNumbers[header.type] + (header.value === false ? 1 : 0);
    parts.push({ name, type, value, sized });
    length += 2 + name.length + (sized ? 2 : 0) + value.length;
  }
  if (length > maximumHeaderBytes) throw new EventStreamError("The headers of an event are longer than 128 KiB");
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const { name, type, value, sized } of parts) {
    bytes[offset++] = name.length;
    bytes.set(name, offset);
    offset += name.length;
    bytes[offset++] = type;
    if (sized) {
      bytes[offset++] = value.length >> 8;
      bytes[offset++] = value.length & 0xff;
    }
    bytes.set(value, offset);
    offset += value.length;
  }
  return bytes;
}

function encodeValue(name: string, header: EventHeader): Uint8Array {
  switch (header.type) {
    case "boolean":
      return new Uint8Array(0);
    case "byte":
      return integerBytes(name, header.value, 1);
    case "short":
      return integerBytes(name, header.value, 2);
    case "integer":
      return integerBytes(name, header.value, 4);
    case "long":
      return longBytes(name, header.value);
    case "blob":
      return header.value;
    case "string":
      return utf8.encode(header.value);
    case "timestamp":
      return timestampBytes(name, header.value);
    case "uuid":
      return uuidBytes(name, header.value);
  }
}

function integerBytes(name: string, value: number, size: 1 | 2 | 4): Uint8Array {
  const limit = 2 ** (size * 8 - 1);
  if (!Number.isInteger(value) || value < -limit || value >= limit) {
    throw new EventStreamError(`The header ${name} is no integer of ${size * 8} bits`);
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 1) view.setInt8(0, value);
  else if (size === 2) view.setInt16(0, value);
  else view.setInt32(0, value);
  return bytes;
}

function longBytes(name: string, value: bigint): Uint8Array {
  if (BigInt.asIntN(64, value) !== value) throw new EventStreamError(`The header ${name} is no integer of 64 bits`);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value);
  return bytes;
}

function timestampBytes(name: string, value: Date): Uint8Array {
  const milliseconds = value.getTime();
  if (Number.isNaN(milliseconds)) throw new EventStreamError(`The header ${name} is no valid date`);
  return longBytes(name, BigInt(milliseconds));
}

function uuidBytes(name: string, value: string): Uint8Array {
  if (!/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(value)) {
    throw new EventStreamError(`The header ${name} is no UUID`);
  }
  const digits = value.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}
