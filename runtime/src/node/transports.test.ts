import { Agent as HttpsAgent } from "node:https";
import { Agent, fetch as undiciFetch, type RequestInfo, type RequestInit } from "undici";
import { describe, expect, it } from "vitest";
import { Cancellation } from "../http/cancellation.js";
import { fetchTransport } from "../http/fetch-transport.js";
import type { HttpRequest } from "../http/message.js";
import type { Transport, TransportFailure } from "../http/transport.js";
import { dispatcherTransport } from "./dispatcher-transport.js";
import { httpTransport } from "./http-transport.js";
import { socketTransport } from "./socket-transport.js";
import { testCertificate } from "./testing/certificate.js";
import { atEnd, open, send, serve, serveSecurely, serveSilently } from "./testing/exchanges.js";
import { http, type Answer } from "./testing/raw-server.js";

interface Implementation {
  /** @param ca certificates to trust in place of the system's */
  readonly create: (ca?: string) => Transport;
  /** What it reports for a failure, where it does not see the kind. */
  readonly report?: Readonly<Partial<Record<TransportFailure, TransportFailure>>>;
}

function agent(ca: string | undefined): Agent {
  const dispatcher = new Agent(ca === undefined ? {} : { connect: { ca } });
  // Not waited for: it waits for connections that are still being made.
  atEnd(() => void dispatcher.destroy());
  return dispatcher;
}

const implementations: Readonly<Record<string, Implementation>> = {
  sockets: { create: (ca) => socketTransport(ca === undefined ? {} : { tls: { ca } }) },
  "node:http": {
    create(ca) {
      if (ca === undefined) return httpTransport();
      const httpsAgent = new HttpsAgent({ keepAlive: true, ca });
      atEnd(() => httpsAgent.destroy());
      return httpTransport({ httpsAgent });
    },
  },
  "a dispatcher": { create: (ca) => dispatcherTransport(agent(ca)) },
  fetch: {
    create(ca) {
      if (ca === undefined) return fetchTransport();
      const dispatcher = agent(ca);
      const trusting = (input: RequestInfo, init?: RequestInit) => undiciFetch(input, { ...init, dispatcher });
      return fetchTransport({ fetch: trusting as typeof fetch });
    },
    report: { connect: "closed", malformed: "closed" },
  },
};

const ok = "HTTP/1.1 200 OK\r\n";
const chunkedHead = `${ok}Transfer-Encoding: chunked\r\n\r\n`;

