import { describe, expect, it } from "vitest";
import { isStream } from "../http/byte-streams.js";
import { createClient } from "./client.js";
import type { CallOptions } from "./config.js";
import { defineOperation } from "./define-operation.js";
import { FakeClock } from "./testing/fake-clock.js";
import { credentials, getBook } from "./testing/operation.js";
import { response, ScriptedTransport, type Step } from "./testing/scripted-transport.js";

function setup(...steps: readonly Step[]) {
  const transport = new ScriptedTransport(...steps);
  const clock = new FakeClock();
  const client = createClient({ region: "us-east-1", credentials, transport, clock, random: () => 1 });
  return { transport, clock, client };
}

/** Lets everything go on that waits for nothing but promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe("time", () => {
  it("ends an attempt that takes too long, and tries again", async () => {
    const { transport, clock, client } = setup("hangs", response(200, { found: true }));
    const result = getBook(client, {});
    await settle();
    clock.advance(30_000);
    await settle();
    expect(transport.options[0]?.cancellation.cancelled).toBe(true);
    clock.advance(100);
    expect(await result).toEqual({ found: true });
    expect(clock.pending).toBe(0);
  });

  it("gives up after three attempts that took too long", async () => {
    const { transport, clock, client } = setup("hangs");
    const result = expect(getBook(client, {}, { attemptTimeout: 1000 })).rejects.toMatchObject({
      name: "TimeoutError",
      scope: "attempt",
    });
    for (let step = 0; step < 6; step++) {
      await settle();
      clock.advance(1000);
    }
    await result;
    expect(transport.requests).toHaveLength(3);
  });

  it("ends the call when its own time is over, whatever the attempt has left", async () => {
    const { transport, clock, client } = setup("hangs");
    const result = expect(getBook(client, {}, { timeout: 5000 })).rejects.toMatchObject({
      name: "TimeoutError",
      scope: "call",
    });
    await settle();
    clock.advance(5000);
    await result;
    expect(transport.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it("covers whoever gives the credentials", async () => {
    const clock = new FakeClock();
    const client = createClient({
      region: "us-east-1",
      credentials: () => new Promise(() => {}),
      transport: new ScriptedTransport(),
      clock,
    });
    const result = expect(getBook(client, {}, { maximumAttempts: 1 })).rejects.toMatchObject({ name: "TimeoutError" });
    await settle();
    clock.advance(30_000);
    await result;
  });
});

describe("time of a stream", () => {
  /** An upload whose pieces come when they are pushed, read as a transport reads it. */
  function upload(options: CallOptions) {
    let push: () => void = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (push = () => controller.enqueue(new Uint8Array(1))),
    });
    const { protocol } = getBook.definition;
    const putBook = defineOperation<object, unknown>({
      ...getBook.definition,
      protocol: { ...protocol, request: () => ({ method: "PUT", path: "/", headers: {}, body }) },
    });
    const { transport, clock } = setup("hangs");
    const client = createClient({ region: "us-east-1", credentials: "anonymous", transport, clock });
    const call = putBook(client, {}, options);
    const next = async (milliseconds: number): Promise<void> => {
      await settle();
      push();
      const sent = transport.requests[0]?.body;
      if (!isStream(sent)) throw new Error("No stream was sent");
      const reader = sent.getReader();
      await reader.read();
      reader.releaseLock();
      clock.advance(milliseconds);
      await settle();
    };
    return { call, next, clock, transport };
  }

  it("counts from its last piece, and has no end of its own", async () => {
    const { call, next, clock, transport } = upload({});
    const result = expect(call).rejects.toMatchObject({ name: "TimeoutError", scope: "attempt" });
    for (let piece = 0; piece < 20; piece++) await next(29_000);
    expect(transport.options[0]?.cancellation.cancelled).toBe(false);
    await next(30_000);
    await result;
    expect(clock.pending).toBe(0);
  });

  it("ends when the time that was given for the call is over", async () => {
    const { call, next } = upload({ timeout: 60_000 });
    const result = expect(call).rejects.toMatchObject({ name: "TimeoutError", scope: "call" });
    for (let piece = 0; piece < 3; piece++) await next(20_000);
    await result;
  });
});

it.each([undefined, 500])("for connecting is told to the transport: %j", async (connectTimeout) => {
  const transport = new ScriptedTransport(response(200, {}));
  await getBook(createClient({ region: "us-east-1", credentials, transport, connectTimeout }), {});
  expect(transport.options).toMatchObject([{ connectTimeout }]);
});

describe("a signal", () => {
  it("that aborted before sends nothing", async () => {
    const { transport, client } = setup("hangs");
    await expect(getBook(client, {}, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    expect(transport.requests).toHaveLength(0);
  });

  it("ends an attempt with its reason, and leaves no timer behind", async () => {
    const { transport, clock, client } = setup("hangs");
    const controller = new AbortController();
    const result = expect(getBook(client, {}, { signal: controller.signal })).rejects.toBe("enough");
    await settle();
    controller.abort("enough");
    await result;
    expect(transport.options[0]?.cancellation).toMatchObject({ cancelled: true, reason: "enough" });
    expect(transport.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it.each(["enough", null])("ends a wait with its reason: %j", async (reason) => {
    const { transport, clock, client } = setup(response(503, ""));
    const controller = new AbortController();
    const result = expect(getBook(client, {}, { signal: controller.signal })).rejects.toBe(reason);
    await settle();
    expect(clock.delays).toEqual([30_000, 100]);
    controller.abort(reason);
    await result;
    expect(transport.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});
