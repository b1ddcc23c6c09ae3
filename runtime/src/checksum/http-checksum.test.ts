import { describe, expect, it } from "vitest";
import { response } from "../client/testing/scripted-transport.js";
import { callWithSteps, type StepCall } from "../client/testing/steps.js";
import { collect, isStream, streamOfBytes } from "../http/byte-streams.js";
import { contentMd5, httpChecksum, validatedChecksum, type HttpChecksum } from "./http-checksum.js";

const whole: HttpChecksum = {
  requestAlgorithmMember: "algorithm",
  requestChecksumRequired: false,
  requestValidationModeMember: "mode",
  responseAlgorithms: ["SHA256", "CRC32", "XXHASH3"],
};
const call = (rest: Omit<StepCall, "steps">, trait = whole) => callWithSteps({ steps: [httpChecksum(trait)], ...rest });
const hello = new TextEncoder().encode("hello");
const stream = () => streamOfBytes(hello);
const whenRequired = { requestChecksums: "whenRequired", responseChecksums: "whenRequired" } as const;
const textOf = async (body: unknown): Promise<string> => {
  if (typeof body !== "object" || !isStream(body as never)) throw new Error("no stream");
  return Buffer.from(await collect(body as ReadableStream<Uint8Array>, 1000, () => new Error("too long"))).toString();
};

describe("a request", () => {
  it.each<[string, Omit<StepCall, "steps">, HttpChecksum, object]>([
    ["has the usual checksum", {}, whole, { "x-amz-checksum-crc32": "NhCmhg==" }],
    [
      "has the one that its input names",
      { input: { algorithm: "SHA1" } },
      whole,
      { "x-amz-checksum-sha1": "qvTGHdzF6KLavt4PO0gs2a6pQ00=" },
    ],
    [
      "has it where it must",
      { config: whenRequired },
      { ...whole, requestChecksumRequired: true },
      { "x-amz-checksum-crc32": "NhCmhg==" },
    ],
    [
      "has it where its input says so",
      { config: whenRequired, input: { algorithm: "CRC32" } },
      whole,
      { "x-amz-checksum-crc32": "NhCmhg==" },
    ],
    [
      "has that of MD5 where there is no choice",
      {},
      { requestChecksumRequired: true },
      { "content-md5": "XUFAKrxLKna5cZ2REBfFkg==" },
    ],
    [
      "has the one that was given",
      { parts: { headers: { "x-amz-checksum-sha256": "given" } } },
      whole,
      { "x-amz-checksum-sha256": "given" },
    ],
    ["has none where nobody asks", { config: whenRequired }, whole, {}],
    [
      "has none where only responses do",
      {},
      { requestValidationModeMember: "mode", responseAlgorithms: ["CRC32"] },
      {},
    ],
  ])("%s", async (_, rest, trait, expected) => {
    const { request } = await call({ ...rest, parts: { body: "hello", ...rest.parts } }, trait);
    const checksums = Object.entries(request.headers).filter(([name]) => /^x-amz-checksum|^content-md5/.test(name));
    expect(Object.fromEntries(checksums)).toEqual(expected);
  });

  it("names the algorithm and the validation that it was given by default", async () => {
    expect((await call({})).input).toEqual({ algorithm: "CRC32", mode: "ENABLED" });
    expect((await call({ config: whenRequired })).input).toEqual({});
    const input = { algorithm: "SHA1", mode: "OFF" };
    expect((await call({ input })).input).toEqual(input);
  });

  it("is not sent with a checksum that is not known", async () => {
    await expect(call({ input: { algorithm: "XXHASH3" } })).rejects.toMatchObject({ name: "InputError" });
  });

  it("with a stream has the checksum behind it", async () => {
    const { request } = await call({
      parts: { body: stream(), headers: { "content-length": "5", "content-encoding": "gzip" } },
    });
    const text = await textOf(request.body);
    expect(text).toBe("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n");
    expect(request.headers).toMatchObject({
      "content-length": String(text.length),
      "x-amz-decoded-content-length": "5",
      "content-encoding": "gzip,aws-chunked",
      "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "x-amz-trailer": "x-amz-checksum-crc32",
    });
  });

  it("with a stream of unknown length says no length", async () => {
    const { request } = await call({ parts: { body: stream() } });
    expect(request.headers).not.toHaveProperty("content-length");
    expect(request.headers).toMatchObject({ "content-encoding": "aws-chunked" });
  });
});

it.each([
  ["text", "hello", {}, "XUFAKrxLKna5cZ2REBfFkg=="],
  ["a stream", stream(), {}, "XUFAKrxLKna5cZ2REBfFkg=="],
  ["a body whose checksum is given", "hello", { "content-md5": "given" }, "given"],
])("adds the MD5 checksum of %s", async (_, body, headers, expected) => {
  const { request } = await callWithSteps({ steps: [contentMd5], parts: { body, headers } });
  expect(request.headers["content-md5"]).toBe(expected);
  expect(Buffer.from(request.body as Uint8Array).toString()).toBe("hello");
});

describe("a response", () => {
  const answer = (headers: Readonly<Record<string, string>>) => response(200, "hello", headers);

  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ["is checked", { "x-amz-checksum-crc32": "NhCmhg==" }, "CRC32"],
    [
      "is checked once, as cheaply as can be",
      { "x-amz-checksum-sha256": "wrong", "x-amz-checksum-crc32": "NhCmhg==" },
      "CRC32",
    ],
    ["is not checked by what the model does not list", { "x-amz-checksum-sha1": "wrong" }, undefined],
    ["is not checked by what is not known", { "x-amz-checksum-xxhash3": "wrong" }, undefined],
    ["is not checked by the checksum of its parts", { "x-amz-checksum-crc32": "AAAAAA==-2" }, undefined],
    ["is not checked without a checksum", {}, undefined],
  ])("%s", async (_, headers, expected) => {
    expect(validatedChecksum((await call({ answer: answer(headers) })).response)).toBe(expected);
  });

  it.each([
    ["whose input does not say so", { config: whenRequired }],
    ["whose input says no", { input: { mode: "OFF" } }],
  ])("%s is not checked", async (_, rest) => {
    const called = await call({ ...rest, answer: answer({ "x-amz-checksum-crc32": "wrong" }) });
    expect(validatedChecksum(called.response)).toBeUndefined();
  });

  it("with another checksum is refused", async () => {
    await expect(call({ answer: answer({ "x-amz-checksum-crc32": "AAAAAA==" }) })).rejects.toMatchObject({
      name: "ResponseError",
      cause: { name: "ChecksumError" },
    });
  });

  it.each([
    ["NhCmhg==", "hello"],
    ["AAAAAA==", undefined],
  ])("with a stream and %s is checked at its end", async (checksum, expected) => {
    const streamed = { ...answer({ "x-amz-checksum-crc32": checksum }), body: new Uint8Array(0), stream: stream() };
    const called = await call({ answer: streamed });
    expect(validatedChecksum(called.response)).toBe("CRC32");
    const reading = textOf(called.response.stream);
    await (expected === undefined
      ? expect(reading).rejects.toMatchObject({ name: "ChecksumError" })
      : expect(reading).resolves.toBe(expected));
  });
});
