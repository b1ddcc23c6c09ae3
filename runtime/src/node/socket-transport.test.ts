import { describe, expect, it } from "vitest";
import { createClient } from "../client/client.js";
import { getBook } from "../client/testing/operation.js";
import { FakeClock } from "../client/testing/fake-clock.js";
import { Cancellation } from "../http/cancellation.js";
import { socketTransport } from "./socket-transport.js";
import { http } from "./testing/raw-server.js";
import { atEnd, open, send, serve } from "./testing/exchanges.js";

describe("connections", () => {
  it("are not used again when the server says so, or says more than it was asked", async () => {
    const server = await serve(http(200, "a", "Connection: close"), `${http(200, "b")}surplus`, http(200, "c"));
    const transport = open(socketTransport());
    for (const body of ["a", "b", "c"]) expect(await send(transport, server.origin)).toMatchObject({ body });
    expect(server.connections).toBe(3);
  });

  it("are not used again when the server keeps them for less than a second", async () => {
    const server = await serve(http(200, "a", "Keep-Alive: timeout=1"));
    const transport = open(socketTransport());
    await send(transport, server.origin);
    await send(transport, server.origin);
    expect(server.connections).toBe(2);
  });

  it("are as many as may be; who comes later waits, and may go", async () => {
    const release: (() => void)[] = [];
    let arrived: () => void = () => {};
    const server = await serve((socket) => {
      release.push(() => socket.write(http(200, "a")));
      arrived();
    });
    const transport = open(socketTransport({ maximumConnections: 1 }));
    const first = new Promise<void>((resolve) => (arrived = resolve));
    const one = send(transport, server.origin);
    await first;
    const impatient = new Cancellation();
    const two = send(transport, server.origin, {}, { cancellation: impatient });
    const three = send(transport, server.origin);
    impatient.cancel("enough");
    await expect(two).rejects.toBe("enough");
    const second = new Promise<void>((resolve) => (arrived = resolve));
    release[0]?.();
    await second;
    release[1]?.();
    expect([(await one).body, (await three).body]).toEqual(["a", "a"]);
    expect([server.requests.length, server.connections]).toEqual([2, 1]);
  });

  it("that broke give their place to who waits", async () => {
    const server = await serve((socket) => socket.resetAndDestroy(), http(200, "b"));
    const transport = open(socketTransport({ maximumConnections: 1 }));
    const one = send(transport, server.origin);
    const two = send(transport, server.origin);
    await expect(one).rejects.toMatchObject({ kind: "closed" });
    expect(await two).toMatchObject({ body: "b" });
  });

  it("close when the transport does, and open again", async () => {
    const server = await serve(http(200, "a"));
    const transport = open(socketTransport());
    await send(transport, server.origin);
    transport.close?.();
    await send(transport, server.origin);
    expect(server.connections).toBe(2);
  });
});

describe("a request", () => {
  it("writes its own length, whatever its headers say", async () => {
    const server = await serve(http(200, ""));
    const headers = { "content-length": "1", "transfer-encoding": "chunked", connection: "close", a: "ü" };
    await send(open(socketTransport()), server.origin, { headers, body: Buffer.from("{}") });
    expect(server.requests[0]?.split("\r\n")).toEqual([
      "POST / HTTP/1.1",
      `host: ${server.origin.slice(7)}`,
      "a: ü",
      "content-length: 2",
      "",
      "{}",
    ]);
  });
});

it("ends a call whose body stalls, at the one deadline over connecting, headers and body", async () => {
  const clock = new FakeClock();
  let attempts = 0;
  const server = await serve((socket) => {
    attempts++;
    socket.write(http(200, '{"found":true}').slice(0, -5), () => clock.advance(2000));
  });
  const client = createClient({
    endpoint: server.origin,
    credentials: "anonymous",
    clock,
    attemptTimeout: 2000,
    maximumAttempts: 1,
  });
  atEnd(() => client.close());
  await expect(getBook(client, {})).rejects.toMatchObject({ name: "TimeoutError", scope: "attempt" });
  expect([attempts, clock.pending]).toEqual([1, 0]);
});

it("tries again after a cut body", async () => {
  const server = await serve((socket) => socket.end(http(200, '{"a":1}').slice(0, -2)), http(200, '{"a":2}'));
  const client = createClient({ endpoint: server.origin, credentials: "anonymous", random: () => 0 });
  atEnd(() => client.close());
  expect(await getBook(client, {})).toEqual({ a: 2 });
});
