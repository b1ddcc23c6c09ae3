import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { base64ChecksumOf, type ChecksumAlgorithm } from "../../runtime/src/checksum/index.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { errorIn, loadService, paths, TestServer, type Path } from "./service.js";

const hello = Buffer.from("hello");
const md5 = createHash("md5").update(hello).digest("base64");
const sum = (algorithm: ChecksumAlgorithm): string => base64ChecksumOf(algorithm, hello);

let service: GeneratedService;
let received: Record<string, unknown>[];
let server: TestServer;
beforeAll(async () => {
  service = await loadService("Store");
  const keep = (input: Record<string, unknown>): object => {
    received.push(input);
    return {};
  };
  server = new TestServer(service, {
    putNote: keep,
    putLegacy: keep,
    putSummed: keep,
    async putObject(input: Record<string, unknown>) {
      // A handler that hides what the stream failed with behind an error of its own.
      const Body = await new Response(input["Body"] as ReadableStream).text().catch((cause: unknown) => {
        throw new Error("Not stored", { cause });
      });
      return keep({ ...input, Body });
    },
  });
});

const note = (path: Path, headers: Readonly<Record<string, string>>, body = "hello") =>
  server.ask(path, {
    target: "/note",
    headers: { "content-type": "application/octet-stream", ...headers },
    body: Buffer.from(body),
  });
const object = (path: Path, headers: Readonly<Record<string, string>>, body = "hello") =>
  server.ask(path, { method: "PUT", target: "/bucket/a/key?x-id=PutObject", headers, body: Buffer.from(body) });

describe.each(paths)("checksums of requests over %s", (path) => {
  it.each<[what: string, headers: Readonly<Record<string, string>>]>([
    ...(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const).map(
      (algorithm): [string, Record<string, string>] => [
        algorithm,
        { "x-amz-sdk-checksum-algorithm": algorithm, [`x-amz-checksum-${algorithm.toLowerCase()}`]: sum(algorithm) },
      ],
    ),
    ["no word of the algorithm", { "x-amz-checksum-sha1": sum("SHA1") }],
    ["another algorithm's name", { "x-amz-sdk-checksum-algorithm": "CRC32", "x-amz-checksum-sha1": sum("SHA1") }],
    ["two, of which one is checked", { "x-amz-checksum-crc32": sum("CRC32"), "x-amz-checksum-xxhash64": "?" }],
    ["Content-MD5", { "content-md5": md5 }],
    ["both kinds", { "content-md5": md5, "x-amz-checksum-crc32": sum("CRC32") }],
    ["the checksum of parts", { "x-amz-checksum-crc32": "AAAAAA==-3" }],
  ])("are right: %s", async (_, headers) => {
    for (const send of [note, object]) {
      received = [];
      expect(await send(path, headers)).toMatchObject({ status: 200 });
      expect(received).toHaveLength(1);
    }
  });

  const mismatch = (algorithm: string, actual: string, expected: string) =>
    `The ${algorithm} checksum of the body is ${actual}, but ${expected} came with it.`;
  const wrong = { crc32: "AAAAAA==", md5: "AAAAAAAAAAAAAAAAAAAAAA==" };
  it.each<[what: string, headers: Readonly<Record<string, string>>, code: string, message: string]>([
    ["another", { "x-amz-checksum-crc32": wrong.crc32 }, "BadDigest", mismatch("CRC32", sum("CRC32"), wrong.crc32)],
    [
      "one that is right beside a wrong one that the caller names",
      {
        "x-amz-sdk-checksum-algorithm": "SHA1",
        "x-amz-checksum-crc32": sum("CRC32"),
        "x-amz-checksum-sha1": `${"A".repeat(27)}=`,
      },
      "BadDigest",
      mismatch("SHA1", sum("SHA1"), `${"A".repeat(27)}=`),
    ],
    ["another MD5", { "content-md5": wrong.md5 }, "BadDigest", mismatch("MD5", md5, wrong.md5)],
    [
      "a right MD5 beside a wrong checksum",
      { "content-md5": md5, "x-amz-checksum-crc32": wrong.crc32 },
      "BadDigest",
      mismatch("CRC32", sum("CRC32"), wrong.crc32),
    ],
    [
      "one that is none",
      { "x-amz-checksum-crc32": "hello" },
      "InvalidRequest",
      "The header x-amz-checksum-crc32 must be a CRC32 checksum in base64.",
    ],
    [
      "one that comes twice",
      { "x-amz-checksum-crc32": `${sum("CRC32")}, ${sum("CRC32")}` },
      "InvalidRequest",
      "The header x-amz-checksum-crc32 must be a CRC32 checksum in base64.",
    ],
    [
      "an MD5 that is none",
      { "content-md5": "5d41402abc4b2a76b9719d911017c592" },
      "InvalidDigest",
      "The header Content-MD5 must be an MD5 checksum in base64.",
    ],
    [
      "an algorithm without its checksum",
      { "x-amz-sdk-checksum-algorithm": "CRC32", "content-md5": md5 },
      "InvalidRequest",
      "The header x-amz-sdk-checksum-algorithm names an algorithm, but there is no checksum of it in a header x-amz-checksum-* or a trailer.",
    ],
    [
      "an algorithm that is not known here",
      { "x-amz-sdk-checksum-algorithm": "XXHASH64", "x-amz-checksum-xxhash64": "RUKd2LYOTmA=" },
      "InvalidRequest",
      "No checksum of the request is of an algorithm that is known here: x-amz-checksum-crc32, x-amz-checksum-crc32c, x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256, x-amz-checksum-sha512, x-amz-checksum-md5.",
    ],
  ])("are refused: %s", async (_, headers, code, message) => {
    for (const send of [note, object]) {
      received = [];
      expect(errorIn(await send(path, headers))).toEqual([400, code, message]);
      expect(received).toEqual([]);
    }
  });

  it("must be there where the model says so", async () => {
    received = [];
    const missing = [
      400,
      "InvalidRequest",
      "The request must have a checksum: the header Content-MD5 or x-amz-checksum-*.",
    ];
    expect(errorIn(await note(path, {}))).toEqual(missing);
    for (const target of ["/legacy", "/summed"]) {
      const root = target === "/legacy" ? "PutLegacyInput" : "PutSummedInput";
      const body = Buffer.from(`<${root} xmlns="http://store.example/"><text>a</text></${root}>`);
      const post = (headers: Readonly<Record<string, string>>) =>
        server.ask(path, { target, headers: { "content-type": "application/xml", ...headers }, body });
      expect(errorIn(await post({}))).toEqual(missing);
      expect(errorIn(await post({ "content-md5": md5 })).slice(0, 2)).toEqual([400, "BadDigest"]);
      expect(received).toEqual([]);
      const right = createHash("md5").update(body).digest("base64");
      expect(await post({ "content-md5": right })).toMatchObject({ status: 200 });
      expect(received.splice(0)).toEqual([{ text: "a" }]);
    }
  });

  it("may be absent where they need not be there", async () => {
    received = [];
    expect(await object(path, {})).toMatchObject({ status: 200 });
    expect(received).toMatchObject([{ Bucket: "bucket", Key: "a/key", Body: "hello" }]);
  });
});
