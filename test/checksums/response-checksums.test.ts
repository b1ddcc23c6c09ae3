import { beforeAll, describe, expect, it } from "vitest";
import { createClient, type Client } from "../../runtime/src/client/index.js";
import { base64ChecksumOf } from "../../runtime/src/checksum/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import { socketTransport } from "../../runtime/src/node/index.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { loadService, paths, TestServer, type Path } from "./service.js";

const hello = Buffer.from("hello");
const crc32 = base64ChecksumOf("CRC32", hello);
const crc32c = base64ChecksumOf("CRC32C", hello);

let service: GeneratedService;
beforeAll(async () => {
  service = await loadService("Store");
});

describe.each(paths)("checksums of answers over %s", (path) => {
  it.each<[what: string, mode: string | undefined, output: object, headers: object]>([
    ["are made where they are asked for", "ENABLED", { data: hello }, { "x-amz-checksum-crc32c": crc32c }],
    ["are made of nothing too", "ENABLED", {}, { "x-amz-checksum-crc32c": "AAAAAA==" }],
    ["are the handler's where it has one", "ENABLED", { data: hello, sha1: "own" }, { "x-amz-checksum-sha1": "own" }],
    ["are left out where nobody asks", undefined, { data: hello }, {}],
  ])("%s", async (_, mode, output, wanted) => {
    const server = new TestServer(service, { getNote: () => output });
    const headers = mode === undefined ? {} : { "x-amz-checksum-mode": mode };
    const answer = await server.ask(path, { method: "GET", target: "/note", headers });
    expect(answer.status).toBe(200);
    const sums = Object.entries(answer.headers).filter(([name]) => name.startsWith("x-amz-checksum-"));
    expect(Object.fromEntries(sums)).toEqual(wanted);
  });

  it("have no length twice", async () => {
    const server = new TestServer(service, {
      headObject: () => ({ ContentLength: 12_345n }),
      getObject: () => ({ ContentLength: 5n, Body: new Blob([hello]).stream() }),
    });
    const head = await server.ask(path, { method: "HEAD", target: "/bucket/key" });
    expect(head.headers["content-length"]).toBe("12345");
    const got = await server.ask(path, { method: "GET", target: "/bucket/key?x-id=GetObject" });
    expect([got.headers["content-length"], got.text]).toEqual(["5", "hello"]);
  });

  type Read = (client: Client, server: TestServer) => Promise<unknown>;
  const call = (operation: "getNote" | "getObject", read: (output: Record<string, unknown>) => unknown): Read => {
    return async (client) => {
      const input = operation === "getNote" ? {} : { Bucket: "b", Key: "k" };
      return read((await service.operations[operation]?.(client as never, input as never)) as Record<string, unknown>);
    };
  };
  const note = call("getNote", ({ data }) => Buffer.from(data as Uint8Array).toString());
  const object = call("getObject", ({ Body }) => new Response(Body as ReadableStream).text());
  it.each<[what: string, handlers: Readonly<Record<string, () => object>>, read: Read, outcome: string]>([
    ["whole", { getNote: () => ({ data: hello }) }, note, "hello"],
    ["whole, with another checksum", { getNote: () => ({ data: hello, sha1: "AAAA" }) }, note, "failed"],
    ["a stream", { getObject: () => ({ Body: new Blob([hello]).stream(), ChecksumCRC32: crc32 }) }, object, "hello"],
    [
      "a stream, with another checksum",
      { getObject: () => ({ Body: new Blob([hello]).stream(), ChecksumCRC32: "AAAAAA==" }) },
      object,
      "failed",
    ],
    ["a stream without a checksum", { getObject: () => ({ Body: new Blob([hello]).stream() }) }, object, "hello"],
  ])("are checked by the client: %s", async (_, handlers, read, outcome) => {
    const server = new TestServer(service, handlers);
    await withClient(path, server, async (client) => {
      expect(await read(client, server).catch(() => "failed")).toBe(outcome);
    });
  });
});

async function withClient(path: Path, server: TestServer, work: (client: Client) => Promise<void>): Promise<void> {
  const config = { credentials: "anonymous", region: "us-east-1", maximumAttempts: 1 } as const;
  if (path === "fetch") {
    const transport = fetchTransport({ fetch: (url, init) => server.server.fetch(new Request(url, init)) });
    return work(createClient({ ...config, endpoint: "http://localhost", transport }));
  }
  return server.listening((port) =>
    work(createClient({ ...config, endpoint: `http://127.0.0.1:${port}`, transport: socketTransport() })),
  );
}
