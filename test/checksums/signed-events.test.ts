import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { sigV4Authenticator } from "../../runtime/src/aws/index.js";
import { createClient } from "../../runtime/src/client/index.js";
import { isStream, streamOf } from "../../runtime/src/http/byte-streams.js";
import { fetchTransport, type Transport } from "../../runtime/src/http/index.js";
import { socketTransport } from "../../runtime/src/node/index.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";
import { paths, TestServer, type Path } from "./service.js";

const text = `$version: "2"
namespace example.talk
use aws.auth#sigv4
use aws.protocols#restJson1
use aws.protocols#awsJson1_1
use smithy.protocols#rpcv2Cbor

@restJson1 @sigv4(name: "talk")
service Bound { version: "1", operations: [Say] }

@awsJson1_1 @sigv4(name: "talk")
service Plain { version: "1", operations: [Say] }

@rpcv2Cbor @sigv4(name: "talk")
service Binary { version: "1", operations: [Say] }

@http(method: "POST", uri: "/say")
operation Say {
    input := { @httpPayload words: Words }
    output := { said: String }
}

@streaming
union Words { word: Word }
structure Word { text: String }
`;

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const words = ["one", "two", "three"];

async function* spoken(): AsyncGenerator<object, void, undefined> {
  for (const text of words) yield { word: { text } };
}

describe.each(["Bound", "Plain", "Binary"])("signed events of the service %s", (name) => {
  let service: GeneratedService;
  let server: TestServer;
  let heard: string[];
  beforeAll(async () => {
    const { model } = loadModel([createSource("model.smithy", text)]);
    if (model === undefined) throw new Error("The model does not load");
    service = await generateService(fileURLToPath(new URL("../../", import.meta.url)), model, `example.talk#${name}`);
    const say = async ({
      words: given,
    }: {
      readonly words: AsyncIterable<{ readonly word: { readonly text: string } }>;
    }) => {
      for await (const { word } of given) heard.push(word.text);
      return { said: heard.join(" ") };
    };
    const authenticator = sigV4Authenticator({
      region: "us-east-1",
      service: "talk",
      credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
    });
    server = new TestServer(service, { say }, { authenticator });
  });

  async function say(path: Path, change?: (pieces: Uint8Array[]) => Uint8Array[]): Promise<unknown> {
    heard = [];
    const call = (endpoint: string, transport: Transport) => {
      const config = { credentials, region: "us-east-1", maximumAttempts: 1, endpoint };
      const client = createClient({ ...config, transport: changing(transport, change) });
      return service.operations["say"]?.(client as never, { words: spoken() } as never);
    };
    if (path === "sockets") {
      return server.listening(async (port) => call(`http://127.0.0.1:${port}`, socketTransport()));
    }
    const answer = (url: unknown, init?: RequestInit): Promise<Response> => {
      const request = new Request(url as string, init);
      request.headers.set("host", "localhost");
      return server.server.fetch(request);
    };
    return call("http://localhost", fetchTransport({ fetch: answer as typeof fetch }));
  }

  describe.each(paths)("over %s", (path) => {
    it("arrive when they are as they were signed", async () => {
      expect(await say(path)).toEqual({ said: "one two three" });
    });

    // Each piece is a message; the last one has nothing but its signature.
    it.each<[what: string, change: (pieces: Uint8Array[]) => Uint8Array[], heard: readonly string[]]>([
      ["one is missing", (pieces) => pieces.slice(1), []],
      ["two changed places", ([first, second, ...rest]) => [second, first, ...rest] as Uint8Array[], []],
      ["the last ones are missing", (pieces) => pieces.slice(0, -2), ["one", "two"]],
      ["only the end is missing", (pieces) => pieces.slice(0, -1), words],
    ])("fail where %s", async (_, change, before) => {
      await expect(say(path, change)).rejects.toMatchObject({ name: "InvalidSignatureException", statusCode: 400 });
      expect(heard).toEqual(before);
    });
  });
});

/** Sends what was made of the messages on the way. */
function changing(transport: Transport, change: ((pieces: Uint8Array[]) => Uint8Array[]) | undefined): Transport {
  if (change === undefined) return transport;
  return {
    async send(request, options) {
      const pieces: Uint8Array[] = [];
      if (isStream(request.body))
        for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
      async function* changed(): AsyncGenerator<Uint8Array, void, undefined> {
        if (change !== undefined) yield* change(pieces);
      }
      return transport.send({ ...request, body: streamOf(changed()) }, options);
    },
  };
}
