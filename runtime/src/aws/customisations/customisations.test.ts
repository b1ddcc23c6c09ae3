import { describe, expect, it } from "vitest";
import type { S3Addressing } from "../../client/index.js";
import { response } from "../../client/testing/scripted-transport.js";
import { callWithSteps } from "../../client/testing/steps.js";
import { streamOfBytes } from "../../http/byte-streams.js";
import { apiGatewayAccept } from "./api-gateway.js";
import { glacierAccount, glacierChecksums, glacierVersion, treeHash } from "./glacier.js";
import { predictEndpoint } from "./machine-learning.js";
import { s3Addressing, s3SigV4, s3UnwrappedOutput } from "./s3.js";

it("asks API Gateway for JSON", async () => {
  const { request } = await callWithSteps({ steps: [apiGatewayAccept] });
  expect(request.headers["accept"]).toBe("application/json");
});

describe("Glacier", () => {
  it("is told its version", async () => {
    const { request } = await callWithSteps({ steps: [glacierVersion] });
    expect(request.headers["x-amz-glacier-version"]).toBe("2026-01-01");
  });

  it.each([
    [{}, { accountId: "-" }],
    [{ accountId: "" }, { accountId: "-" }],
    [{ accountId: "foo" }, { accountId: "foo" }],
  ])("takes %j as %j", async (given, expected) => {
    expect((await callWithSteps({ steps: [glacierAccount], input: given })).input).toEqual(expected);
  });

  const hello = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
  it.each([
    ["an archive", "hello world", {}, { "x-amz-content-sha256": hello, "x-amz-sha256-tree-hash": hello }],
    ["a stream", streamOfBytes(Buffer.from("hello world")), {}, { "x-amz-sha256-tree-hash": hello }],
    [
      "an archive whose hash is given",
      "hello world",
      { "x-amz-sha256-tree-hash": "given" },
      { "x-amz-sha256-tree-hash": "given" },
    ],
  ])("gets the hashes of %s", async (_, body, headers, expected) => {
    const { request } = await callWithSteps({ steps: [glacierChecksums], parts: { body, headers } });
    expect(request.headers).toMatchObject(expected);
  });

  it("gets no hashes of nothing", async () => {
    const { request } = await callWithSteps({ steps: [glacierChecksums] });
    expect(request.headers).not.toHaveProperty("x-amz-sha256-tree-hash");
  });

  it.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [2 ** 20, "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360"],
    [2 ** 21, "560c2c9333c719cb00cfdffee3ba293db17f58743cdd1f7e4055373ae6300afa"],
  ])("hashes %d bytes as a tree", (length, expected) => {
    expect(Buffer.from(treeHash(new Uint8Array(length).fill(0x61))).toString("hex")).toBe(expected);
  });
});

it.each([
  [{ PredictEndpoint: "https://custom.example.com/" }, "https://custom.example.com"],
  [{}, "https://example.com"],
])("sends a prediction with %j to %s", async (input, expected) => {
  expect((await callWithSteps({ steps: [predictEndpoint], input })).request.origin).toBe(expected);
});

it.each(["no url", "file:///etc"])("sends no prediction to %s", async (PredictEndpoint) => {
  await expect(callWithSteps({ steps: [predictEndpoint], input: { PredictEndpoint } })).rejects.toMatchObject({
    name: "ConfigurationError",
  });
});

describe("a bucket of S3", () => {
  const host = "https://s3.us-west-2.amazonaws.com";
  it.each<[string, S3Addressing, string, string, string, string]>([
    [
      "is in the host name",
      {},
      host,
      "bucket",
      "/bucket?list-type=2",
      "https://bucket.s3.us-west-2.amazonaws.com/?list-type=2",
    ],
    [
      "leaves the key in the path",
      { addressing: "virtual" },
      host,
      "bucket",
      "/bucket/../a",
      "https://bucket.s3.us-west-2.amazonaws.com/../a",
    ],
    ["leaves the root", {}, host, "bucket", "/bucket", "https://bucket.s3.us-west-2.amazonaws.com/"],
    ["stays in the path on request", { addressing: "path" }, host, "bucket", "/bucket/a", `${host}/bucket/a`],
    ["stays in the path where it is no label", {}, host, "my.bucket", "/my.bucket/a", `${host}/my.bucket/a`],
    [
      "stays in the path of an address",
      {},
      "http://127.0.0.1:9000",
      "bucket",
      "/bucket/a",
      "http://127.0.0.1:9000/bucket/a",
    ],
    ["is not mistaken for a longer name", {}, host, "buck", "/bucket/a", `${host}/bucket/a`],
    [
      "has both IP versions",
      { dualStack: true },
      host,
      "bucket",
      "/bucket",
      "https://bucket.s3.dualstack.us-west-2.amazonaws.com/",
    ],
    ["is accelerated", { accelerate: true }, host, "bucket", "/bucket", "https://bucket.s3-accelerate.amazonaws.com/"],
    [
      "is both",
      { accelerate: true, dualStack: true },
      host,
      "bucket",
      "/bucket",
      "https://bucket.s3-accelerate.dualstack.amazonaws.com/",
    ],
  ])("%s", async (_, s3, endpoint, Bucket, path, expected) => {
    const sent = await callWithSteps({
      steps: [s3Addressing],
      input: { Bucket },
      config: { endpoint },
      options: { s3 },
      parts: { path },
    });
    expect(sent.request.origin + sent.request.path).toBe(expected);
  });

  it("may be addressed by a call otherwise than by its client", async () => {
    const { request } = await callWithSteps({
      steps: [s3Addressing],
      input: { Bucket: "bucket" },
      config: { s3: { addressing: "path" } },
      options: { s3: { addressing: "virtual" } },
      parts: { path: "/bucket" },
    });
    expect(request.origin).toBe("https://bucket.example.com");
  });

  it("has no endpoint of another kind in the path", async () => {
    const s3 = { addressing: "path", dualStack: true } as const;
    await expect(callWithSteps({ steps: [s3Addressing], config: { s3 } })).rejects.toMatchObject({ setting: "s3" });
  });
});

it.each([
  ["<L>us-west-2</L>", "<O><L>us-west-2</L></O>"],
  ['<?xml version="1.0" encoding="UTF-8"?>\n<L>us-west-2</L>', "<O>\n<L>us-west-2</L></O>"],
  ['<L xmlns="x"/>', "<O></O>"],
  ["\n<L></L>\n", "<O></O>"],
  ["", ""],
])("wraps %s", async (body, expected) => {
  const called = await callWithSteps({ steps: [s3UnwrappedOutput("O")], answer: response(200, body) });
  expect(Buffer.from(called.response.body).toString()).toBe(expected);
});

it("signs for S3 with the payload's hash, and the path as it is", async () => {
  const signed = await s3SigV4.sign(
    { method: "GET", origin: "https://s3.us-east-1.amazonaws.com", path: "/a/../b%20c", headers: {}, body: "" },
    {
      signingName: "s3",
      region: "us-east-1",
      credentials: () => Promise.resolve({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }),
      now: 0,
    },
  );
  expect(signed.headers).toMatchObject({
    "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    authorization: expect.stringContaining("SignedHeaders=host;x-amz-content-sha256;x-amz-date"),
  });
});
