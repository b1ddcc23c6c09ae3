import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  encodeMessage,
  errorMessage,
  eventMessage,
  kindOf,
  MessageDecoder,
  type EventMessage,
} from "../../runtime/src/event-stream/index.js";
import { crc32 } from "../../runtime/src/checksum/crc32.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import type { ProtocolId } from "./event-streams/model.js";
import { generateStreams, Stage, type Path } from "./event-streams/stage.js";

type Events = AsyncIterable<unknown>;

/** A source that says when it is left, and how much was asked of it. */
class Source {
  asked = 0;
  readonly left: Promise<void>;
  #leave: () => void = () => {};

  constructor() {
    this.left = new Promise((resolve) => (this.#leave = resolve));
  }

  /** @param make gives the next event; undefined waits for ever */
  events(make: (index: number) => object | undefined): AsyncIterable<object> {
    const next = async (): Promise<IteratorResult<object>> => {
      const value = make(this.asked++);
      return value === undefined ? new Promise(() => {}) : { done: false, value };
    };
    const leave = async (): Promise<IteratorResult<object>> => {
      this.#leave();
      return { done: true, value: undefined };
    };
    return { [Symbol.asyncIterator]: () => ({ next, return: leave }) };
  }
}

const text = (index: number): object => ({ text: { text: `event ${index}` } });
/** Some events, and then silence. */
const some = (count: number) => (index: number) => (index < count ? text(index) : undefined);

/** The events that a stream gives before it fails, and its error; it must fail. */
async function failing(stream: Events | undefined): Promise<{ readonly count: number; readonly error: unknown }> {
  let count = 0;
  try {
    for await (const event of stream ?? []) if (event !== undefined) count++;
  } catch (error) {
    return { count, error };
  }
  throw new Error(`The stream ended in order after ${count} events`);
}

/** Lets everything that can happen happen. */
async function settle(turns = 300): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

const chosen: readonly ProtocolId[] = [
  "aws.protocols#awsJson1_1",
  "smithy.protocols#rpcv2Cbor",
  "aws.protocols#restXml",
];

describe.each(chosen)("streams over %s", (protocol) => {
  let service: GeneratedService;
  let stage: Stage;
  beforeAll(async () => {
    service = await generateStreams(protocol);
    stage = new Stage(service);
    await stage.open();
  });
  beforeEach(() => {
    stage.reported.length = 0;
    stage.wire.toClient = (bytes) => bytes;
    stage.wire.toServer = (bytes) => bytes;
  });
  afterAll(() => stage.close());

  describe.each<Path>(["node", "node:http"])("on the %s path", (path) => {
    it("fail where the connection breaks off while the client reads, and leave the server's source", async () => {
      const source = new Source();
      let aborted: Promise<unknown> | undefined;
      stage.handlers = {
        listen: (_input, { signal }) => {
          aborted = once(signal, "abort");
          return { heard: source.events(some(3)) };
        },
      };
      const client = stage.client(service, path);
      const { heard } = await stage.call(service, client, "listen", {});
      const reading = failing(heard);
      await until(() => source.asked === 4);
      await settle();
      stage.wire.cut();
      expect(await reading).toMatchObject({ count: 3, error: { name: "TransportError", kind: "closed" } });
      await source.left;
      await aborted;
    });

    it("fail on both sides where the connection breaks off while the server reads", async () => {
      const source = new Source();
      let reading: ReturnType<typeof failing> | undefined;
      stage.handlers = {
        tell: async ({ said }) => {
          reading = failing(said);
          await reading;
          return {};
        },
      };
      const client = stage.client(service, path);
      const call = stage.call(service, client, "tell", { said: source.events(some(3)) });
      const failed = call.then(
        () => "success",
        (error: unknown) => (error as Error).name,
      );
      await until(() => source.asked === 4);
      await settle();
      stage.wire.cut();
      expect(await failed).toBe("TransportError");
      expect(await reading).toMatchObject({ count: 3, error: { message: /broke off/ } });
      await source.left;
    });

    it("fail where bytes are damaged on the way", async () => {
      const damage = (bytes: Buffer): Buffer => {
        const at = bytes.indexOf("event 1");
        if (at >= 0) bytes[at] = 0x45;
        return bytes;
      };
      stage.wire.toClient = damage;
      const source = new Source();
      stage.handlers = { listen: () => ({ heard: source.events(some(3)) }) };
      const client = stage.client(service, path);
      const { heard } = await stage.call(service, client, "listen", {});
      expect(await failing(heard)).toMatchObject({ count: 1, error: { name: "EventStreamError" } });
      await source.left;

      stage.wire.toServer = damage;
      const sent = new Source();
      let reading: ReturnType<typeof failing> | undefined;
      stage.handlers = {
        tell: async ({ said }) => {
          reading = failing(said);
          throw (await reading).error;
        },
      };
      const call = stage.call(service, client, "tell", { said: sent.events(some(3)) });
      await expect(call).rejects.toMatchObject({ statusCode: 400, name: "SerializationException" });
      expect(await reading).toMatchObject({
        count: 1,
        error: { name: "RefusedRequest", cause: { name: "EventStreamError" } },
      });
      await sent.left;
    });
  });

  describe.each<Path>(["fetch", "node", "node:http"])("on the %s path", (path) => {
    it("end on the server where the client leaves, before it reads, within, and by its signal", async () => {
      const idle = stage.wire.connections;
      const client = stage.client(service, path);
      const leave: readonly ((
        heard: AsyncIterator<unknown> & Events,
        controller: AbortController,
      ) => Promise<unknown>)[] = [
        async (heard) => heard.return?.(),
        async (heard) => {
          for await (const event of heard) if (event !== undefined) break;
        },
        async (heard) => {
          await heard.next();
          void heard.next();
          await settle(3);
          await heard.return?.();
        },
        async (heard, controller) => {
          await heard.next();
          const pending = heard.next();
          controller.abort(new Error("enough"));
          await expect(pending).rejects.toThrow("enough");
        },
      ];
      // Nothing of a network is between them on the path of `fetch` here, which would see the signal.
      for (const how of path === "fetch" ? leave.slice(0, 3) : leave) {
        const source = new Source();
        stage.handlers = { listen: () => ({ heard: source.events(some(1)) }) };
        const controller = new AbortController();
        const { heard } = await stage.call(service, client, "listen", {}, { signal: controller.signal });
        await how(heard as never, controller);
        await source.left;
      }
      await until(() => stage.wire.connections <= idle);
    });

    it("end on the client where the server answers without reading on", async () => {
      const source = new Source();
      stage.handlers = {
        tell: async ({ said }) => {
          for await (const event of said as unknown as Events) if (event !== undefined) break;
          return { count: 1 };
        },
      };
      const client = stage.client(service, path);
      expect(await stage.call(service, client, "tell", { said: source.events(some(1)) })).toEqual({ count: 1 });
      await source.left;
    });

    it("come no faster than they are read, in either direction", async () => {
      const large = (): object => ({ bytes: { bytes: new Uint8Array(256 * 1024) } });
      const client = stage.client(service, path);
      const down = new Source();
      stage.handlers = { listen: () => ({ heard: down.events(large) }) };
      const { heard } = await stage.call(service, client, "listen", {});
      const iterator = (heard as unknown as Events)[Symbol.asyncIterator]();
      for (let index = 0; index < 3; index++) await iterator.next();
      await settle(2000);
      // What is under way in both sockets and both buffers: some megabytes, whatever the reader does not take.
      expect(down.asked).toBeLessThan(100);
      await iterator.return?.();
      await down.left;

      const up = new Source();
      let first: (() => void) | undefined;
      const arrived = new Promise<void>((resolve) => (first = resolve));
      let finish: (() => void) | undefined;
      stage.handlers = {
        tell: async ({ said }) => {
          await (said as unknown as Events)[Symbol.asyncIterator]().next();
          first?.();
          await new Promise<void>((resolve) => (finish = resolve));
          return { count: 1 };
        },
      };
      const call = stage.call(service, client, "tell", { said: up.events(large) });
      await arrived;
      await settle(2000);
      expect(up.asked).toBeLessThan(100);
      finish?.();
      expect(await call).toEqual({ count: 1 });
      // Whoever runs a server of `fetch` leaves what its answer came before.
      if (path !== "fetch") await up.left;
    });
  });

  it.each<[string, (message: Buffer) => Buffer]>([
    ["within the first bytes of a message", (message) => message.subarray(0, 7)],
    ["within a message", (message) => message.subarray(0, -1)],
  ])("fail where they end in order, but %s", async (_, cut) => {
    let reading: ReturnType<typeof failing> | undefined;
    stage.handlers = {
      pipe: async ({ said }) => {
        reading = failing(said);
        throw (await reading).error;
      },
    };
    const message = Buffer.from(encodeMessage(eventMessage("nothing")));
    const body = Buffer.concat([message, cut(message)]);
    const rest = protocol.startsWith("aws.protocols#rest");
    const isCbor = protocol.endsWith("Cbor");
    const lines = [
      `POST ${rest ? "/pipe" : isCbor ? "/service/Streams/operation/Pipe" : "/"} HTTP/1.1`,
      "Host: localhost",
      "Content-Type: application/vnd.amazon.eventstream",
      isCbor ? "Smithy-Protocol: rpc-v2-cbor" : "X-Amz-Target: Streams.Pipe",
      `Content-Length: ${body.length}`,
      "",
      "",
    ];
    const socket = connect(stage.wire.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes.toString("latin1")));
    socket.write(Buffer.concat([Buffer.from(lines.join("\r\n")), body]));
    await until(() => answer.includes("\r\n\r\n"));
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(await reading).toMatchObject({
      count: 1,
      error: { cause: { name: "EventStreamError", message: "The stream ended within a message" } },
    });
  });

  describe.each<[string, Uint8Array]>(brokenMessages(protocol))("with %s", (_, broken) => {
    const headers = (operation: string): Record<string, string> => ({
      "content-type": "application/vnd.amazon.eventstream",
      ...(protocol.endsWith("Cbor")
        ? { "smithy-protocol": "rpc-v2-cbor" }
        : { "x-amz-target": `Streams.${operation}` }),
    });
    const path = (operation: string): string => {
      if (protocol.startsWith("aws.protocols#rest"))
        return `/${operation.toLowerCase()}${operation === "Talk" ? "/r" : ""}`;
      return protocol.endsWith("Cbor") ? `/service/Streams/operation/${operation}` : "/";
    };
    const post = (operation: string, ...messages: readonly Uint8Array[]): Promise<Response> =>
      fetch(`http://127.0.0.1:${stage.wire.port}${path(operation)}`, {
        method: "POST",
        headers: headers(operation),
        body: Buffer.concat(messages),
      });
    const good = encodeMessage(eventMessage("nothing"));

    it("are refused before the answer begins, and no fault of the service", async () => {
      stage.handlers = {
        tell: async ({ said }) => {
          throw (await failing(said)).error;
        },
      };
      for (const messages of [[broken], [good, broken]]) {
        const answer = await post("Tell", ...messages);
        expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("SerializationException")]);
      }
      expect(stage.reported).toEqual([]);
    });

    it("end the answer that has begun with an error of the client", async () => {
      const echo = async function* (said: Events): AsyncGenerator<unknown> {
        try {
          yield* said;
        } catch (cause) {
          throw new Error("reading failed", { cause });
        }
      };
      stage.handlers = { pipe: ({ said }) => ({ heard: echo(said as unknown as Events) }) };
      const answer = await post("Pipe", good, broken);
      const decoded: readonly EventMessage[] = [
        ...new MessageDecoder(false).push(new Uint8Array(await answer.arrayBuffer())),
      ];
      expect(answer.status).toBe(200);
      expect(kindOf(decoded.at(-1) as EventMessage)).toMatchObject({ kind: "error", code: "SerializationException" });
      expect(stage.reported).toEqual([]);
    });
  });
});

