import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Authentication, Server, ServerContext, ServerOptions } from "../../runtime/src/server/index.js";
import {
  digest,
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
import { surfaces, type Exchange, type Surface } from "./surfaces.js";

const requestId = "e2422faf-c3c9-11e6-a3ee-63b3b5dcf3b9";
const valid: Exchange = { headers, body: documentedBody };
const withBody = (body: string | Uint8Array): Exchange => ({ headers, body });
const input = (members: object): Exchange =>
  withBody(JSON.stringify({ repositoryName: "amazonlinux", layerDigests: [digest], ...members }));

const ecr = ecrPackage();
let module: EcrModule;
beforeAll(async () => {
  module = (await ecr.load()) as EcrModule;
});
afterAll(() => ecr.remove());

describe.each(Object.entries(surfaces))("awsJson1_1 over %s", (_, open) => {
  const opened: Surface[] = [];
  afterEach(async () => {
    for (const surface of opened.splice(0)) await surface.close();
  });

  async function serve(
    handler: CheckHandler = documentedHandler,
    options: ServerOptions<unknown> = {},
  ): Promise<Surface> {
    const server: Server = module.createEcrServer(
      { batchCheckLayerAvailability: handler },
      { requestId: () => requestId, ...options },
    );
    const surface = await open(server);
    opened.push(surface);
    return surface;
  }

  it("answers the documented request byte for byte", async () => {
    const answer = await (await serve()).send(valid);
    expect(documentedBody).toHaveLength(126);
    expect(answer.body).toBe(documentedAnswer);
    expect(answer).toMatchObject({
      status: 200,
      headers: { "content-type": mediaType, "content-length": "233", "x-amzn-requestid": requestId },
    });
  });

  it.each<[given: string, exchange: Exchange]>([
    [
      "a media type with parameters and capitals",
      { headers: { ...headers, "Content-Type": `${mediaType.toUpperCase()}; charset=utf-8` }, body: documentedBody },
    ],
    ["a path with a query", { ...valid, path: "/?x=1" }],
    [
      "an Accept that allows it",
      { headers: { ...headers, Accept: "text/html, application/*;q=0.5" }, body: documentedBody },
    ],
    ["null for an optional member", input({ registryId: null })],
    [
      "unknown members, also one called __proto__",
      withBody(documentedBody.replace("{", '{"__proto__": {"x": 1}, "other": [[[]]], ')),
    ],
    ["members that come twice: the last one counts", withBody(documentedBody.replace("{", '{"repositoryName": 1, '))],
    ["escapes", withBody(documentedBody.replace("amazonlinux", "\\u0061mazonlinux"))],
  ])("accepts %s", async (__, exchange) => {
    expect(await (await serve()).send(exchange)).toMatchObject({ status: 200, body: documentedAnswer });
  });

  it("accepts the largest request that the model allows, all of it escapes beyond the basic plane", async () => {
    // A hundred digests of a thousand characters, each of which takes twelve bytes.
    const body = `{"repositoryName":"amazonlinux","layerDigests":[${Array(100)
      .fill(`"${"\\ud83d\\ude00".repeat(1000)}"`)
      .join()}]}`;
    expect(body.length).toBeGreaterThan(1_200_000);
    const { status, body: answer } = await (await serve()).send(withBody(body));
    expect(status).toBe(200);
    expect(JSON.parse(answer)).toMatchObject({ layers: { length: 100, 0: { layerDigest: "😀".repeat(1000) } } });
  });

  const serialization = "SerializationException";
  const invalid = "InvalidParameterException";
  const name = "repositoryName";
  const pattern = "must satisfy regular expression '^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$'";
  const refused = (path: string, text: string): string =>
    `Invalid parameter at '${path}' failed to satisfy constraint: '${text}'`;

  it.each<[given: string, exchange: Exchange, status: number, type: string, message: string]>([
    [
      "broken JSON",
      withBody('{"repositoryName":'),
      400,
      serialization,
      "Invalid body: it is not JSON: the text ends too early.",
    ],
    [
      "a comma too many",
      withBody('{"a": [1,\n 2,]}'),
      400,
      serialization,
      "Invalid body: it is not JSON: unexpected ] at line 2, column 4.",
    ],
    [
      "no JSON at all",
      withBody("repositoryName=a"),
      400,
      serialization,
      "Invalid body: it is not JSON: unexpected character at line 1, column 1.",
    ],
    ["white space", withBody(" "), 400, serialization, "Invalid body: it is not JSON: the text ends too early."],
    [
      "invalid UTF-8",
      withBody(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])),
      400,
      serialization,
      "Invalid body: it is not UTF-8 text.",
    ],
    ["a list", withBody("[]"), 400, serialization, "Invalid body: expected an object, but found a list."],
    ["null", withBody("null"), 400, serialization, "Invalid body: expected an object, but found null."],
    [
      "a number for a string",
      input({ repositoryName: 1 }),
      400,
      serialization,
      "Invalid value at '/repositoryName': expected a string, but found a number.",
    ],
    [
      "a string for a list",
      input({ layerDigests: digest }),
      400,
      serialization,
      "Invalid value at '/layerDigests': expected a list, but found a string.",
    ],
    [
      "null in a list",
      input({ layerDigests: [digest, null] }),
      400,
      serialization,
      "Invalid value at '/layerDigests/1': expected a string, but found null.",
    ],
    [
      "deep nesting where a string belongs",
      withBody(`{"repositoryName":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
      400,
      serialization,
      "Invalid value at '/repositoryName': expected a string, but found a list.",
    ],
    ["an empty body", withBody(""), 400, invalid, refused("repositoryName", "must not be null")],
    [
      "null for a required member",
      input({ layerDigests: null }),
      400,
      invalid,
      refused("layerDigests", "must not be null"),
    ],
    ["a name against the pattern", input({ repositoryName: "A B" }), 400, invalid, refused(name, pattern)],
    [
      "a name that is too short",
      input({ repositoryName: "a" }),
      400,
      invalid,
      refused(name, "must have length between 2 and 256, inclusive"),
    ],
    [
      "no digests",
      input({ layerDigests: [] }),
      400,
      invalid,
      refused("layerDigests", "must have length between 1 and 100, inclusive"),
    ],
    [
      "101 digests",
      input({ layerDigests: Array.from({ length: 101 }, () => digest) }),
      400,
      invalid,
      refused("layerDigests", "must have length between 1 and 100, inclusive"),
    ],
    [
      "a digest that is too long",
      input({ layerDigests: ["a", "b".repeat(1001)] }),
      400,
      invalid,
      refused("layerDigests.1", "must have length between 0 and 1000, inclusive"),
    ],
    [
      "no target",
      { headers: { "Content-Type": mediaType }, body: documentedBody },
      404,
      "UnknownOperationException",
      "The header X-Amz-Target is missing; it names the operation: AmazonEC2ContainerRegistry_V20150921.Operation.",
    ],
    [
      "an unknown target",
      { headers: { ...headers, "X-Amz-Target": "AmazonEC2ContainerRegistry_V20150921.Nothing" }, body: "{}" },
      404,
      "UnknownOperationException",
      'The header X-Amz-Target names no operation of this service: "AmazonEC2ContainerRegistry_V20150921.Nothing". It must be AmazonEC2ContainerRegistry_V20150921.Operation.',
    ],
    [
      "a target in other capitals",
      { headers: { ...headers, "X-Amz-Target": target.toLowerCase() }, body: "{}" },
      404,
      "UnknownOperationException",
      `The header X-Amz-Target names no operation of this service: "${target.toLowerCase()}". Did you mean ${target}?`,
    ],
    [
      "another path",
      { ...valid, path: "/other" },
      404,
      "UnknownOperationException",
      'This service takes POST requests to "/", with the operation in X-Amz-Target.',
    ],
    [
      "another method",
      { method: "PUT", headers, body: documentedBody },
      404,
      "UnknownOperationException",
      'This service takes POST requests to "/", with the operation in X-Amz-Target.',
    ],
    [
      "GET",
      { method: "GET" },
      404,
      "UnknownOperationException",
      'This service takes POST requests to "/", with the operation in X-Amz-Target.',
    ],
    [
      "another media type",
      { headers: { ...headers, "Content-Type": "application/json" }, body: documentedBody },
      415,
      "UnsupportedMediaTypeException",
      `The header Content-Type must say ${mediaType}.`,
    ],
    [
      "an Accept that forbids it",
      { headers: { ...headers, Accept: "text/html, */*;q=0" }, body: documentedBody },
      406,
      "NotAcceptableException",
      `Answers are ${mediaType}, which the header Accept does not allow.`,
    ],
    [
      "a body that is too large",
      withBody(`{"a":"${"x".repeat(2000)}"}`),
      413,
      "RequestEntityTooLargeException",
      "The body is larger than the 1500 bytes that this service accepts.",
    ],
  ])("refuses %s, and the connection stays usable", async (given, exchange, status, type, message) => {
    const surface = await serve(documentedHandler, given.includes("too large") ? { maximumBodyBytes: 1500 } : {});
    const answer = await surface.send(exchange);
    expect(JSON.parse(answer.body)).toEqual({ __type: type, message });
    expect(answer).toMatchObject({ status, headers: { "content-type": mediaType, "x-amzn-requestid": requestId } });
    expect(Number(answer.headers["content-length"])).toBe(Buffer.byteLength(answer.body));
    expect(await surface.send(valid)).toMatchObject({ status: 200, body: documentedAnswer });
  });

  it("answers HEAD without a body", async () => {
    const surface = await serve();
    expect(await surface.send({ method: "HEAD" })).toMatchObject({ status: 404, body: "" });
    expect(await surface.send(valid)).toMatchObject({ status: 200 });
  });

  it("answers with an error that the operation lists", async () => {
    const surface = await serve(() => {
      throw new module.RepositoryNotFoundException({ message: "There is no repository «a»." });
    });
    expect(await surface.send(valid)).toMatchObject({
      status: 400,
      body: '{"__type":"RepositoryNotFoundException","message":"There is no repository «a»."}',
    });
  });

  const own = '{"__type":"ServerException","message":"The request failed because of an error of the service."}';
  const failure = new Error("The password is secret");
  const unlisted = Object.assign(new Error("x"), { name: "RepositoryNotFoundException" });
  it.each<[given: string, handler: CheckHandler, error: unknown]>([
    [
      "throws",
      () => {
        throw failure;
      },
      failure,
    ],
    ["rejects", () => Promise.reject(failure), failure],
    [
      "throws no error",
      () => {
        throw "text";
      },
      "text",
    ],
    [
      "throws what only looks like a modelled error",
      () => {
        throw unlisted;
      },
      unlisted,
    ],
    [
      "writes a fraction for a long",
      () => ({ layers: [{ layerSize: 1.5 }] }),
      expect.objectContaining({ name: "EncodeError", where: "Layer.layerSize" }),
    ],
    [
      "writes a number for a string",
      async () => ({ layers: [{ mediaType: 1 }] }),
      expect.objectContaining({ name: "EncodeError" }),
    ],
    ["returns nothing", () => undefined, expect.any(TypeError)],
  ])("a handler that %s is the service's fault, and only the operator learns why", async (__, handler, error) => {
    const seen: unknown[] = [];
    const surface = await serve(handler, { onError: (thrown, context) => seen.push(thrown, context.requestId) });
    const answer = await surface.send(valid);
    expect(answer).toMatchObject({ status: 500, body: own, headers: { "x-amzn-requestid": requestId } });
    expect(seen).toEqual([error, requestId]);
    expect((await surface.send(withBody("{"))).status).toBe(400);
  });

  it("survives a hook that throws", async () => {
    const surface = await serve(() => Promise.reject(failure), {
      onError: () => {
        throw new Error("hook");
      },
    });
    expect(await surface.send(valid)).toMatchObject({ status: 500, body: own });
  });

  const refusal: Authentication = {
    ok: false,
    failure: { name: "InvalidSignatureException", statusCode: 400, message: "The signature does not match." },
  };
  it.each<[given: string, authenticate: () => Authentication | Promise<Authentication>]>([
    ["at once", () => refusal],
    ["later", async () => refusal],
  ])("refuses who is not authenticated, %s, before it reads the body", async (__, authenticate) => {
    const surface = await serve(documentedHandler, { authenticator: { authenticate } });
    expect(await surface.send(withBody("{"))).toMatchObject({
      status: 400,
      body: '{"__type":"InvalidSignatureException","message":"The signature does not match."}',
    });
  });

  it("an authenticator that throws is the service's fault", async () => {
    const surface = await serve(documentedHandler, {
      authenticator: {
        authenticate() {
          throw failure;
        },
      },
    });
    expect(await surface.send(valid)).toMatchObject({ status: 500, body: own });
  });

  it("gives handlers the context and the input of the model", async () => {
    const seen: unknown[] = [];
    let context: ServerContext | undefined;
    const surface = await serve(
      (received, itsContext) => {
        seen.push(received);
        context = itsContext;
        return {};
      },
      { authenticator: { authenticate: () => ({ ok: true, identity: { accessKeyId: "A" } }) } },
    );
    await surface.send({ ...input({ other: 1, registryId: null }), path: "/?q=1" });
    expect(seen).toEqual([{ repositoryName: "amazonlinux", layerDigests: [digest] }]);
    expect(context).toMatchObject({
      requestId,
      operation: "BatchCheckLayerAvailability",
      identity: { accessKeyId: "A" },
      request: { method: "POST", path: "/?q=1" },
    });
    expect(context?.request.header("x-amz-target")).toBe(target);
    expect(
      Object.fromEntries([...(context?.request.headers ?? [])].map(([key, value]) => [key.toLowerCase(), value])),
    ).toMatchObject({ "x-amz-target": target });
    expect(context?.signal.aborted).toBe(false);
  });

  it("lets the application make its own context", async () => {
    const surface = await serve(
      (__, context) => {
        throw new module.RepositoryNotFoundException({ message: JSON.stringify(context) });
      },
      { context: async (context) => ({ tenant: context.operation.length }) },
    );
    expect(JSON.parse((await surface.send(valid)).body)).toMatchObject({ message: '{"tenant":27}' });
  });

  it("gives each answer an identifier of its own by default", async () => {
    const surface = await open(module.createEcrServer({ batchCheckLayerAvailability: documentedHandler }));
    opened.push(surface);
    const answers = [await surface.send(valid), await surface.send(valid), await surface.send(withBody("{"))];
    const ids = answers.map((answer) => answer.headers["x-amzn-requestid"]);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)));
  });
});
