import {
  array,
  assert,
  asyncProperty,
  bigInt,
  boolean,
  date,
  integer,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
  uuid,
  type Arbitrary,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { streamOf } from "../http/byte-streams.js";
import { decodeMessage } from "./decode-message.js";
import { encodeMessage } from "./encode-message.js";
import { maximumHeaderBytes, type EventHeader, type EventMessage } from "./message.js";
import { MessageDecoder, readMessages } from "./message-decoder.js";

const message = (headers: Readonly<Record<string, EventHeader>>, payload = ""): EventMessage => ({
  headers: new Map(Object.entries(headers)),
  payload: new TextEncoder().encode(payload),
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const number = (type: "byte" | "short" | "integer", bits: number): Arbitrary<EventHeader> =>
  integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 }).map((value) => ({ type, value }));
const anyHeader = oneof<Arbitrary<EventHeader>[]>(
  boolean().map((value) => ({ type: "boolean", value })),
  number("byte", 8),
  number("short", 16),
  number("integer", 32),
  bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ type: "long", value })),
  uint8Array().map((value) => ({ type: "blob", value })),
  string({ unit: "grapheme" }).map((value) => ({ type: "string", value })),
  date({ noInvalidDate: true }).map((value) => ({ type: "timestamp", value })),
  uuid().map((value) => ({ type: "uuid", value })),
);
const anyMessage = record({
  headers: array(tuple(string({ minLength: 1, maxLength: 40 }), anyHeader)).map((entries) => new Map(entries)),
  payload: uint8Array(),
});

describe("a message", () => {
  it("has the bytes that the format says", () => {
    const event = { type: "string", value: "event" } as const;
    const headers = { type: "string", value: "headers" } as const;
    const one = message({
      ":message-type": event,
      ":event-type": headers,
      booleanHeader: { type: "boolean", value: true },
    });
    expect(Buffer.from(encodeMessage(one)).toString("base64")).toBe(
      "AAAASwAAADv7Cl8VDTptZXNzYWdlLXR5cGUHAAVldmVudAs6ZXZlbnQtdHlwZQcAB2hlYWRlcnMNYm9vbGVhbkhlYWRlcgC4J9Ws",
    );
    expect(hex(encodeMessage(message({})))).toBe("000000100000000005c248eb7d98c8ff");
    expect(hex(encodeMessage(message({}, "{'foo':'bar'}")))).toBe(
      "0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936",
    );
  });

  it("comes back as it was, however its bytes are cut", async () => {
    await assert(
      asyncProperty(array(anyMessage), integer({ min: 1, max: 60 }), async (messages, cut) => {
        const bytes = Buffer.concat(messages.map(encodeMessage));
        const pieces = (async function* () {
          for (let start = 0; start < bytes.length; start += cut)
            yield new Uint8Array(bytes.subarray(start, start + cut));
        })();
        const seen: EventMessage[] = [];
        for await (const one of readMessages(streamOf(pieces), true)) {
          seen.push({ headers: one.headers, payload: Uint8Array.from(one.payload) });
        }
        expect(seen).toEqual(messages);
      }),
    );
  });

  it("is refused when any bit of it is another", () => {
    assert(
      property(anyMessage, integer({ min: 0 }), integer({ min: 0, max: 7 }), (one, place, bit) => {
        const bytes = encodeMessage(one);
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        expect(() => decodeMessage(bytes)).toThrow(expect.objectContaining({ name: "EventStreamError" }));
      }),
    );
  });
});

it.each<[string, EventMessage]>([
  ["a header without a name", message({ "": { type: "boolean", value: true } })],
  ["a name that is too long", message({ ["a".repeat(256)]: { type: "boolean", value: true } })],
  ["a value that is too long", message({ a: { type: "string", value: "a".repeat(32_768) } })],
  ["a byte that is none", message({ a: { type: "byte", value: 128 } })],
  ["a short that is none", message({ a: { type: "short", value: -32_769 } })],
  ["a fraction", message({ a: { type: "integer", value: 0.5 } })],
  ["a long that is none", message({ a: { type: "long", value: 2n ** 63n } })],
  ["a date that is none", message({ a: { type: "timestamp", value: new Date(Number.NaN) } })],
  ["a UUID that is none", message({ a: { type: "uuid", value: "abc" } })],
  [
    "too many headers",
    {
      headers: new Map(
        [..."abcde"].map((name): [string, EventHeader] => [name, { type: "string", value: name.repeat(30_000) }]),
      ),
      payload: new Uint8Array(0),
    },
  ],
  ["a payload that is too long", { headers: new Map(), payload: new Uint8Array(25_165_825) }],
])("writes no message with %s", (_, one) => {
  expect(() => encodeMessage(one)).toThrow(expect.objectContaining({ name: "EventStreamError" }));
});

/** A message with these bytes for headers, and checksums that match. */
function raw(headers: readonly number[]): Uint8Array {
  // A blob's bytes are as free as those of a payload: the message of a payload is cut anew.
  const bytes = encodeMessage({ headers: new Map(), payload: Uint8Array.from(headers) });
  const view = new DataView(bytes.buffer);
  view.setUint32(4, headers.length);
  const checksum = (end: number): number => crc(bytes.subarray(0, end));
  view.setUint32(8, checksum(8));
  view.setUint32(bytes.length - 4, checksum(bytes.length - 4));
  return bytes;
}

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

it.each<[string, readonly number[]]>([
  ["a header without a name", [0, 0]],
  ["a header twice", [1, 97, 0, 1, 97, 1]],
  ["a type that does not exist", [1, 97, 10]],
  ["a cut name", [5, 97]],
  ["a cut value", [1, 97, 4, 0, 0]],
  ["a value longer than the headers", [1, 97, 7, 0, 5, 97]],
  ["a name that is not UTF-8", [1, 0xff, 0]],
  ["a value that is not UTF-8", [1, 97, 7, 0, 1, 0xff]],
  ["a date beyond all dates", [1, 97, 8, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
])("reads no message with %s", (_, headers) => {
  expect(() => decodeMessage(raw(headers))).toThrow(expect.objectContaining({ name: "EventStreamError" }));
});

it("keeps a name that every object has apart", () => {
  const one = { ...message({}), headers: new Map([["constructor", { type: "boolean", value: false } as const]]) };
  expect(decodeMessage(encodeMessage(one))).toEqual(one);
});

it("refuses what is over the limits only where it is a service", () => {
  const bytes = raw([]);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, maximumHeaderBytes + 17);
  view.setUint32(4, maximumHeaderBytes + 1);
  view.setUint32(8, crc(bytes.subarray(0, 8)));
  expect(() => [...new MessageDecoder(true).push(bytes)]).toThrow("128 KiB");
  expect([...new MessageDecoder(false).push(bytes)]).toEqual([]);
});

it("tells a stream that ended in order from one that broke off", () => {
  const bytes = encodeMessage(message({}, "abc"));
  for (let end = 0; end <= bytes.length; end++) {
    const decoder = new MessageDecoder(true);
    const seen = [...decoder.push(bytes.subarray(0, end))];
    expect(seen).toHaveLength(end === bytes.length ? 1 : 0);
    if (end === 0 || end === bytes.length) decoder.end();
    else expect(() => decoder.end()).toThrow("within a message");
  }
});