/** Messages that no server can read. */
function brokenMessages(protocol: ProtocolId): [string, Uint8Array][] {
  const [cut, mistyped] = {
    "aws.protocols#awsJson1_1": ['{"count":', '{"count":"x"}'],
    "smithy.protocols#rpcv2Cbor": [Buffer.from("bf65636f", "hex"), Buffer.from("a165636f756e746178", "hex")],
    "aws.protocols#restXml": ["<Document_><count>", "<Document_><count>x</count></Document_>"],
  }[protocol as string] as [string | Uint8Array, string | Uint8Array];
  const event = (name: string, payload: string | Uint8Array): Uint8Array =>
    encodeMessage(eventMessage(name, { payload }));
  const text = { type: "string", value: "event" } as const;
  const damaged = encodeMessage(eventMessage("nothing"));
  damaged[damaged.length - 1] = (damaged.at(-1) as number) ^ 1;
  const huge = Buffer.from("7fffffff0000000000000000", "hex");
  huge.writeUInt32BE(crc32(huge.subarray(0, 8)), 8);
  return [
    ["bytes that are no message", Buffer.alloc(100, "y")],
    ["a wrong checksum", damaged],
    ["a message cut short", encodeMessage(eventMessage("nothing")).subarray(0, -3)],
    ["a message of 2 GB", huge],
    ["a payload cut short", event("document", cut)],
    ["a member of another type", event("document", mistyped)],
    ["a text that is none", event("text", new Uint8Array([255]))],
    ["a header of another type", encodeMessage(eventMessage("headers", { headers: [["integer", text]] }))],
    ["an event that does not exist", event("unheard", "")],
    ["no name of the event", encodeMessage({ headers: new Map([[":message-type", text]]), payload: huge })],
    ["an error of the client", encodeMessage(errorMessage("Tired", "enough"))],
  ];
}
