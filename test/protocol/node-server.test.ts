import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeGracefully, type NodeServerOptions } from "../../runtime/src/node/index.js";
import type { ServerContext, ServerOptions } from "../../runtime/src/server/index.js";
import {
  documentedAnswer,
  documentedBody,
  documentedHandler,
  ecrPackage,
  headers,
  mediaType,
  target,
  type CheckHandler,
  type EcrModule,
} from "./ecr-package.js";
import { NodeSurface } from "./surfaces.js";

const requestId = "e2422faf-c3c9-11e6-a3ee-63b3b5dcf3b9";
const valid = { headers, body: documentedBody };

const ecr = ecrPackage();
let module: EcrModule;
beforeAll(async () => {
  module = (await ecr.load()) as EcrModule;
});
afterAll(() => ecr.remove());

const opened: NodeSurface[] = [];
afterEach(async () => {
  for (const surface of opened.splice(0)) await surface.close();
});

async function serve(
  handler: CheckHandler = documentedHandler,
  options: ServerOptions<unknown> = {},
  nodeOptions: NodeServerOptions = {},
): Promise<NodeSurface> {
  const server = module.createEcrServer(
    { batchCheckLayerAvailability: handler },
    { requestId: () => requestId, ...options },
  );
  const surface = await NodeSurface.open(server, nodeOptions);
  opened.push(surface);
  return surface;
}

/** A promise and the function that fulfils it. */
function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T): void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

const text = (...lines: readonly string[]): Buffer => Buffer.from(lines.join("\r\n"));

