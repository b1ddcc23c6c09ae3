import { array, assert, asyncProperty, constantFrom, integer, option, record, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkSigner, type ChunkSigner } from "../aws/payload-signature.js";
import { awsChunkedLength, awsChunkedPayload, encodeAwsChunked, type AwsChunkedOptions } from "./aws-chunked-encode.js";
import { decodeAwsChunked, type AwsChunkedDecoding } from "./aws-chunked-decode.js";

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* all;
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of source) all.push(piece);
  return Buffer.concat(all);
}

const encode = async (body: Uint8Array, options: AwsChunkedOptions): Promise<string> =>
  (await collect(encodeAwsChunked(pieces(body), options))).toString("latin1");
const decode = async (text: string, options: AwsChunkedDecoding = {}): Promise<string> =>
  (await collect(decodeAwsChunked(pieces(Buffer.from(text, "latin1")), options))).toString("latin1");

/** The example in Amazon S3's documentation of signatures of chunks. */
const documented = (seed: string): ChunkSigner =>
  chunkSigner(
    {
      time: "20130524T000000Z",
      scope: ["20130524", "us-east-1", "s3", "aws4_request"],
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    },
    seed,
  );
const plainSeed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
const trailerSeed = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";
const documentedBody = Buffer.alloc(66_560, "a");

describe("the documented body", () => {
  it("is signed chunk by chunk", async () => {
    const text = await encode(documentedBody, { signer: documented(plainSeed) });
    expect(text.match(/(?<=;chunk-signature=)[\da-f]{64}/g)).toEqual([
      "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
      "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
      "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
    ]);
    expect(text.length).toBe(66_824);
    expect(awsChunkedLength(66_560, { signer: documented(plainSeed) })).toBe(66_824);
    expect(await decode(text, { signer: documented(plainSeed), length: 66_560 })).toBe(documentedBody.toString());
  });

  it("is signed with its trailer", async () => {
    const options = { signer: documented(trailerSeed), checksum: "CRC32C" } as const;
    const text = await encode(documentedBody, options);
    expect(text.match(/(?<=;chunk-signature=)[\da-f]{64}/g)).toEqual([
      "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
      "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
      "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
    ]);
    expect(text).toContain(
      "\r\nx-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n",
    );
    expect(await decode(text, { signer: documented(trailerSeed), checksum: "CRC32C" })).toBe(documentedBody.toString());
  });
});

it.each<[AwsChunkedOptions, string]>([
  [{}, "5\r\nhello\r\n0\r\n\r\n"],
  [{ chunkBytes: 3 }, "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"],
  [{ checksum: "CRC32" }, "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n"],
])("writes a body with %j", async (options, expected) => {
  expect(await encode(Buffer.from("hello"), options)).toBe(expected);
});

it.each<[AwsChunkedOptions, string]>([
  [{}, "STREAMING-UNSIGNED-PAYLOAD"],
  [{ checksum: "SHA1" }, "STREAMING-UNSIGNED-PAYLOAD-TRAILER"],
  [{ signer: documented("") }, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"],
  [{ signer: documented(""), checksum: "SHA1" }, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"],
])("names the form of the payload, case %#", (options, expected) => {
  expect(awsChunkedPayload(options)).toBe(expected);
});

it("reads back what it wrote, of the length it said, however it is cut", async () => {
  const options = record({
    checksum: option(constantFrom("CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"), { nil: undefined }),
    chunkBytes: integer({ min: 1, max: 9 }),
    signed: constantFrom(true, false),
  });
  await assert(
    asyncProperty(array(uint8Array()), options, integer({ min: 1, max: 50 }), async (body, settings, cut) => {
      const signer = (): ChunkSigner | undefined => (settings.signed ? documented("seed") : undefined);
      const whole = await collect(encodeAwsChunked(pieces(...body), { ...settings, signer: signer() }));
      const { length } = Buffer.concat(body);
      expect(whole.length).toBe(awsChunkedLength(length, { ...settings, signer: signer() }));
      const parts: Uint8Array[] = [];
      for (let start = 0; start < whole.length; start += cut) parts.push(whole.subarray(start, start + cut));
      const decoded = decodeAwsChunked(pieces(...parts), { length, checksum: settings.checksum, signer: signer() });
      expect(await collect(decoded)).toEqual(Buffer.concat(body));
    }),
  );
});

it("tells of trailers", async () => {
  const seen: [string, string][] = [];
  const trailers = (all: ReadonlyMap<string, string>): void => void seen.push(...all);
  await decode("0\r\nX-Other: a:b \r\n\r\n", { trailers });
  expect(seen).toEqual([["x-other", "a:b"]]);
});

it.each<[string, string, AwsChunkedDecoding]>([
  ["nothing", "", {}],
  ["no end", "5\r\nhello\r\n", {}],
  ["a cut chunk", "5\r\nhel", {}],
  ["a cut line", "5", {}],
  ["no empty line", "0\r\n", {}],
  ["a wrong size", "4\r\nhello\r\n0\r\n\r\n", {}],
  ["a size that is none", "five\r\nhello\r\n0\r\n\r\n", {}],
  ["a negative size", "-5\r\nhello\r\n0\r\n\r\n", {}],
  ["bare line feeds", "5\nhello\n0\n\n", {}],
  ["something behind", "0\r\n\r\nGET / HTTP/1.1", {}],
  ["a long line", `${"0".repeat(9000)}\r\n`, {}],
  ["a trailer twice", "0\r\na:b\r\nA:c\r\n\r\n", {}],
  ["a trailer without a name", "0\r\n:b\r\n\r\n", {}],
  ["more than announced", "5\r\nhello\r\n0\r\n\r\n", { length: 4 }],
  ["less than announced", "5\r\nhello\r\n0\r\n\r\n", { length: 6 }],
  ["no checksum", "5\r\nhello\r\n0\r\n\r\n", { checksum: "CRC32" }],
  ["another checksum", "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", { checksum: "CRC32" }],
  ["no signature", "0\r\n\r\n", { signer: documented("") }],
  ["another signature", `0;chunk-signature=${"a".repeat(64)}\r\n\r\n`, { signer: documented("") }],
  [
    "a chunk too long to be kept",
    `2;chunk-signature=${"a".repeat(64)}\r\nab`,
    { signer: documented(""), maximumChunkBytes: 1 },
  ],
])("refuses %s", async (_, text, options) => {
  await expect(decode(text, options)).rejects.toMatchObject({ name: "ChecksumError" });
});

it("refuses a signed trailer that was changed", async () => {
  const text = await encode(Buffer.from("hello"), { signer: documented("seed"), checksum: "CRC32" });
  const changed = text.replace("NhCmhg==", "NhCmhh==");
  await expect(decode(changed, { signer: documented("seed") })).rejects.toThrow("signature of the trailer");
});
