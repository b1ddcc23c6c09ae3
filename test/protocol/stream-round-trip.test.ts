import * as fc from "fast-check";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";
import { Echo } from "./round-trip/echo.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Operations that take and give a stream of bytes, with what may be done to it on the way. */
const model = (protocol: string): string => `$version: "2.0"
namespace x
use aws.protocols#${protocol}
@${protocol}
service Streams { version: "1", operations: [Plain, Compressed, Summed, Long] }
@http(method: "PUT", uri: "/Plain/{name}")
operation Plain { input: PlainInput, output: Out }
structure PlainInput with [Body] {
  @required @httpLabel
  name: String
}
@http(method: "PUT", uri: "/Compressed")
@requestCompression(encodings: ["gzip"])
operation Compressed { input := with [Body] {}, output: Out }
@http(method: "PUT", uri: "/Summed")
@httpChecksumRequired
operation Summed { input := with [Body] {}, output: Out }
@http(method: "PUT", uri: "/Long")
operation Long { input: LongInput, output: Out }
structure LongInput {
  @httpHeader("X-Note")
  note: String
  @httpPayload @required
  body: LongBytes
}
@mixin
structure Body {
  @httpHeader("X-Note")
  note: String
  @httpPayload
  body: Bytes = ""
}
structure Out with [Body] {}
@streaming
blob Bytes
@streaming @requiresLength
blob LongBytes
`;

const chunks = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.uint8Array({ maxLength: 50 }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 60_000, max: 300_000 }).map((length) => new Uint8Array(length).fill(length)),
    },
  ),
  { maxLength: 6 },
);
const notes = fc.option(
  fc.string({ unit: fc.constantFrom(..."ab é,;="), minLength: 1 }).map((text) => text.trim()),
  { nil: undefined },
);

/** A stream of chunks, which fails behind them where a failure is given. */
function streamOf(parts: readonly Uint8Array[], failure?: Error): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    async pull(controller) {
      await Promise.resolve();
      const part = parts[next++];
      if (part !== undefined) controller.enqueue(part);
      else if (failure === undefined) controller.close();
      else controller.error(failure);
    },
  });
}

const bytesOf = async (stream: unknown): Promise<Buffer> =>
  Buffer.from(await new Response((stream as ReadableStream<Uint8Array> | undefined) ?? null).arrayBuffer());

interface Message {
  readonly note?: string;
  readonly body?: ReadableStream<Uint8Array>;
}

describe.each(["restJson1", "restXml"])("streams of bytes over %s", (protocol) => {
  let service: GeneratedService;
  let echo: Echo;
  beforeAll(async () => {
    const { model: loaded, diagnostics } = loadModel([createSource("model", model(protocol))]);
    const failure = diagnostics.find(({ severity }) => severity === "ERROR");
    if (failure !== undefined) throw new Error(failure.message);
    service = await generateService(root, loaded, "x#Streams");
    echo = new Echo(service);
    await echo.listen();
  });
  afterAll(() => echo.close());

  describe.each(["fetch", "node"] as const)("on the %s path", (path) => {
    const names = ["Plain", "Compressed", "Summed", "Long"];

    async function exchange(
      name: string,
      input: object,
      respond: (input: Message) => Promise<object> | object,
    ): Promise<Message> {
      const operation = service.index.operations.find(({ shape }) => shape.id === `x#${name}`);
      const call = service.operations[service.names.operation(`x#${name}`).name];
      if (operation === undefined || call === undefined) throw new Error(`There is no operation ${name}`);
      const client = echo.client(service, path);
      echo.respond = respond as (input: unknown) => unknown;
      try {
        return (await call(client as never, name === "Plain" ? { name: "a/b", ...input } : input)) as Message;
      } finally {
        client.close();
      }
    }

    it.each(names)("%s gives them back both ways", async (name) => {
      const cases = fc.asyncProperty(chunks, chunks, notes, async (sent, answered, note) => {
        let received: Buffer | undefined;
        let told: string | undefined;
        const noted = note === undefined || note === "" ? {} : { note };
        const whole = Buffer.concat(sent);
        // A length must be known, which a stream's is not.
        const body = name === "Long" ? whole : streamOf(sent);
        const output = await exchange(name, { ...noted, body }, async (input) => {
          told = input.note;
          received = await bytesOf(input.body);
          return { ...noted, body: streamOf(answered) };
        });
        expect(received?.equals(whole)).toBe(true);
        expect([told, output.note]).toEqual([noted.note, noted.note]);
        expect((await bytesOf(output.body)).equals(Buffer.concat(answered))).toBe(true);
      });
      await fc.assert(cases, { numRuns: 15 });
    });

    it("a request that breaks off is a failure on both sides", async () => {
      let seen: unknown;
      const broken = streamOf([new Uint8Array(70_000)], new Error("the disk is gone"));
      const call = exchange("Plain", { body: broken }, async ({ body }) => {
        seen = await bytesOf(body).catch((error: unknown) => error);
        if (seen instanceof Error) throw seen;
        return {};
      });
      await expect(call).rejects.toThrow();
      // Where the server was reached at all, it was told.
      if (seen !== undefined) expect(seen).toBeInstanceOf(Error);
    });

    it("an answer that breaks off is a failure to whoever reads it, and to the operator", async () => {
      const failure = new Error("the disk is gone");
      const output = await exchange("Plain", { body: streamOf([]) }, () => ({
        body: streamOf([new Uint8Array(70_000), new Uint8Array(10)], failure),
      }));
      await expect(bytesOf(output.body)).rejects.toThrow();
      expect(echo.reported).toContain(failure);
    });
  });
});