describe("the Node listener", () => {
  it("answers the documented bytes with the documented bytes", async () => {
    const surface = await serve();
    const answer = await surface.sendBytes(
      text(
        "POST / HTTP/1.1",
        "Host: api.ecr.us-east-1.amazonaws.com",
        "Accept-Encoding: identity",
        "Content-Length: 126",
        `X-Amz-Target: ${target}`,
        "X-Amz-Date: 20161216T195733Z",
        "User-Agent: aws-cli/1.11.22 Python/2.7.12 Darwin/16.3.0 botocore/1.4.79",
        `Content-Type: ${mediaType}`,
        "Authorization: AUTHPARAMS",
        "",
        documentedBody,
      ),
    );
    expect(answer).toEqual({
      status: 200,
      headers: {
        "content-type": mediaType,
        "x-amzn-requestid": requestId,
        "content-length": "233",
        date: expect.stringMatching(/ GMT$/),
        connection: "keep-alive",
        "keep-alive": expect.stringMatching(/^timeout=/),
      },
      body: documentedAnswer,
    });
  });

  it("refuses a request without Content-Type", async () => {
    const surface = await serve();
    const answer = await surface.send({ headers: { "X-Amz-Target": target }, body: documentedBody });
    expect(answer).toMatchObject({ status: 415, body: expect.stringContaining("UnsupportedMediaTypeException") });
    expect(await surface.send(valid)).toMatchObject({ status: 200 });
  });

  it("reads bodies that arrive byte by byte and in chunks", async () => {
    const surface = await serve();
    const lines = ["POST / HTTP/1.1", "Host: a", `X-Amz-Target: ${target}`, `Content-Type: ${mediaType}`];
    surface.socket.write(text(...lines, "Transfer-Encoding: chunked", "", ""));
    for (const byte of documentedBody) surface.socket.write(`1\r\n${byte}\r\n`);
    surface.socket.write("0\r\n\r\n");
    expect(await surface.receive()).toMatchObject({ status: 200, body: documentedAnswer });
  });

  it("serves requests that were sent without waiting for answers, in their order", async () => {
    const surface = await serve(async (input) => ({ layers: [{ layerDigest: input.repositoryName }] }));
    const names = ["aa", "bb", "cc"];
    const requests = names.map((name) => {
      const body = JSON.stringify({ repositoryName: name, layerDigests: ["x"] });
      const lines = ["POST / HTTP/1.1", "Host: a", `X-Amz-Target: ${target}`, `Content-Type: ${mediaType}`];
      return text(...lines, `Content-Length: ${body.length}`, "", body);
    });
    surface.socket.write(Buffer.concat(requests));
    for (const name of names) {
      expect((await surface.receive()).body).toBe(`{"layers":[{"layerDigest":"${name}"}]}`);
    }
  });

  it("answers a body without a declared length as soon as it is too large, and reads the rest", async () => {
    const surface = await serve(documentedHandler, { maximumBodyBytes: 1000 });
    const lines = ["POST / HTTP/1.1", "Host: a", `X-Amz-Target: ${target}`, `Content-Type: ${mediaType}`];
    surface.socket.write(text(...lines, "Transfer-Encoding: chunked", "", "3e9", "x".repeat(1001), ""));
    expect(await surface.receive()).toMatchObject({ status: 413 });
    surface.socket.write(`1000\r\n${"x".repeat(4096)}\r\n0\r\n\r\n`);
    expect(await surface.send(valid)).toMatchObject({ status: 200 });
  });

  it("gives up on a client that does not stop", async () => {
    const surface = await serve(documentedHandler, { maximumBodyBytes: 1000 }, { maximumDiscardedBytes: 1000 });
    surface.socket.on("error", () => {});
    surface.socket.write(text("POST / HTTP/1.1", "Host: a", "Content-Length: 1000000", "", ""));
    surface.socket.write("x".repeat(500_000));
    await once(surface.socket, "close");
    expect(surface.socket.destroyed).toBe(true);
  });

  it("asks for a body only when it would take it", async () => {
    const surface = await serve(documentedHandler, { maximumBodyBytes: 1000 });
    const lines = ["POST / HTTP/1.1", "Host: a", "Expect: 100-continue", `X-Amz-Target: ${target}`];
    const ask = (length: number): Buffer =>
      text(...lines, `Content-Type: ${mediaType}`, `Content-Length: ${length}`, "", "");
    expect(await surface.sendBytes(ask(documentedBody.length))).toMatchObject({ status: 100 });
    expect(await surface.sendBytes(Buffer.from(documentedBody))).toMatchObject({ status: 200, body: documentedAnswer });
    expect(await surface.sendBytes(ask(1001))).toMatchObject({ status: 413, headers: { connection: "close" } });
  });

  it.each([
    ["no HTTP", text("hello", "", ""), 400, "BadRequest"],
    ["no Host", text("POST / HTTP/1.1", "Content-Length: 0", "", ""), 400, "BadRequest"],
    [
      "headers without end",
      text("POST / HTTP/1.1", `X: ${"x".repeat(20_000)}`, ""),
      431,
      "RequestHeaderFieldsTooLarge",
    ],
  ])("answers %s with an identifier, and closes", async (_, bytes, status, type) => {
    const surface = await serve();
    expect(await surface.sendBytes(bytes)).toMatchObject({
      status,
      headers: { "x-amzn-requestid": requestId, connection: "close" },
      body: expect.stringContaining(`"__type":"${type}"`),
    });
  });

  it("tells handlers that the client went away", async () => {
    let context: ServerContext | undefined;
    const aborted = deferred<void>();
    const started = deferred<void>();
    const surface = await serve(async (_, itsContext) => {
      context = itsContext;
      itsContext.signal.addEventListener("abort", () => aborted.resolve());
      started.resolve();
      await aborted.promise;
      return {};
    });
    surface.socket.write(
      text(
        "POST / HTTP/1.1",
        "Host: a",
        `X-Amz-Target: ${target}`,
        `Content-Type: ${mediaType}`,
        "Content-Length: 126",
        "",
        documentedBody,
      ),
    );
    await started.promise;
    surface.socket.destroy();
    await aborted.promise;
    expect(context?.signal.aborted).toBe(true);
  });

  it("drops an answer that nobody waits for", async () => {
    const release = deferred<void>();
    const started = deferred<ServerContext>();
    const surface = await serve(async (input, context) => {
      started.resolve(context);
      await release.promise;
      return documentedHandler(input, context);
    });
    const { port } = surface.http.address() as AddressInfo;
    const other = connect({ port, host: "127.0.0.1" });
    const lines = ["POST / HTTP/1.1", "Host: a", `X-Amz-Target: ${target}`, `Content-Type: ${mediaType}`];
    other.write(text(...lines, "Content-Length: 126", "", documentedBody));
    const { signal } = await started.promise;
    const gone = once(signal, "abort");
    other.destroy();
    await gone;
    release.resolve();
    expect(await surface.send(valid)).toMatchObject({ status: 200, body: documentedAnswer });
  });

  it("survives a request that breaks off", async () => {
    const surface = await serve();
    const { port } = surface.http.address() as AddressInfo;
    const other = connect({ port, host: "127.0.0.1" });
    await once(other, "connect");
    other.write(text("POST / HTTP/1.1", "Host: a", "Content-Length: 10", "", "{"));
    const gone = once(surface.http, "request").then(([incoming]) => once(incoming, "close"));
    other.resetAndDestroy();
    await gone.catch(() => undefined);
    expect(await surface.send(valid)).toMatchObject({ status: 200 });
  });

  it("finishes requests in progress when it closes, and no others", async () => {
    const release = deferred<void>();
    const started = deferred<void>();
    const surface = await serve(async (input, context) => {
      started.resolve();
      await release.promise;
      return documentedHandler(input, context);
    });
    const answer = surface.send(valid);
    await started.promise;
    const closed = closeGracefully(surface.http);
    expect(surface.http.listening).toBe(false);
    release.resolve();
    expect(await answer).toMatchObject({ status: 200, body: documentedAnswer });
    await closed;
  });

  it("closes after a while whatever is in progress", async () => {
    const started = deferred<void>();
    const surface = await serve(() => {
      started.resolve();
      return deferred<void>().promise;
    });
    const answer = surface.send(valid).catch((error: Error) => error.message);
    await started.promise;
    await closeGracefully(surface.http, 1);
    expect(await answer).toContain("The connection ended");
  });

  it("looks after slow and idle connections", async () => {
    const { http } = await serve();
    expect(http).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      maxConnections: 4096,
    });
    const stricter = await serve(
      documentedHandler,
      {},
      { headersTimeout: 1, requestTimeout: 2, keepAliveTimeout: 3, maximumConnections: 4 },
    );
    expect(stricter.http).toMatchObject({
      headersTimeout: 1,
      requestTimeout: 2,
      keepAliveTimeout: 3,
      maxConnections: 4,
    });
  });

  it("answers a request whose headers never end", async () => {
    const surface = await serve(documentedHandler, {}, { headersTimeout: 50, connectionsCheckingInterval: 10 });
    expect(await surface.sendBytes(text("POST / HTTP/1.1", "Host: a", ""))).toMatchObject({
      status: 408,
      body: expect.stringContaining("RequestTimeout"),
    });
  });
});

describe("the reference model's server", () => {
  it("is generated without a warning", () => {
    expect(ecr.generated.diagnostics).toEqual([]);
  });
});
