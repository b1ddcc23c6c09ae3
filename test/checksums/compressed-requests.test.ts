import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { errorIn, loadService, paths, TestServer, type Path } from "./service.js";

const maximumBodyBytes = 20_000;
const text = "hello ".repeat(1000);
const metrics = (value: string): string =>
  `<PutMetricsInput xmlns="http://store.example/"><text>${value}</text></PutMetricsInput>`;

let store: TestServer;
let samples: TestServer;
let received: unknown[];
beforeAll(async () => {
  const keep = (input: unknown): object => {
    received.push(input);
    return {};
  };
  const service: GeneratedService = await loadService("Store");
  const handlers = {
    putMetrics: keep,
    async putEncoded({ data, encoding }: Record<string, unknown>) {
      return keep({ data: await new Response(data as ReadableStream).text(), encoding });
    },
  };
  store = new TestServer(service, handlers, { maximumBodyBytes });
  samples = new TestServer(await loadService("Samples"), { putSamples: keep }, { maximumBodyBytes });
});

const post = (path: Path, target: string, encoding: string, body: Uint8Array, type = "application/xml") =>
  store.ask(path, { target, headers: { "content-type": type, "content-encoding": encoding }, body });

describe.each(paths)("compressed requests over %s", (path) => {
  it.each<[encoding: string, body: Uint8Array]>([
    ["gzip", gzipSync(metrics(text))],
    ["GZIP", gzipSync(metrics(text))],
    ["x-gzip", gzipSync(metrics(text))],
    ["gzip, identity", gzipSync(metrics(text))],
    ["identity", Buffer.from(metrics(text))],
    ["", Buffer.from(metrics(text))],
  ])("are read: %s", async (encoding, body) => {
    received = [];
    expect(await post(path, "/metrics", encoding, body)).toMatchObject({ status: 200 });
    expect(received).toEqual([{ text }]);
  });

  it("keep the encodings that are a member's", async () => {
    received = [];
    const zipped = gzipSync(text);
    const type = "application/octet-stream";
    await post(path, "/encoded", "br, gzip", zipped, type);
    await post(path, "/encoded", "gzip", zipped, type);
    await post(path, "/encoded", "br", Buffer.from(text), type);
    expect(received).toEqual([
      { data: text, encoding: "br" },
      { data: text, encoding: undefined },
      { data: text, encoding: "br" },
    ]);
  });

  const whole = gzipSync(metrics(text));
  it.each<[what: string, encoding: string, body: Uint8Array, status: number, code: string, message: string | RegExp]>([
    [
      "another coding",
      "br",
      whole,
      415,
      "UnsupportedMediaTypeException",
      "Bodies may be compressed with gzip, not with br.",
    ],
    [
      "two codings",
      "gzip, gzip",
      whole,
      415,
      "UnsupportedMediaTypeException",
      "Bodies may be compressed once, with gzip.",
    ],
    ["no gzip", "gzip", Buffer.from(metrics(text)), 400, "SerializationException", /not compressed with gzip/],
    ["a cut body", "gzip", whole.subarray(0, -9), 400, "SerializationException", /not whole/],
    [
      "something behind it",
      "gzip",
      Buffer.concat([whole, Buffer.from("x")]),
      400,
      "SerializationException",
      /not whole/,
    ],
    [
      "a body that inflates without end",
      "gzip",
      gzipSync(Buffer.alloc(5_000_000)).subarray(0, 19_000),
      413,
      "RequestEntityTooLargeException",
      /larger than the 20000 bytes/,
    ],
  ])("are refused: %s", async (_, encoding, body, status, code, message) => {
    received = [];
    const answer = await post(path, "/metrics", encoding, body);
    const [foundStatus, foundCode, foundMessage] = errorIn(answer);
    expect([foundStatus, foundCode]).toEqual([status, code]);
    expect(foundMessage).toMatch(message);
    if (encoding === "br") expect(answer.headers["accept-encoding"]).toBe("gzip");
    expect(received).toEqual([]);
  });

  it("that are streams fail while they are read", async () => {
    received = [];
    const answer = await post(path, "/encoded", "gzip", gzipSync(text).subarray(0, -9), "application/octet-stream");
    expect(errorIn(answer).slice(0, 2)).toEqual([400, "SerializationException"]);
    expect(received).toEqual([]);
  });

  const form = Buffer.from("Action=PutSamples&Version=2006-03-01&text=a+b");
  it.each<[protocol: string, headers: Readonly<Record<string, string>>, body: Uint8Array, target?: string]>([
    ["awsQuery", { "content-type": "application/x-www-form-urlencoded" }, form],
    [
      "awsJson1_1",
      { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Samples.PutSamples" },
      Buffer.from('{"text":"a b"}'),
    ],
    [
      "rpcv2Cbor",
      { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
      Buffer.from("a1647465787463612062", "hex"),
      "/service/Samples/operation/PutSamples",
    ],
  ])("are read by %s", async (_, headers, body, target = "/") => {
    received = [];
    const encoded = { ...headers, "content-encoding": "gzip" };
    expect(await samples.ask(path, { target, headers, body })).toMatchObject({ status: 200 });
    expect(await samples.ask(path, { target, headers: encoded, body: gzipSync(body) })).toMatchObject({ status: 200 });
    expect(received).toEqual([{ text: "a b" }, { text: "a b" }]);
    const refused = { ...headers, "content-encoding": "br" };
    expect(await samples.ask(path, { target, headers: refused, body })).toMatchObject({ status: 415 });
    expect(await samples.ask(path, { target, headers: encoded, body })).toMatchObject({ status: 400 });
    const bomb = gzipSync(Buffer.alloc(5_000_000)).subarray(0, 19_000);
    expect(await samples.ask(path, { target, headers: encoded, body: bomb })).toMatchObject({ status: 413 });
  });
});
