import { beforeAll, describe, expect, it } from "vitest";
import { sigV4Authenticator } from "../../runtime/src/aws/index.js";
import { s3SigV4 } from "../../runtime/src/aws/customisations/index.js";
import { createClient, type CallOptions, type ClientConfig } from "../../runtime/src/client/index.js";
import { collect, isStream, streamOfBytes } from "../../runtime/src/http/byte-streams.js";
import { fetchTransport, type Transport } from "../../runtime/src/http/index.js";
import { socketTransport } from "../../runtime/src/node/index.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { loadService, paths, TestServer, type Path } from "./service.js";

const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const body = Buffer.alloc(66_560, "a");

let service: GeneratedService;
let heads: ReadonlyMap<string, string>;
let stored: Buffer | undefined;
let server: TestServer;
beforeAll(async () => {
  service = await loadService("Store");
  const handlers = {
    async putObject(
      { Body }: Readonly<Record<string, unknown>>,
      { request }: { readonly request: { readonly headers: Iterable<readonly [string, string]> } },
    ) {
      heads = new Map([...request.headers].map(([name, value]) => [name.toLowerCase(), value]));
      stored = Buffer.from(await new Response(Body as ReadableStream).arrayBuffer());
      return {};
    },
  };
  const authenticator = sigV4Authenticator({
    region: "us-east-1",
    service: "s3",
    // Nothing may go unsigned.
    allowUnsignedPayload: false,
    credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
  });
  server = new TestServer(service, handlers, { authenticator });
});

async function put(
  path: Path,
  config: Partial<ClientConfig>,
  options: CallOptions,
  change?: (bytes: Buffer) => Buffer,
) {
  stored = undefined;
  const call = (endpoint: string, transport: Transport) => {
    const client = createClient({
      credentials,
      region: "us-east-1",
      maximumAttempts: 1,
      endpoint,
      transport: changing(transport, change),
      ...config,
    });
    const input = { Bucket: "bucket", Key: "key", Body: streamOfBytes(body) };
    return service.operations["putObject"]?.(client as never, input as never, options as never);
  };
  if (path === "sockets") return server.listening(async (port) => call(`http://127.0.0.1:${port}`, socketTransport()));
  const answer = (url: unknown, init: RequestInit | undefined): Promise<Response> => {
    const request = new Request(url as string, init);
    request.headers.set("host", "localhost");
    return server.server.fetch(request);
  };
  return call("http://localhost", fetchTransport({ fetch: answer as typeof fetch }));
}

/** Sends what was made of the body on the way. */
function changing(transport: Transport, change: ((bytes: Buffer) => Buffer) | undefined): Transport {
  if (change === undefined) return transport;
  return {
    async send(request, options) {
      const bytes = isStream(request.body)
        ? await collect(request.body, Infinity, () => new Error())
        : new Uint8Array();
      return transport.send({ ...request, body: change(Buffer.from(bytes)) }, options);
    },
  };
}

describe.each(paths)("signed chunks over %s", (path) => {
  it.each<[what: string, config: Partial<ClientConfig>, options: CallOptions, payload: string]>([
    ["with the checksum behind them", { signedChunks: true }, {}, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"],
    ["where the call says so", {}, { signedChunks: true }, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"],
    [
      "without checksum",
      { signedChunks: true, requestChecksums: "whenRequired" },
      {},
      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    ],
    [
      "of known length",
      { signedChunks: true },
      { headers: { "content-length": "66560" } },
      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    ],
  ])("arrive %s", async (_, config, options, payload) => {
    await put(path, config, options);
    expect(stored?.equals(body)).toBe(true);
    expect(heads.get("x-amz-content-sha256")).toBe(payload);
    if (options.headers !== undefined) expect(heads.get("x-amz-decoded-content-length")).toBe("66560");
  });

  it("do not arrive when they were changed", async () => {
    const change = (bytes: Buffer): Buffer => {
      bytes[1000] = 0x62;
      return bytes;
    };
    await expect(put(path, { signedChunks: true }, {}, change)).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
    expect(stored).toBeUndefined();
  });

  it("are left out by default, and so refused where nothing may go unsigned", async () => {
    await expect(put(path, {}, {})).rejects.toMatchObject({ name: "InvalidSignatureException" });
  });

  it("need the client's own signer", async () => {
    const error = put(path, { signedChunks: true, signer: s3SigV4 }, {});
    await expect(error).rejects.toMatchObject({ name: "ConfigurationError", setting: "signedChunks" });
  });
});

it("are those of the example in Amazon S3's documentation", async () => {
  const request = {
    method: "PUT",
    origin: "https://s3.amazonaws.com",
    path: "/examplebucket/chunkObject.txt",
    headers: {
      "content-encoding": "aws-chunked",
      "content-length": "66824",
      "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "x-amz-decoded-content-length": "66560",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
    },
    body: streamOfBytes(body),
  };
  const now = Date.UTC(2013, 4, 24);
  const signed = await s3SigV4.sign(request, {
    credentials: async () => credentials,
    region: "us-east-1",
    signingName: "s3",
    now,
  });
  expect(signed.headers["authorization"]).toContain(
    "SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class, Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
  );
  const bytes = Buffer.from(await collect(signed.body as ReadableStream<Uint8Array>, Infinity, () => new Error()));
  expect(bytes.length).toBe(66_824);
  const lines = bytes.toString("latin1").split("\r\n");
  expect(lines.filter((line) => line.includes(";chunk-signature="))).toEqual([
    "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
    "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
    "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
  ]);
});
