import { createServer as createHttpServer } from "node:http";
import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { chunksOf, collect, streamOf } from "../http/byte-streams.js";
import { Cancellation } from "../http/cancellation.js";
import { createServer } from "../server/create-server.js";
import type { Server, ServerOperation, ServerProtocol, ServerRequest } from "../server/types.js";
import { nodeListener } from "./listener.js";
import { createNodeServer } from "./node-server.js";
import { socketTransport } from "./socket-transport.js";
import { atEnd, open } from "./testing/exchanges.js";

type Body = ReadableStream<Uint8Array>;

const operation = (name: string): ServerOperation => ({
  name,
  method: name,
  is: () => true,
  parse: (value) => ({ ok: true, value }),
  errors: [],
  validation: { shape: "example#Invalid", statusCode: 400, style: "smithy", messageMember: "message" },
});
const operations = [operation("stream"), operation("whole")];

/** The operation is the path; input and output are the body. */
const protocol: ServerProtocol = {
  protocol: "example#protocol",
  claims: () => true,
  route(request) {
    const found = operations.find(({ name }) => request.path === `/${name}`);
    return found === undefined
      ? { name: "Unknown", statusCode: 404, message: "" }
      : { operation: found, streams: found.name === "stream" };
  },
  read: ({ streams }, request) => (streams === true ? request.stream() : request.body),
  succeed: () => ({ status: 200, headers: [], body: "" }),
  fail: (_route, { statusCode }) => ({ status: statusCode, headers: [], body: "failed" }),
  refuse: ({ statusCode, name }) => ({ status: statusCode, headers: [], body: name }),
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const echo = { stream: (body: Body) => body, whole: (body: Uint8Array) => body };

function serverOf(handlers: object, headers: readonly string[] = []): Server {
  const succeed: ServerProtocol["succeed"] = (_route, output) => ({
    status: 200,
    headers: [...headers],
    body: output as Body,
  });
  return createServer({ service: "example#Service", streams: true, protocols: [{ ...protocol, succeed }] }, handlers, {
    maximumBodyBytes: 10,
  });
}

async function listen(server: Server, http = createHttpServer(nodeListener(server))): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    http.closeAllConnections();
    http.close();
  });
  return (http.address() as AddressInfo).port;
}

/** Sends a request; the status of the answer and its body as it comes. */
type Send = (server: Server, path: string, body: Body) => Promise<{ readonly status: number; readonly body: Body }>;

const paths: Readonly<Record<string, Send>> = {
  async fetch(server, path, body) {
    const init: RequestInit & { readonly duplex: "half" } = { method: "POST", body: body as BodyInit, duplex: "half" };
    const response = await server.fetch(new Request(`http://localhost${path}`, init));
    return { status: response.status, body: response.body ?? streamOf(pieces()) };
  },
  async Node(server, path, body) {
    const origin = `http://127.0.0.1:${await listen(server)}`;
    const transport = open(socketTransport());
    const response = await transport.send(
      { method: "POST", origin, path, headers: {}, body },
      { cancellation: new Cancellation(), maximumBodyBytes: 1000, streams: true },
    );
    return { status: response.statusCode, body: response.stream ?? streamOf(pieces(response.body)) };
  },
};

async function* pieces(...all: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of all) yield typeof piece === "string" ? bytes(piece) : piece;
}

const textOf = async (body: Body): Promise<string> =>
  new TextDecoder().decode(await collect(body, 1000, () => new Error("too long")));

describe.each(Object.entries(paths))("on the path of %s", (_path, send) => {
  it("a handler gets a stream, however long, and gives one", async () => {
    const answer = await send(serverOf(echo), "/stream", streamOf(pieces("0123456789", "0123456789")));
    expect([answer.status, await textOf(answer.body)]).toEqual([200, "01234567890123456789"]);
  });

  it.each<[string, readonly string[], number, string]>([
    ["is read whole", ["0123", "4567"], 200, "01234567"],
    ["is refused over the limit", ["0123456789", "0"], 413, "RequestEntityTooLargeException"],
  ])("any other request %s", async (_, parts, status, text) => {
    const answer = await send(serverOf(echo), "/whole", streamOf(pieces(...parts)));
    expect([answer.status, await textOf(answer.body)]).toEqual([status, text]);
  });

  it("a request that is for no operation is refused", async () => {
    expect((await send(serverOf(echo), "/other", streamOf(pieces("a")))).status).toBe(404);
  });

  it("both sides can talk at once", async () => {
    const heard: string[] = [];
    const waiting = new Map<number, () => void>();
    const answers = (count: number): Promise<void> =>
      heard.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.set(count, resolve));
    const turns = (async function* () {
      for (let turn = 0; turn < 4; turn++) {
        await answers(turn);
        yield bytes(`turn ${turn}`);
      }
    })();
    const { body } = await send(serverOf(echo), "/stream", streamOf(turns));
    for await (const chunk of chunksOf(body)) {
      heard.push(new TextDecoder().decode(chunk));
      waiting.get(heard.length)?.();
    }
    expect(heard).toEqual(["turn 0", "turn 1", "turn 2", "turn 3"]);
  });

  it("an answer that breaks off is no short one", async () => {
    const broken = async function* () {
      yield bytes("a");
      throw new Error("broken");
    };
    const { body } = await send(serverOf({ stream: () => streamOf(broken()) }), "/stream", streamOf(pieces("a")));
    await expect(textOf(body)).rejects.toThrow();
  });
});

