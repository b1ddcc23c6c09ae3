import { beforeAll, describe, expect, it } from "vitest";
import { sigV4Authenticator, signRequest } from "../../runtime/src/aws/index.js";
import { chunkSigner, type ChunkSigner } from "../../runtime/src/aws/payload-signature.js";
import { scopeOf } from "../../runtime/src/aws/signature.js";
import { base64ChecksumOf, encodeAwsChunked, type AwsChunkedOptions } from "../../runtime/src/checksum/index.js";
import { collect, streamOf, streamOfBytes } from "../../runtime/src/http/byte-streams.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { errorIn, loadService, paths, TestServer, type Answer, type Path } from "./service.js";

const text = "hello ".repeat(8);
const bytes = Buffer.from(text);
const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const time = "20260102T030405Z";
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

let service: GeneratedService;
let received: unknown[];
const handlers = {
  putNote: ({ data, crc32 }: Record<string, unknown>) => {
    received.push({ text: Buffer.from(data as Uint8Array).toString(), crc32 });
    return {};
  },
  async putObject({ Body, ContentEncoding, ContentLength }: Record<string, unknown>) {
    received.push({ text: await new Response(Body as ReadableStream).text(), ContentEncoding, ContentLength });
    return {};
  },
};
let open: TestServer;
let closed: TestServer;
beforeAll(async () => {
  service = await loadService("Store");
  open = new TestServer(service, handlers);
  const authenticator = sigV4Authenticator({
    region: "us-east-1",
    service: "s3",
    now: () => now,
    credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
  });
  closed = new TestServer(service, handlers, { authenticator });
});

const targets = { streamed: "/bucket/key?x-id=PutObject", whole: "/note" } as const;

interface Sent {
  readonly target?: keyof typeof targets;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: AwsChunkedOptions;
  readonly change?: (body: string) => string;
}

/** Sends a body in chunks, to an operation that takes streams or one that does not. */
async function send(path: Path, { target = "streamed", headers = {}, options = {}, change = (body) => body }: Sent) {
  const body = await encoded(options);
  return open.ask(path, {
    method: target === "streamed" ? "PUT" : "POST",
    target: targets[target],
    headers: { "content-encoding": "aws-chunked", ...headers },
    body: Buffer.from(change(body), "latin1"),
  });
}

async function encoded(options: AwsChunkedOptions): Promise<string> {
  const chunks = encodeAwsChunked(streamOfBytes(bytes), { chunkBytes: 16, ...options });
  return Buffer.from(await collect(streamOf(chunks), Infinity, () => new Error())).toString("latin1");
}

/** The same with signatures of the request, its chunks and its trailer. */
async function sendSigned(
  path: Path,
  { target = "streamed", options = {}, headers = {}, change = (body) => body }: Sent,
) {
  const form = options.checksum === undefined ? "" : "-TRAILER";
  const method = target === "streamed" ? "PUT" : "POST";
  const request = {
    method,
    origin: "http://localhost",
    path: targets[target],
    headers: {
      "content-encoding": "aws-chunked",
      "x-amz-content-sha256": `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${form}`,
      ...headers,
    },
    body: "",
  };
  const signed = await signRequest(request, { credentials, region: "us-east-1", service: "s3", now });
  const seed = /Signature=([\da-f]{64})$/.exec(signed.headers["authorization"] ?? "")?.[1] ?? "";
  const body = await encoded({ ...options, signer: signerOf(seed) });
  return closed.ask(path, {
    method,
    target: signed.path,
    headers: signed.headers,
    body: Buffer.from(change(body), "latin1"),
  });
}

function signerOf(seed: string): ChunkSigner {
  const place = { time, scope: scopeOf(time, "us-east-1", "s3"), secretAccessKey: credentials.secretAccessKey };
  return chunkSigner(place, seed);
}

