import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors/index.js";
import { streamOf } from "../http/byte-streams.js";
import { encodeMessage } from "./encode-message.js";
import { contentTypeOf, errorMessage, eventMessage, exceptionMessage, kindOf } from "./events.js";
import type { EventMessage } from "./message.js";
import { readMessages } from "./message-decoder.js";
import { openEvents, readEvents, type EventReaders } from "./read-events.js";
import { writeEvents } from "./write-events.js";

class Busy extends ServiceError {
  static override readonly shape = "example#Busy";
}

const textOf = ({ payload }: EventMessage): string => new TextDecoder().decode(payload);
const readers: EventReaders<string> = {
  events: { said: textOf },
  exceptions: { busy: (message) => new Busy(textOf(message)) },
  unknown: (name) => `unknown ${name}`,
};
const said = (text: string): EventMessage => eventMessage("said", { payload: text });

async function* source(...messages: readonly EventMessage[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const message of messages) yield encodeMessage(message);
}

/** What a reader sees: the events, and last the name and message of the error that it ends with. */
async function seen(events: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  try {
    for await (const event of events) all.push(event);
  } catch (error) {
    all.push(String(error));
  }
  return all;
}

it.each<[EventMessage, object]>([
  [eventMessage("a"), { kind: "event", name: "a" }],
  [exceptionMessage("a"), { kind: "exception", name: "a" }],
  [errorMessage("Code", "text"), { kind: "error", code: "Code", description: "text" }],
])("tells messages apart, case %#", (message, expected) => {
  expect(kindOf(message)).toEqual(expected);
});

it("writes headers and media type of an event", () => {
  const message = eventMessage("a", { contentType: "text/plain", headers: [["x", { type: "byte", value: 1 }]] });
  expect([...message.headers.keys()]).toEqual([":message-type", ":event-type", ":content-type", "x"]);
  expect([contentTypeOf(message), contentTypeOf(eventMessage("a"))]).toEqual(["text/plain", undefined]);
});

describe("a reader", () => {
  it.each<[string, readonly EventMessage[], readonly string[]]>([
    ["events", [said("a"), said("b")], ["a", "b"]],
    ["nothing", [], []],
    ["an event that the model does not know", [eventMessage("new")], ["unknown new"]],
    ["a name that every object has", [eventMessage("constructor")], ["unknown constructor"]],
    ["an exception", [said("a"), exceptionMessage("busy", { payload: "later" }), said("b")], ["a", "Busy: later"]],
    ["an unknown exception", [exceptionMessage("new")], ["new: The stream ended with the error new"]],
    ["an error", [said("a"), errorMessage("Code", "text")], ["a", "Code: text"]],
    [
      "a message without a type",
      [{ headers: new Map(), payload: new Uint8Array(0) }],
      ["EventStreamError: A message has no header :message-type"],
    ],
  ])("sees %s", async (_, messages, expected) => {
    expect(await seen(readEvents(source(...messages), readers, true))).toEqual(expected);
  });

  it("takes an unknown event for an error where nothing is to be made of it", async () => {
    const strict = { ...readers, unknown: undefined };
    expect(await seen(readEvents(source(eventMessage("new")), strict, true))).toEqual([
      "EventStreamError: The stream has no event new",
    ]);
  });

  it("never takes a broken stream for a short one", async () => {
    const cut = async function* () {
      yield encodeMessage(said("a"));
      yield encodeMessage(said("b")).subarray(0, 20);
    };
    expect(await seen(readEvents(cut(), readers, true))).toEqual([
      "a",
      "EventStreamError: The stream ended within a message",
    ]);
    const reset = async function* () {
      yield encodeMessage(said("a"));
      throw new Error("reset");
    };
    expect(await seen(readEvents(reset(), readers, true))).toEqual(["a", "Error: reset"]);
  });

  it("that leaves tells the source", async () => {
    let left = false;
    const endless = async function* () {
      try {
        for (;;) yield encodeMessage(said("a"));
      } finally {
        left = true;
      }
    };
    for await (const event of readEvents(streamOf(endless()), readers, true)) {
      expect(event).toBe("a");
      break;
    }
    expect(left).toBe(true);
  });
});

describe("an initial message", () => {
  it.each<[string, readonly EventMessage[], string | undefined, readonly string[]]>([
    ["is read before all events", [eventMessage("initial-response", { payload: "i" }), said("a")], "i", ["a"]],
    ["may be missing", [said("a"), said("b")], undefined, ["a", "b"]],
    ["may be all", [eventMessage("initial-response", { payload: "i" })], "i", []],
    ["is not there in an empty stream", [], undefined, []],
    [
      "is not mistaken for that of the other side",
      [eventMessage("initial-request")],
      undefined,
      ["unknown initial-request"],
    ],
  ])("%s", async (_, messages, initial, events) => {
    const opened = await openEvents(readMessages(source(...messages), true), readers, "initial-response");
    expect(opened.initial && textOf(opened.initial)).toBe(initial);
    expect(await seen(opened.events)).toEqual(events);
  });
});

describe("a writer", () => {
  const failing = (error: unknown) =>
    (async function* () {
      yield "a";
      throw error;
    })();

  it("writes an event when its bytes are asked for, with the initial message first", async () => {
    let asked = 0;
    const events = (async function* () {
      for (const text of ["a", "b"]) {
        asked++;
        yield text;
      }
    })();
    const written = writeEvents(events, { encode: said, initial: eventMessage("initial-response") });
    expect((await written.next()).value).toEqual(encodeMessage(eventMessage("initial-response")));
    expect(asked).toBe(0);
    expect((await written.next()).value).toEqual(encodeMessage(said("a")));
    expect(asked).toBe(1);
    expect((await written.next()).value).toEqual(encodeMessage(said("b")));
    expect(await written.next()).toMatchObject({ done: true });
  });

  it.each<[string, unknown, readonly string[]]>([
    ["an error of the union", new Busy("later"), ["a", "Busy: later"]],
    [
      "any other error, without a word of it",
      new Error("secret"),
      ["a", "InternalFailure: The request failed because of an error of the service."],
    ],
  ])("tells the reader of %s", async (_, error, expected) => {
    const exception = (thrown: unknown): EventMessage | undefined =>
      thrown instanceof Busy ? exceptionMessage("busy", { payload: thrown.message }) : undefined;
    expect(await seen(readEvents(writeEvents(failing(error), { encode: said, exception }), readers, false))).toEqual(
      expected,
    );
  });

  it("without words for errors fails with them", async () => {
    const events = readEvents(writeEvents(failing(new Error("broken")), { encode: said }), readers, false);
    expect(await seen(events)).toEqual(["a", "Error: broken"]);
  });
});
