import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent } from "undici";
import { describe, expect, it } from "vitest";
import { chunksOf, collect, streamOf } from "../http/byte-streams.js";
import { Cancellation } from "../http/cancellation.js";
import { fetchTransport } from "../http/fetch-transport.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Transport } from "../http/transport.js";
import { BodySink } from "./body-sink.js";
import { dispatcherTransport } from "./dispatcher-transport.js";
import { httpTransport } from "./http-transport.js";
import { socketTransport } from "./socket-transport.js";
import { atEnd, open } from "./testing/exchanges.js";

const implementations: Readonly<Record<string, () => Transport>> = {
  sockets: socketTransport,
  "node:http": httpTransport,
  "a dispatcher": () => {
    const dispatcher = new Agent();
    atEnd(() => void dispatcher.destroy());
    return dispatcherTransport(dispatcher);
  },
  fetch: fetchTransport,
};

/** The origin of a server for the length of the test, and its connections so far. */
async function serve(
  listener: RequestListener,
): Promise<{ readonly origin: string; readonly connections: () => number }> {
  let connections = 0;
  const server = createServer(listener).on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections };
}

/** Answers with what was sent and how it was announced. */
const echo = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const { "content-length": length, "transfer-encoding": coding } = incoming.headers;
  outgoing.writeHead(200, { "x-length": length ?? "", "x-coding": coding ?? "" });
  for await (const chunk of incoming) outgoing.write(chunk);
  outgoing.end();
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const text of texts) yield bytes(text);
}

interface Settings {
  readonly streams?: boolean;
  readonly cancellation?: Cancellation;
  readonly maximumBodyBytes?: number;
}

function exchange(
  transport: Transport,
  origin: string,
  request: Partial<HttpRequest>,
  { streams = true, cancellation = new Cancellation(), maximumBodyBytes = 1000 }: Settings = {},
): Promise<HttpResponse> {
  const whole = { method: "POST", origin, path: "/", headers: {}, body: "", ...request };
  return transport.send(whole, { cancellation, maximumBodyBytes, streams });
}

const textOf = async (stream: ReadableStream<Uint8Array> | undefined): Promise<string> =>
  new TextDecoder().decode(
    await collect(stream ?? streamOf(pieces("no stream")), 2 ** 30, () => new Error("too long")),
  );