it("a handler sees that a request broke off", async () => {
  let report: ((error: unknown) => void) | undefined;
  const seen = new Promise<unknown>((resolve) => (report = resolve));
  const stream = async (body: Body): Promise<Body> => {
    await textOf(body).catch(report);
    return streamOf(pieces("a"));
  };
  const socket = connect(await listen(serverOf({ stream })), "127.0.0.1");
  socket.write("POST /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", () => socket.destroy());
  expect(await seen).toMatchObject({ message: "The request broke off before its end" });
});

it("a request that was read whole can be read as a stream too", async () => {
  const whole = (_body: Uint8Array, { request }: { readonly request: ServerRequest }): Body => request.stream();
  for (const send of Object.values(paths)) {
    expect(await textOf((await send(serverOf({ whole }), "/whole", streamOf(pieces("abc")))).body)).toBe("abc");
  }
});

it.each(["-7", "1e3", "many", "3"])("a stream of three bytes can say that its length is %s", async (length) => {
  const server = serverOf({ stream: () => streamOf(pieces("a", "bc")) }, ["Content-Length", length]);
  const { body } = await paths["Node"]!(server, "/stream", streamOf(pieces()));
  expect(await textOf(body)).toBe("abc");
});

it.each(["2", "4", "0"])("a stream of three bytes that should have %s breaks off", async (length) => {
  const server = serverOf({ stream: () => streamOf(pieces("a", "bc")) }, ["Content-Length", length]);
  const text = paths["Node"]!(server, "/stream", streamOf(pieces())).then(({ body }) => textOf(body));
  await expect(text).rejects.toThrow();
});

/** Sends a request with a body in chunks, of which more follow. */
async function begin(
  port: number,
  path: string,
): Promise<{ readonly socket: Socket; readonly answer: Promise<string> }> {
  const socket = connect(port, "127.0.0.1");
  atEnd(() => void socket.destroy());
  let text = "";
  socket.setEncoding("latin1").on("data", (more: string) => (text += more));
  const answer = once(socket, "close").then(() => text);
  await once(socket, "connect");
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n`);
  return { socket, answer };
}

describe("a Node server with time-outs", () => {
  it("lets a request that streams take longer than any other", async () => {
    const server = serverOf({ stream: async (body: Body) => streamOf(pieces(await textOf(body))) });
    const http = createNodeServer(server, {
      requestTimeout: 1,
      headersTimeout: 1,
      connectionsCheckingInterval: 1,
      streamIdleTimeout: 0,
    });
    const expired = once(http, "clientError");
    const { socket, answer } = await begin(await listen(server, http), "/stream");
    expect((await expired)[0]).toMatchObject({ code: "ERR_HTTP_REQUEST_TIMEOUT" });
    socket.end("1\r\nb\r\n0\r\n\r\n");
    expect(await answer).toMatch(/^HTTP\/1.1 200 [^]*ab/);
  });

  it("ends any other request that takes too long", async () => {
    const server = serverOf(echo);
    const http = createNodeServer(server, { requestTimeout: 1, headersTimeout: 1, connectionsCheckingInterval: 1 });
    const { answer } = await begin(await listen(server, http), "/whole");
    expect(await answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it("gives a handler up that waits for a client who is silent", async () => {
    const server = serverOf({ stream: async (body: Body) => streamOf(pieces(await textOf(body))) });
    const http = createNodeServer(server, { streamIdleTimeout: 5 });
    const { answer } = await begin(await listen(server, http), "/stream");
    expect(await answer).toMatch(/^HTTP\/1.1 408 [^]*Connection: close[^]*RequestTimeout/);
  });
});

describe("a client that takes nothing of an answer", () => {
  it.each(["without", "with"])("is given up, and the source left: %s a length", async (how) => {
    let left: () => void = () => {};
    const leaving = new Promise<void>((resolve) => (left = resolve));
    const flood = async function* () {
      try {
        for (;;) yield new Uint8Array(2 ** 16);
      } finally {
        left();
      }
    };
    const headers = how === "with" ? ["Content-Length", String(2 ** 40)] : [];
    const server = serverOf({ stream: () => streamOf(flood()) }, headers);
    const socket = connect(await listen(server, createNodeServer(server, { streamIdleTimeout: 20 })), "127.0.0.1");
    atEnd(() => void socket.destroy());
    await once(socket, "connect");
    socket.pause().write("POST /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    await leaving;
  });
});

it("a client sees the head of an answer before its first piece", async () => {
  const send = paths["Node"] as Send;
  let give: (() => void) | undefined;
  const late = async function* () {
    await new Promise<void>((resolve) => (give = resolve));
    yield bytes("late");
  };
  const { status, body } = await send(serverOf({ stream: () => streamOf(late()) }), "/stream", streamOf(pieces("a")));
  expect(status).toBe(200);
  const text = textOf(body);
  give?.();
  expect(await text).toBe("late");
});
