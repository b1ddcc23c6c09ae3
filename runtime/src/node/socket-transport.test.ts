import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../client/client.js";
import { getBook } from "../client/testing/operation.js";
import { FakeClock } from "../client/testing/fake-clock.js";
import { Cancellation } from "../http/cancellation.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Transport } from "../http/transport.js";
import { fetchTransport } from "../http/fetch-transport.js";
import { socketTransport } from "./socket-transport.js";
import { http, RawServer, type Answer } from "./testing/raw-server.js";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serve(...answers: readonly Answer[]): Promise<RawServer> {
  const server = await RawServer.start(...answers);
  stops.push(() => server.stop());
  return server;
}

function open(transport: Transport): Transport {
  stops.push(() => transport.close?.());
  return transport;
}

async function send(
  transport: Transport,
  origin: string,
  request: Partial<HttpRequest> = {},
  cancellation = new Cancellation(),
): Promise<Omit<HttpResponse, "body"> & { readonly body: string }> {
  const whole = { method: "POST", origin, path: "/", headers: {}, body: "{}", ...request };
  const response = await transport.send(whole, { cancellation, maximumBodyBytes: 100_000 });
  return { ...response, body: Buffer.from(response.body).toString() };
}

describe.each([
  ["sockets", () => socketTransport()],
  ["fetch", () => fetchTransport()],
])("over %s", (_, create) => {
  it("sends a request and reads the response", async () => {
    const server = await serve(http(200, '{"é":1}', "X-A: b"));
    const response = await send(open(create()), server.origin, {
      path: "/a%20b?c=d",
      headers: { "x-b": "c" },
      body: '{"é":2}',
    });
    expect(response).toMatchObject({ statusCode: 200, body: '{"é":1}', headers: { "x-a": "b" } });
    expect(server.requests[0]).toMatch(/^POST \/a%20b\?c=d HTTP\/1\.1\r\n/);
    expect(server.requests[0]).toMatch(/\r\nx-b: c\r\n/);
    expect(Buffer.from(server.requests[0] ?? "", "latin1").toString()).toMatch(/\r\n\r\n\{"é":2\}$/);
  });

  it("follows no redirect", async () => {
    const server = await serve(http(307, "", "Location: /other"));
    expect((await send(open(create()), server.origin)).statusCode).not.toBe(200);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["a reset", (socket) => socket.resetAndDestroy()],
    ["a close without an answer", (socket) => socket.end()],
    ["a cut body", (socket) => socket.end(http(200, "0123456789").slice(0, -5))],
    ["a cut chunk", (socket) => socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")],
  ])("reports %s", async (_name, answer) => {
    const server = await serve(answer);
    await expect(send(open(create()), server.origin)).rejects.toMatchObject({ name: "TransportError", kind: "closed" });
  });

  it.each<[string, Answer]>([
    ["by its length", http(200, "a".repeat(100_001))],
    ["as it comes", (socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${"a".repeat(100_001)}`)],
  ])("refuses a body over the limit %s", async (_name, answer) => {
    const server = await serve(answer);
    await expect(send(open(create()), server.origin)).rejects.toMatchObject({ kind: "too-large" });
  });

  it.each<[string, Answer]>([
    ["before an answer", () => {}],
    ["within the headers", "HTTP/1.1 200 OK\r\nConte"],
    ["within the body", http(200, "0123456789").slice(0, -5)],
  ])("ends when cancelled %s", async (_name, answer) => {
    const cancellation = new Cancellation();
    const server = await serve((socket) => {
      if (typeof answer === "string") socket.write(answer, () => cancellation.cancel("enough"));
      else cancellation.cancel("enough");
    });
    await expect(send(open(create()), server.origin, {}, cancellation)).rejects.toBe("enough");
  });
});

describe("connections", () => {
  it("are used again", async () => {
    const server = await serve(http(200, "a"));
    const transport = open(socketTransport());
    for (let turn = 0; turn < 5; turn++) await send(transport, server.origin);
    expect([server.requests.length, server.connections]).toEqual([5, 1]);
  });

  it("report that nobody listens", async () => {
    const server = await serve("");
    const { origin } = server;
    await server.stop();
    await expect(send(open(socketTransport()), origin)).rejects.toMatchObject({
      name: "TransportError",
      kind: "connect",
      code: "ECONNREFUSED",
    });
  });

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
    const two = send(transport, server.origin, {}, impatient);
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

describe("a request that could be read as more than itself", () => {
  it.each<[string, Partial<HttpRequest>]>([
    ["a line break in a header", { headers: { a: "b\r\nc: d" } }],
    ["a line break in a header's name", { headers: { "a: b\r\nc": "d" } }],
    ["a line break in the path", { path: "/ HTTP/1.1\r\nHost: other\r\n\r\n" }],
    ["a line break in the method", { method: "GET / HTTP/1.1\r\n" }],
    ["a line break in the host", { headers: { host: "a\r\nb: c" } }],
    ["a blank in the path", { path: "/a b" }],
    ["no path", { path: "" }],
    ["a character that no header has", { headers: { a: "\u0100" } }],
  ])("is not sent: %s", async (_, request) => {
    const server = await serve(http(200, ""));
    await expect(send(open(socketTransport()), server.origin, request)).rejects.toBeInstanceOf(TypeError);
    expect(server.connections).toBe(0);
  });

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
  stops.push(() => client.close());
  await expect(getBook(client, {})).rejects.toMatchObject({ name: "TimeoutError", scope: "attempt" });
  expect([attempts, clock.pending]).toEqual([1, 0]);
});

it("tries again after a cut body", async () => {
  const server = await serve((socket) => socket.end(http(200, '{"a":1}').slice(0, -2)), http(200, '{"a":2}'));
  const client = createClient({ endpoint: server.origin, credentials: "anonymous", random: () => 0 });
  stops.push(() => client.close());
  expect(await getBook(client, {})).toEqual({ a: 2 });
});
