import { expect, it } from "vitest";
import { eventRequest, eventResponse, eventText } from "./event-bodies.js";
import { readEventHeaders, writeEventHeaders, type EventHeaderTable } from "./event-headers.js";
import type { EventHeader, EventMessage } from "./message.js";

const message = (
  headers: Readonly<Record<string, EventHeader>>,
  payload: Uint8Array = new Uint8Array(0),
): EventMessage => ({
  headers: new Map(Object.entries(headers)),
  payload,
});

it.each<[object, EventHeaderTable, Readonly<Record<string, EventHeader>>]>([
  [
    { a: true, b: "x" },
    { a: "boolean", b: "string" },
    { a: { type: "boolean", value: true }, b: { type: "string", value: "x" } },
  ],
  [{ a: 5 }, { a: "long" }, { a: { type: "long", value: 5n } }],
  [{ a: 5n }, { a: "bigint" }, { a: { type: "long", value: 5n } }],
  [{ a: new Date(0) }, { a: "timestamp" }, { a: { type: "timestamp", value: new Date(0) } }],
])("writes and reads the members of an event, case %#", (event, table, headers) => {
  expect(Object.fromEntries(writeEventHeaders(event, table, "Event"))).toEqual(headers);
  expect(readEventHeaders(message(headers), table, {})).toEqual(event);
});

it("leaves out what has no value, and what is no member", () => {
  expect(writeEventHeaders({ a: undefined, b: null, c: 1 }, { a: "byte", b: "byte" }, "Event")).toEqual([]);
  expect(readEventHeaders(message({ c: { type: "byte", value: 1 } }), { a: "byte" }, {})).toEqual({});
});

it("knows properties of other names, what stands for missing values, and required members", () => {
  const table = { name: { type: "string", property: "name_" }, ["__proto__"]: "string" } satisfies EventHeaderTable;
  const headers = { name: { type: "string", value: "x" }, ["__proto__"]: { type: "string", value: "y" } } as const;
  const read = readEventHeaders(message(headers), table, {});
  expect(Object.entries(read)).toEqual([
    ["name_", "x"],
    ["__proto__", "y"],
  ]);
  expect(writeEventHeaders(read, table, "Event")).toEqual(Object.entries(headers));
  expect(writeEventHeaders({}, { constructor: "string" as const }, "Event")).toEqual([]);
  expect(writeEventHeaders({}, { a: { type: "byte", absent: 7 } }, "Event")).toEqual([
    ["a", { type: "byte", value: 7 }],
  ]);
  expect(readEventHeaders(message({}), { a: { type: "byte", absent: 7 } }, {})).toEqual({ a: 7 });
  expect(() => writeEventHeaders({}, { a: { type: "byte", required: true } }, "Event")).toThrow(
    "Event.a: the member is",
  );
});

it("refuses headers of another type, and numbers that would be rounded", () => {
  expect(() => writeEventHeaders({ a: 0.5 }, { a: "long" }, "Event")).toThrow("Event.a: the value has no form");
  expect(() => writeEventHeaders({ a: "1" }, { a: "byte" }, "Event")).toThrow("Event.a: the value has no form");
  expect(() => readEventHeaders(message({ a: { type: "string", value: "x" } }), { a: "byte" }, {})).toThrow(
    "not a byte",
  );
  expect(() => readEventHeaders(message({ a: { type: "long", value: 2n ** 60n } }), { a: "long" }, {})).toThrow(
    "beyond",
  );
});

it("gives payloads as bodies", () => {
  const text = message({}, new TextEncoder().encode("é"));
  const broken = message({}, new Uint8Array([0xff]));
  expect([eventText(text), eventRequest(text).text(), eventResponse(text).body]).toEqual(["é", "é", text.payload]);
  expect(eventRequest(broken).text()).toBeUndefined();
  expect(() => eventText(broken)).toThrow("not UTF-8");
});