describe.each(Object.entries(implementations))("over %s", (_name, { create, report = {} }) => {
  const failure = (kind: TransportFailure): object => ({ name: "TransportError", kind: report[kind] ?? kind });

  it("sends a request and reads the response", async () => {
    const server = await serve(http(200, '{"é":1}', "X-A: b"));
    const response = await send(open(create()), server.origin, {
      path: "/a%20b?c=d",
      headers: { "x-b": "c" },
      body: '{"é":2}',
    });
    expect(response).toMatchObject({ statusCode: 200, body: '{"é":1}', headers: { "x-a": "b" } });
    const [request = ""] = server.requests;
    expect(request).toMatch(/^POST \/a%20b\?c=d HTTP\/1\.1\r\n/);
    expect(request).toMatch(/\r\nx-b: c\r\n/i);
    expect(request.match(/\r\nhost: 127\.0\.0\.1:\d+\r\n/gi)).toHaveLength(1);
    expect(request.match(/\r\ncontent-length: 8\r\n/gi)).toHaveLength(1);
    expect(Buffer.from(request, "latin1").toString()).toMatch(/\r\n\r\n\{"é":2\}$/);
  });

  it("sends bytes as they are, also many", async () => {
    const server = await serve(http(200, ""));
    const body = Buffer.alloc(3_000_000, "0123456789");
    await send(open(create()), server.origin, { body });
    const [request = ""] = server.requests;
    expect(request.slice(-body.length)).toBe(body.toString());
  });

  it("speaks TLS, and trusts nobody unasked", async () => {
    const server = await serveSecurely(http(200, "secret"));
    const transport = open(create(testCertificate.cert));
    for (let turn = 0; turn < 2; turn++) {
      expect(await send(transport, server.origin)).toMatchObject({ statusCode: 200, body: "secret" });
    }
    await expect(send(open(create()), server.origin)).rejects.toMatchObject(failure("connect"));
    expect(server.requests).toHaveLength(2);
  });

  it("uses connections again", async () => {
    const server = await serve(http(200, "a"), `${chunkedHead}1\r\nb\r\n0\r\n\r\n`, "HTTP/1.1 204 None\r\n\r\n");
    const transport = open(create());
    for (const body of ["a", "b", "", "", "", ""]) {
      expect(await send(transport, server.origin)).toMatchObject({ body });
    }
    expect(server.requests).toHaveLength(6);
    // Undici opens a second one while it takes leave of the first response.
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  it("follows no redirect", async () => {
    const server = await serve(http(307, "", "Location: /other"));
    expect((await send(open(create()), server.origin)).statusCode).not.toBe(200);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Answer, object]>([
    ["in chunks", `${chunkedHead}3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n`, { body: "abcde" }],
    ["until the connection ends", (socket) => socket.end(`${ok}\r\nabc`), { body: "abc" }],
    ["without content", "HTTP/1.1 204 No Content\r\n\r\n", { statusCode: 204, body: "" }],
    [
      "after interim responses",
      `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${http(200, "abc")}`,
      { statusCode: 200, body: "abc" },
    ],
    ["with a header twice", http(200, "", "X-A: 1", "x-a: 2"), { headers: { "x-a": "1, 2" } }],
    ["that is an error", http(503, "no"), { statusCode: 503, body: "no" }],
  ])("reads a response %s", async (_case, answer, expected) => {
    const server = await serve(answer);
    expect(await send(open(create()), server.origin)).toMatchObject(expected);
  });

  it("reads no body of a response to HEAD, and uses its connection again", async () => {
    const server = await serve(`${ok}Content-Length: 5\r\n\r\n`, http(200, "abc"));
    const transport = open(create());
    const response = await send(transport, server.origin, { method: "HEAD", body: "" });
    expect(response).toMatchObject({ body: "", headers: { "content-length": "5" } });
    expect(await send(transport, server.origin)).toMatchObject({ body: "abc" });
  });

  it.each<[string, Answer]>([
    ["a reset", (socket) => socket.resetAndDestroy()],
    ["a close without an answer", (socket) => socket.end()],
    ["a cut head", (socket) => socket.end(`${ok}Content-Le`)],
    ["a cut body", (socket) => socket.end(http(200, "0123456789").slice(0, -5))],
    ["a cut chunk", (socket) => socket.end(`${chunkedHead}5\r\nab`)],
    ["chunks without an end", (socket) => socket.end(`${chunkedHead}2\r\nab\r\n`)],
  ])("reports %s, and sends nothing again", async (_case, answer) => {
    const server = await serve(answer);
    await expect(send(open(create()), server.origin)).rejects.toMatchObject(failure("closed"));
    expect(server.requests).toHaveLength(1);
  });

  it("neither loses nor repeats a request that meets the end of an idle connection", async () => {
    const server = await serve(http(200, "a"), (socket) => socket.end(), http(200, "b"));
    const transport = open(create());
    await send(transport, server.origin);
    await expect(send(transport, server.origin)).rejects.toMatchObject(failure("closed"));
    expect(await send(transport, server.origin)).toMatchObject({ body: "b" });
    expect(server.requests).toHaveLength(3);
  });

  it.each<[string, string]>([
    ["another protocol", "SSH-2.0-OpenSSH_9\r\n\r\n"],
    ["a header without a name", `${ok}: a\r\n\r\n`],
    ["a header without a colon", `${ok}abc\r\nContent-Length: 0\r\n\r\n`],
    ["a length that is no number", `${ok}Content-Length: five\r\n\r\n`],
    ["two lengths", `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ["length and chunks", `${ok}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`],
    ["a chunk without a size", `${chunkedHead}xyz\r\n`],
    ["endless headers", `${ok}A: ${"a".repeat(200_000)}`],
  ])("refuses %s", async (_case, answer) => {
    const server = await serve((socket) => socket.end(answer));
    await expect(send(open(create()), server.origin)).rejects.toMatchObject(failure("malformed"));
  });

  it.each<[string, Answer]>([
    ["by its length", http(200, "a".repeat(100_001))],
    ["as it comes", (socket) => socket.end(`${ok}\r\n${"a".repeat(100_001)}`)],
    ["in chunks", `${chunkedHead}186a1\r\n${"a".repeat(100_001)}\r\n0\r\n\r\n`],
  ])("refuses a body over the limit %s", async (_case, answer) => {
    const server = await serve(answer);
    await expect(send(open(create()), server.origin)).rejects.toMatchObject({ kind: "too-large" });
  });

  it.each<[string, Answer]>([
    ["before an answer", () => {}],
    ["within the headers", `${ok}Conte`],
    ["within the body", http(200, "0123456789").slice(0, -5)],
  ])("ends when cancelled %s", async (_case, answer) => {
    const cancellation = new Cancellation();
    const server = await serve((socket) => {
      if (typeof answer === "string") socket.write(answer, () => cancellation.cancel("enough"));
      else cancellation.cancel("enough");
    });
    await expect(send(open(create()), server.origin, {}, { cancellation })).rejects.toBe("enough");
  });

  it("sends nothing that was cancelled before", async () => {
    const server = await serve(http(200, ""));
    const cancellation = new Cancellation();
    cancellation.cancel("enough");
    await expect(send(open(create()), server.origin, {}, { cancellation })).rejects.toBe("enough");
    expect(server.requests).toHaveLength(0);
  });

  it("ends when cancelled while connecting", async () => {
    const cancellation = new Cancellation();
    const origin = await serveSilently(() => cancellation.cancel("enough"));
    await expect(send(open(create()), origin, {}, { cancellation })).rejects.toBe("enough");
  });

  it("reports that nobody listens", async () => {
    const server = await serve("");
    const { origin } = server;
    await server.stop();
    await expect(send(open(create()), origin)).rejects.toMatchObject({
      ...failure("connect"),
      ...(report.connect === undefined ? { code: "ECONNREFUSED" } : {}),
    });
  });

  it("reports a name that nobody has", async () => {
    const sending = send(open(create()), `http://${"a".repeat(64)}.invalid`);
    await expect(sending).rejects.toMatchObject(failure("connect"));
  });

  it.each<[string, Partial<HttpRequest>]>([
    ["a line break in a header", { headers: { a: "b\r\nc: d" } }],
    ["a line break in a header's name", { headers: { "a: b\r\nc": "d" } }],
    ["a line break in the method", { method: "GET / HTTP/1.1\r\n" }],
    ["a character that no header has", { headers: { a: "\u0100" } }],
  ])("never sends a request that could be read as more than itself: %s", async (_case, request) => {
    const server = await serve(http(200, ""));
    await expect(send(open(create()), server.origin, request)).rejects.toBeInstanceOf(Error);
    expect(server.connections).toBe(0);
  });
});

describe.each(Object.entries(implementations).filter(([name]) => name !== "fetch"))(
  "a request over %s",
  (_, { create }) => {
    it.each<[string, Partial<HttpRequest>]>([
      ["a line break in the path", { path: "/ HTTP/1.1\r\nHost: other\r\n\r\n" }],
      ["a line break in the host", { headers: { host: "a\r\nb: c" } }],
      ["a blank in the path", { path: "/a b" }],
      ["no path", { path: "" }],
    ])("is not sent with %s", async (_case, request) => {
      const server = await serve(http(200, ""));
      await expect(send(open(create()), server.origin, request)).rejects.toBeInstanceOf(TypeError);
      expect(server.connections).toBe(0);
    });

    it("has the host that it is given, as signatures want it", async () => {
      const server = await serve(http(200, ""));
      await send(open(create()), server.origin, { headers: { host: "example.com" } });
      expect(server.requests[0]?.match(/\r\nhost: .*\r\n/gi)).toEqual(["\r\nhost: example.com\r\n"]);
    });
  },
);

describe.each(["sockets", "node:http"])("the limit of connecting over %s", (name) => {
  const create = (): Transport => open(implementations[name]?.create() ?? fetchTransport());

  it("ends what takes longer", async () => {
    const sending = send(create(), await serveSilently(), {}, { connectTimeout: 20 });
    await expect(sending).rejects.toMatchObject({ kind: "connect", code: "ETIMEDOUT" });
  });

  it("does not count the time until the response", async () => {
    const server = await serve((socket) => setTimeout(() => socket.write(http(200, "a")), 100));
    expect(await send(create(), server.origin, {}, { connectTimeout: 50 })).toMatchObject({ body: "a" });
  });
});