const trailer = { "x-amz-trailer": "x-amz-checksum-crc32c" };
const unsigned = { ...trailer, "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
const withTrailer = { options: { checksum: "CRC32C" } } as const;
const length = { "x-amz-decoded-content-length": String(text.length) };

async function refused(answer: Promise<Answer>): Promise<readonly [number, string | undefined, string | undefined]> {
  received = [];
  const error = errorIn(await answer);
  expect(received).toEqual([]);
  return error;
}

describe.each(paths)("bodies in chunks over %s", (path) => {
  it.each<[what: string, sent: Sent, form: "signed" | "unsigned"]>([
    ["without checksum", {}, "unsigned"],
    ["with a trailer", { headers: unsigned, ...withTrailer }, "unsigned"],
    ["with a trailer and the length", { headers: { ...unsigned, ...length }, ...withTrailer }, "unsigned"],
    [
      "that only the payload's form names",
      { headers: { ...unsigned, "content-encoding": "" }, ...withTrailer },
      "unsigned",
    ],
    ["signed", {}, "signed"],
    ["signed, with the length", { headers: length }, "signed"],
    ["signed, with a trailer", { headers: { ...trailer, ...length }, ...withTrailer }, "signed"],
  ])("are read: %s", async (_, sent, form) => {
    received = [];
    expect(errorIn(await (form === "signed" ? sendSigned : send)(path, sent))).toEqual([200, undefined, undefined]);
    expect(received).toMatchObject([{ text }]);
  });

  it("leave the handler the encoding and the length of what was encoded", async () => {
    received = [];
    const headers = { ...unsigned, ...length, "content-encoding": "gzip, aws-chunked" };
    await send(path, { headers, ...withTrailer });
    expect(received).toEqual([{ text, ContentEncoding: "gzip", ContentLength: 48n }]);
  });

  it("are read whole where the operation takes no stream, with the checksum behind them", async () => {
    received = [];
    const headers = { ...unsigned, "x-amz-trailer": "x-amz-checksum-crc32" };
    const sent: Sent = { target: "whole", headers, options: { checksum: "CRC32" } };
    expect(errorIn(await send(path, sent))).toEqual([200, undefined, undefined]);
    const signed = await sendSigned(path, { ...sent, headers: { "x-amz-trailer": "x-amz-checksum-crc32" } });
    expect(errorIn(signed)).toEqual([200, undefined, undefined]);
    const crc32 = base64ChecksumOf("CRC32", bytes);
    expect(received).toEqual([
      { text, crc32 },
      { text, crc32 },
    ]);
  });

  const broken = (problem: string): string => `The body is not a whole aws-chunked one: ${problem}.`;
  const changed = (body: string): string => body.replace("hello hello", "hello jello");
  const cut = (body: string): string => body.slice(0, 30);
  it.each<[what: string, sent: Sent, code: string, message: string | RegExp]>([
    [
      "another body than the trailer's",
      { headers: unsigned, ...withTrailer, change: changed },
      "BadDigest",
      /^The CRC32C checksum/,
    ],
    [
      "a body that is cut",
      { headers: unsigned, ...withTrailer, change: cut },
      "IncompleteBody",
      broken("it ended too early"),
    ],
    [
      "a body that is no chunks",
      { headers: unsigned, change: () => "hello" },
      "IncompleteBody",
      broken("it ended too early"),
    ],
    [
      "a chunk without a size",
      { headers: unsigned, change: () => "x\r\n\r\n" },
      "InvalidRequest",
      broken("a chunk has no size"),
    ],
    [
      "no trailer",
      { headers: unsigned },
      "MalformedTrailerError",
      broken("the trailer x-amz-checksum-crc32c is missing"),
    ],
    [
      "a trailer that was not announced",
      withTrailer,
      "MalformedTrailerError",
      "The trailer x-amz-checksum-crc32c is not announced by x-amz-trailer.",
    ],
    [
      "a body that is too short",
      { headers: { "x-amz-decoded-content-length": "49" } },
      "IncompleteBody",
      broken("it is shorter than the 49 bytes it should have"),
    ],
    [
      "a body that is too long",
      { headers: { "x-amz-decoded-content-length": "47" } },
      "InvalidRequest",
      broken("it is longer than the 47 bytes it should have"),
    ],
    [
      "a length that is none",
      { headers: { "x-amz-decoded-content-length": "1e3" } },
      "InvalidRequest",
      "The header x-amz-decoded-content-length must be a number of bytes.",
    ],
    [
      "a trailer of an algorithm that is not known here",
      { headers: { "x-amz-trailer": "x-amz-checksum-xxhash64" } },
      "InvalidRequest",
      /^The header x-amz-trailer must name one checksum, which is one of x-amz-checksum-crc32, /,
    ],
    [
      "trailers of two algorithms",
      { headers: { "x-amz-trailer": "x-amz-checksum-sha1,x-amz-checksum-crc32" } },
      "InvalidRequest",
      /^The header x-amz-trailer must name one checksum/,
    ],
  ])("are refused: %s", async (_, sent, code, message) => {
    for (const target of ["streamed", "whole"] as const) {
      const [status, found, why] = await refused(
        send(path, {
          ...sent,
          target,
          headers: { ...(target === "whole" ? { "x-amz-checksum-crc32": "AAAAAA==-2" } : {}), ...sent.headers },
        }),
      );
      expect([status, found]).toEqual([400, code]);
      expect(why).toMatch(message);
    }
  });

  it.each<[what: string, sent: Sent]>([
    ["another body", { change: changed }],
    [
      "chunks in another order",
      { change: (body) => body.replace(/^(10;[^]*?\r\n[^]{16}\r\n)(10;[^]*?\r\n[^]{16}\r\n)/, "$2$1") },
    ],
    ["a chunk that is missing", { change: (body) => body.replace(/^10;[^]*?\r\n[^]{16}\r\n/, "") }],
    ["no signatures", { change: (body) => body.replaceAll(/;chunk-signature=[\da-f]{64}/g, "") }],
    ["another trailer", { headers: trailer, ...withTrailer, change: (body) => body.replace(/crc32c:./, "crc32c:+") }],
    [
      "no signature of the trailer",
      { headers: trailer, ...withTrailer, change: (body) => body.replace(/x-amz-trailer-signature:.*\r\n/, "") },
    ],
  ])("are refused where they were signed: %s", async (_, sent) => {
    for (const target of ["streamed", "whole"] as const) {
      const [status, code] = await refused(sendSigned(path, { target, ...sent }));
      expect([status, code]).toEqual([400, "InvalidSignatureException"]);
    }
  });

  it("are refused where nobody signed them", async () => {
    const unknown = { method: "PUT", target: targets.streamed, headers: unsigned, body: Buffer.from("0\r\n\r\n") };
    expect((await refused(closed.ask(path, unknown)))[1]).toBe("MissingAuthenticationTokenException");
  });

  it("are of the hash that was signed", async () => {
    const put = async (body: string, hash: string) => {
      const request = {
        method: "PUT",
        origin: "http://localhost",
        path: targets.streamed,
        headers: { "x-amz-content-sha256": hash },
        body: "",
      };
      const signed = await signRequest(request, { credentials, region: "us-east-1", service: "s3", now });
      return closed.ask(path, { method: "PUT", target: signed.path, headers: signed.headers, body: Buffer.from(body) });
    };
    const hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    received = [];
    expect(await put("hello", hash)).toMatchObject({ status: 200 });
    expect(received).toMatchObject([{ text: "hello" }]);
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    expect(await refused(put("jello", hash))).toEqual([400, "XAmzContentSHA256Mismatch", message]);
    received = [];
    expect(await put("jello", "UNSIGNED-PAYLOAD")).toMatchObject({ status: 200 });
  });
});
