import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { callWithSteps, type StepCall } from "../client/testing/steps.js";
import { collect, isStream, streamOfBytes } from "../http/byte-streams.js";
import { requestCompression } from "./request-compression.js";

const long = "a".repeat(10_240);
const call = (rest: Omit<StepCall, "steps">, encodings = ["br", "GZIP"]) =>
  callWithSteps({ steps: [requestCompression(encodings)], ...rest });

it.each<[string, Omit<StepCall, "steps">]>([
  ["a long body", { parts: { body: long } }],
  ["bytes", { parts: { body: new TextEncoder().encode(long) } }],
  ["a short body on request", { parts: { body: "é" }, options: { requestMinCompressionSizeBytes: 2 } }],
  ["a short body of a client", { parts: { body: "é" }, config: { requestMinCompressionSizeBytes: 0 } }],
])("compresses %s", async (_, rest) => {
  const { request } = await call(rest);
  const { body, headers } = request;
  if (!(body instanceof Uint8Array)) throw new Error("not compressed");
  expect(gunzipSync(body).toString()).toBe(Buffer.from(rest.parts?.body as string).toString());
  expect(headers["content-encoding"]).toBe("gzip");
});

it.each<[string, Omit<StepCall, "steps">, readonly string[]]>([
  ["a short body", { parts: { body: long.slice(1) } }, ["gzip"]],
  ["no body", { parts: { body: "" }, config: { requestMinCompressionSizeBytes: 0 } }, ["gzip"]],
  ["an encoding that is not known", { parts: { body: long } }, ["br"]],
  ["a client that wants none", { parts: { body: long }, config: { disableRequestCompression: true } }, ["gzip"]],
  ["a call that wants none", { parts: { body: long }, options: { disableRequestCompression: true } }, ["gzip"]],
])("leaves %s as it is", async (_, rest, encodings) => {
  const { request } = await call(rest, [...encodings]);
  expect(request.body).toBe(rest.parts?.body);
  expect(request.headers).not.toHaveProperty("content-encoding");
});

it("compresses a stream whatever its length, and names the encoding behind others", async () => {
  const headers = { "content-encoding": "brotli", "content-length": "5" };
  const { request } = await call({ parts: { headers, body: streamOfBytes(new TextEncoder().encode("hello")) } });
  if (typeof request.body !== "object" || !isStream(request.body)) throw new Error("no stream");
  expect(gunzipSync(await collect(request.body, 1000, () => new Error("too long"))).toString()).toBe("hello");
  expect(request.headers).toMatchObject({ "content-encoding": "brotli, gzip" });
  expect(request.headers).not.toHaveProperty("content-length");
});

it.each([-1, 0.5, 10_485_761])("refuses %d as the shortest length", async (requestMinCompressionSizeBytes) => {
  await expect(call({ options: { requestMinCompressionSizeBytes } })).rejects.toMatchObject({
    name: "ConfigurationError",
  });
});
