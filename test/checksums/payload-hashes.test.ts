import { beforeAll, describe, expect, it } from "vitest";
import { sigV4Authenticator, signRequest } from "../../runtime/src/aws/index.js";
import { errorIn, loadService, paths, TestServer, type Path } from "./service.js";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const now = Date.UTC(2026, 0, 2, 3, 4, 5);

let received: string[];
let server: TestServer;
beforeAll(async () => {
  const handlers = {
    async putObject({ Body }: { readonly Body: ReadableStream }) {
      received.push(await new Response(Body).text());
      return {};
    },
    putMetrics: ({ text }: { readonly text: string }) => {
      received.push(text);
      return {};
    },
  };
  const authenticator = sigV4Authenticator({
    region: "us-east-1",
    service: "s3",
    now: () => now,
    maximumKeptBytes: 100,
    credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
  });
  server = new TestServer(await loadService("Store"), handlers, { authenticator });
});

interface Asked {
  readonly target: "/bucket/key?x-id=PutObject" | "/metrics";
  /** Whether the request says what hash was signed. */
  readonly told: boolean;
  readonly body: string;
  /** What is sent in place of the body that was signed. */
  readonly sent?: string;
}

/** A request whose signature covers its body, as clients of most services sign it: without another word of the hash. */
async function put(path: Path, { target, told, body, sent = body }: Asked) {
  const method = target === "/metrics" ? "POST" : "PUT";
  const signed = await signRequest(
    { method, origin: "http://localhost", path: target, headers: { "content-type": "application/xml" }, body },
    { credentials, region: "us-east-1", service: "s3", now, contentSha256Header: told },
  );
  received = [];
  return server.ask(path, { method, target: signed.path, headers: signed.headers, body: Buffer.from(sent) });
}

const stream = "/bucket/key?x-id=PutObject";
const metrics = (text: string): string =>
  `<PutMetricsInput xmlns="http://store.example/"><text>${text}</text></PutMetricsInput>`;

describe.each(paths)("signed hashes of bodies over %s", (path) => {
  it.each<[what: string, asked: Asked, arrived: string]>([
    ["of a stream", { target: stream, told: true, body: "hello" }, "hello"],
    ["of a stream, untold", { target: stream, told: false, body: "hello" }, "hello"],
    ["of a body", { target: "/metrics", told: true, body: metrics("hello") }, "hello"],
    ["of a body, untold", { target: "/metrics", told: false, body: metrics("hello") }, "hello"],
  ])("let requests in: %s", async (_, asked, arrived) => {
    expect(errorIn(await put(path, asked))).toEqual([200, undefined, undefined]);
    expect(received).toEqual([arrived]);
  });

  const changed = { body: metrics("hello"), sent: metrics("jello") };
  it.each<[what: string, asked: Asked, status: number, code: string]>([
    ["a stream", { target: stream, told: true, ...changed }, 400, "XAmzContentSHA256Mismatch"],
    ["a stream, untold", { target: stream, told: false, ...changed }, 400, "InvalidSignatureException"],
    [
      "a stream, untold and too long to be kept",
      { target: stream, told: false, body: "a".repeat(101) },
      413,
      "RequestEntityTooLargeException",
    ],
    ["a body", { target: "/metrics", told: true, ...changed }, 400, "XAmzContentSHA256Mismatch"],
    ["a body, untold", { target: "/metrics", told: false, ...changed }, 400, "InvalidSignatureException"],
  ])("keep out %s", async (_, asked, status, code) => {
    expect(errorIn(await put(path, asked)).slice(0, 2)).toEqual([status, code]);
    expect(received).toEqual([]);
  });
});
