import { request as httpRequest } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { loadService, paths, TestServer } from "./service.js";

let service: GeneratedService;
let called: string[];
let server: TestServer;
beforeAll(async () => {
  service = await loadService("Store");
  const handlers = {
    async putObject({ Body }: { readonly Body: ReadableStream }) {
      called.push(`put ${(await new Response(Body).arrayBuffer()).byteLength}`);
      return {};
    },
    getObject: () => {
      called.push("get");
      return {};
    },
    putMetrics: ({ text }: { readonly text: string }) => {
      called.push(`metrics ${text}`);
      return {};
    },
  };
  server = new TestServer(service, handlers, { maximumBodyBytes: 1000 });
});

/** What the AWS SDK for Python and the AWS CLI send, which were made from other models than Smithy's. */
describe.each(paths)("clients made from older models, over %s,", (path) => {
  it("do not name the operation where its needs tell it", async () => {
    called = [];
    await server.ask(path, { method: "PUT", target: "/bucket/key", body: Buffer.from("hello") });
    await server.ask(path, { method: "GET", target: "/bucket/key" });
    expect(called).toEqual(["put 5", "get"]);
    expect(await server.ask(path, { method: "PUT", target: "/bucket/key?x-id=Nothing" })).toMatchObject({
      status: 405,
    });
  });

  it("do not say that XML is some", async () => {
    called = [];
    const body = Buffer.from('<PutMetricsInput xmlns="http://store.example/"><text>a</text></PutMetricsInput>');
    expect(await server.ask(path, { target: "/metrics", body })).toMatchObject({ status: 200 });
    const headers = { "content-type": "text/plain" };
    expect(await server.ask(path, { target: "/metrics", headers, body })).toMatchObject({ status: 415 });
    expect(called).toEqual(["metrics a"]);
  });
});

it("clients that ask before they send may send a stream of any length", async () => {
  called = [];
  const status = await server.listening(
    (port) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { expect: "100-continue", "content-length": 5000 };
        const outgoing = httpRequest({ host: "127.0.0.1", port, method: "PUT", path: "/bucket/key", headers });
        outgoing.on("continue", () => outgoing.end(Buffer.alloc(5000)));
        outgoing.on("response", (incoming) => {
          incoming.resume();
          resolve(incoming.statusCode);
        });
        outgoing.on("error", reject);
        outgoing.flushHeaders();
      }),
  );
  expect(status).toBe(200);
  expect(called).toEqual(["put 5000"]);
});