describe.each(Object.entries(implementations))("over %s", (name, create) => {
  it("sends a stream in chunks, also where a method usually has no body", async () => {
    const { origin } = await serve(echo);
    for (const method of ["POST", "DELETE"]) {
      const body = streamOf(pieces("a", "", "bc"));
      const response = await exchange(open(create()), origin, { method, body }, { streams: false });
      expect(Buffer.from(response.body).toString()).toBe("abc");
      expect(response.headers).toMatchObject({ "x-coding": "chunked", "x-length": "" });
    }
  });

  it("sends a stream with the length that the request announces", async () => {
    const { origin } = await serve(echo);
    const request = { headers: { "content-length": "3" }, body: streamOf(pieces("ab", "c")) };
    const response = await exchange(open(create()), origin, request, { streams: false });
    expect(Buffer.from(response.body).toString()).toBe("abc");
    // What `fetch` makes of it is its own affair.
    if (name !== "fetch") expect(response.headers).toMatchObject({ "x-coding": "", "x-length": "3" });
  });

  it("sends megabytes both ways, and uses the connection again", async () => {
    const { origin, connections } = await serve(echo);
    const transport = open(create());
    const piece = "0123456789".repeat(10_000);
    for (let turn = 0; turn < 3; turn++) {
      const body = streamOf(pieces(...Array.from({ length: 30 }, () => piece)));
      const { stream } = await exchange(transport, origin, { body });
      expect((await textOf(stream)).length).toBe(3_000_000);
    }
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it("hands a response over before it ends", async () => {
    let outgoing: ServerResponse | undefined;
    const { origin } = await serve((_incoming, response) => {
      outgoing = response;
      response.writeHead(200).write("first");
    });
    const { stream, body } = await exchange(open(create()), origin, {});
    expect(body).toHaveLength(0);
    const reader = stream?.getReader();
    expect((await reader?.read())?.value).toEqual(expect.objectContaining(bytes("first")));
    outgoing?.end("second");
    expect((await reader?.read())?.value).toEqual(expect.objectContaining(bytes("second")));
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it("keeps what is no success whole, within the limit", async () => {
    const { origin } = await serve((incoming, outgoing) => {
      incoming.resume();
      outgoing.writeHead(503).end("busy");
    });
    const response = await exchange(open(create()), origin, {});
    expect(response.stream).toBeUndefined();
    expect(Buffer.from(response.body).toString()).toBe("busy");
    await expect(exchange(open(create()), origin, {}, { maximumBodyBytes: 3 })).rejects.toMatchObject({
      kind: "too-large",
    });
  });

  it("hands over an empty stream", async () => {
    const { origin } = await serve(
      (_incoming, outgoing) => void outgoing.writeHead(200, { "content-length": "0" }).end(),
    );
    const { stream = streamOf(pieces()) } = await exchange(open(create()), origin, {});
    expect(await textOf(stream)).toBe("");
  });

  it.each([
    ["chunks", {}],
    ["a length", { "content-length": "10" }],
  ])("never takes a response of %s that breaks off for a short one", async (_, headers) => {
    const { origin } = await serve((_incoming, outgoing) => {
      outgoing.writeHead(200, headers).write("first", () => outgoing.destroy());
    });
    const { stream } = await exchange(open(create()), origin, {});
    // What breaks a stream of `fetch` is told in its words.
    const expected = name === "fetch" ? { name: "TypeError" } : { name: "TransportError", kind: "closed" };
    await expect(textOf(stream)).rejects.toMatchObject(expected);
  });

  it("ends the connection when its reader leaves", async () => {
    const closed = new Promise<void>((resolve) => {
      void serve((_incoming, outgoing) => {
        outgoing.on("close", resolve);
        outgoing.writeHead(200).write("first");
      }).then(async ({ origin }) => {
        const { stream } = await exchange(open(create()), origin, {});
        for await (const chunk of chunksOf(stream ?? pieces())) {
          expect(chunk).toEqual(expect.objectContaining(bytes("first")));
          break;
        }
        return undefined;
      });
    });
    await closed;
  });

  it("ends a stream when cancelled", async () => {
    const { origin } = await serve((_incoming, outgoing) => void outgoing.writeHead(200).write("first"));
    const cancellation = new Cancellation();
    const { stream } = await exchange(open(create()), origin, {}, { cancellation });
    const reader = stream?.getReader();
    await reader?.read();
    const rest = reader?.read();
    cancellation.cancel("enough");
    await expect(rest).rejects.toBe("enough");
  });

  it("fails with what the stream of the request fails with", async () => {
    const { origin } = await serve((incoming) => void incoming.resume());
    const broken = (async function* () {
      yield bytes("a");
      throw new RangeError("broken");
    })();
    const sending = exchange(open(create()), origin, { body: streamOf(broken) });
    await (name === "fetch"
      ? expect(sending).rejects.toMatchObject({ name: "TransportError" })
      : expect(sending).rejects.toThrow(new RangeError("broken")));
  });
});

describe.each([
  ["sockets", socketTransport],
  ["node:http", httpTransport],
])("over %s", (_, create) => {
  it("both sides can talk at once", async () => {
    const { origin } = await serve(echo);
    const queue: ((text: string) => void)[] = [];
    const turns = (async function* () {
      yield bytes("turn 0");
      for (let turn = 1; turn < 4; turn++) yield bytes(await new Promise<string>((resolve) => queue.push(resolve)));
    })();
    const { stream } = await exchange(open(create()), origin, { body: streamOf(turns) });
    const heard: string[] = [];
    for await (const chunk of chunksOf(stream ?? pieces())) {
      heard.push(new TextDecoder().decode(chunk));
      queue.shift()?.(`turn ${heard.length}`);
    }
    expect(heard).toEqual(["turn 0", "turn 1", "turn 2", "turn 3"]);
  });

  it.each([
    ["longer", "abcd"],
    ["shorter", "ab"],
  ])("refuses a body that is %s than announced", async (_case, text) => {
    const { origin } = await serve((incoming) => void incoming.resume());
    const request = { headers: { "content-length": "3" }, body: streamOf(pieces(text)) };
    await expect(exchange(open(create()), origin, request)).rejects.toThrow("than its content-length");
  });

  it("stops a request that was answered before its end", async () => {
    let left: (() => void) | undefined;
    const stopped = new Promise<void>((resolve) => (left = resolve));
    const { origin } = await serve((_incoming, outgoing) => void outgoing.writeHead(400).end("no"));
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => left?.(),
    });
    expect(await exchange(open(create()), origin, { body: endless })).toMatchObject({ statusCode: 400 });
    await stopped;
  });
});

it("asks a source to pause when nobody reads, and to go on when somebody does", async () => {
  const told: string[] = [];
  const sink = new BodySink({
    pause: () => told.push("pause"),
    resume: () => told.push("resume"),
    stop: () => told.push("stop"),
  });
  sink.write(new Uint8Array(200_000));
  expect(told).toEqual([]);
  sink.write(new Uint8Array(200_000));
  sink.write(new Uint8Array(1));
  expect(told).toEqual(["pause"]);
  const reader = sink.stream.getReader();
  await reader.read();
  await reader.read();
  expect(told).toEqual(["pause", "resume"]);
  await reader.cancel();
  sink.write(new Uint8Array(1));
  sink.end();
  expect(told).toEqual(["pause", "resume", "stop"]);
});
