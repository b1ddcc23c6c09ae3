import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitOperations } from "../../codegen/src/emitters/operations/emit-operations.js";
import { createClient, type Operation } from "../../runtime/src/client/index.js";
import { decodeCbor, encodeCbor, readAny, writeDocument } from "../../runtime/src/codec/cbor/index.js";
import type { JsonValue } from "../../runtime/src/codec/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import type { Server } from "../../runtime/src/server/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";
import { serverEmitters } from "./ecr-package.js";

const model = (trait: string): string => `$version: "2.0"
namespace example.shop
use smithy.protocols#${trait}
@${trait}
service Shop { version: "1", operations: [Buy, Ping], errors: [SoldOut] }
operation Buy { input := { @required name: String }, output := { price: Integer } }
operation Ping {}
@error("client") @httpError(409)
structure SoldOut { message: String, left: Integer }
`;

interface Shop {
  createShopServer(handlers: object, options: object): Server;
  buy: Operation<object, unknown>;
}

const toCbor = (value: JsonValue): Uint8Array<ArrayBuffer> =>
  encodeCbor(value, (writer, given) => writeDocument(writer, given, ""));

const forms = [
  {
    trait: "rpcv2Cbor",
    name: "rpc-v2-cbor",
    type: "application/cbor",
    write: toCbor,
    read: (body: Uint8Array): unknown => decodeCbor(body, readAny),
    broken: new Uint8Array([0xa1, 0x61]),
    takesShapeId: true,
  },
  {
    trait: "rpcv2Json",
    name: "rpc-v2-json",
    type: "application/json",
    write: (value: JsonValue) => new TextEncoder().encode(JSON.stringify(value)),
    read: (body: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(body)) as unknown,
    broken: new TextEncoder().encode('{"name"'),
    takesShapeId: false,
  },
];

describe.each(forms)("$trait", ({ trait, name, type, write, read, broken, takesShapeId }) => {
  const folder = new PackageFolder();
  let shop: Shop;
  let server: Server;
  beforeAll(async () => {
    folder.writeAll(generate(model(trait), [...serverEmitters, emitOperations]).files);
    folder.write(
      "src/all.ts",
      'export * from "./errors.js";\nexport * from "./server.js";\nexport * from "./operations.js";\n',
    );
    const all = await folder.load("src/all.js");
    shop = all as unknown as Shop;
    const SoldOut = all["SoldOut"] as new (members: object) => Error;
    const handlers = {
      buy(input: { readonly name: string }) {
        if (input.name === "rare") throw new SoldOut({ message: "gone", left: 0 });
        return { price: 3, secret: 1 };
      },
      ping() {},
    };
    server = shop.createShopServer(handlers, { requestId: () => "r-1" });
  });
  afterAll(() => folder.remove());

  const buy = "/service/Shop/operation/Buy";

  async function send(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body = write({ name: "a" }),
    method = "POST",
  ) {
    const known = { "smithy-protocol": name, "content-type": type, accept: type, ...headers };
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ""));
    const response = await server.fetch(
      new Request(`https://example.com${path}`, { method, headers: given, ...(method === "GET" ? {} : { body }) }),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: bytes.length === 0 ? undefined : read(bytes) };
  }

  it("answers with the protocol's headers and modelled members alone", async () => {
    const { status, headers, body } = await send(buy);
    expect({ status, body }).toEqual({ status: 200, body: { price: 3 } });
    expect(headers.get("smithy-protocol")).toBe(name);
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("x-amzn-requestid")).toBe("r-1");
  });

  it("has no body where there is no output, and takes any empty input where there is none", async () => {
    for (const body of [new Uint8Array(0), write({})]) {
      const answer = await send("/service/Shop/operation/Ping", {}, body);
      expect(answer).toMatchObject({ status: 200, body: undefined });
      expect(answer.headers.get("content-type")).toBeNull();
    }
  });

  it.each<[given: string, path: string, headers: Readonly<Record<string, string>>]>([
    ["any prefix of the path", `/v1/shops${buy}`, {}],
    ["a query", `${buy}?a=1`, {}],
    ["no header Accept", buy, { accept: "" }],
    ["a range of media types", buy, { accept: "text/plain, application/*;q=0.5" }],
    ["parameters of the media type", buy, { "content-type": `${type}; charset=utf-8` }],
  ])("takes %s", async (_, path, headers) => {
    expect(await send(path, headers)).toMatchObject({ status: 200 });
  });

  it("takes the service's shape ID in the path where the protocol says so", async () => {
    const { status } = await send("/service/example.shop.Shop/operation/Buy");
    expect(status).toBe(takesShapeId ? 200 : 404);
  });

  it.each<[given: string, path: string, headers: Readonly<Record<string, string>>, status: number, type: string]>([
    ["another path", "/service/Shop/operations/Buy", {}, 404, "UnknownOperationException"],
    ["another service", "/service/Store/operation/Buy", {}, 404, "UnknownOperationException"],
    ["an unknown operation", "/service/Shop/operation/Sell", {}, 404, "UnknownOperationException"],
    ["an operation's shape ID", "/service/Shop/operation/example.shop.Buy", {}, 404, "UnknownOperationException"],
    ["no header Smithy-Protocol", buy, { "smithy-protocol": "" }, 404, "UnknownOperationException"],
    ["X-Amz-Target", buy, { "x-amz-target": "Shop.Buy" }, 400, "SerializationException"],
    ["X-Amzn-Target", buy, { "x-amzn-target": "Shop.Buy" }, 400, "SerializationException"],
    ["another media type", buy, { "content-type": "text/plain" }, 415, "UnsupportedMediaTypeException"],
    ["no acceptable media type", buy, { accept: "text/plain" }, 406, "NotAcceptableException"],
  ])("refuses %s", async (_, path, headers, status, errorType) => {
    const answer = await send(path, headers);
    expect(answer).toMatchObject({ status, body: { __type: errorType } });
    expect(answer.headers.get("smithy-protocol")).toBe(name);
  });

  it("refuses other methods, and says which there is", async () => {
    const answer = await send(buy, {}, undefined, "GET");
    expect(answer).toMatchObject({ status: 405 });
    expect(answer.headers.get("allow")).toBe("POST");
  });

  it("tells of broken bodies and broken constraints", async () => {
    expect(await send(buy, {}, broken)).toMatchObject({ status: 400, body: { __type: "SerializationException" } });
    expect(await send(buy, {}, write({}))).toMatchObject({
      status: 400,
      body: { __type: "smithy.framework#ValidationException", fieldList: [{ path: "/name" }] },
    });
  });

  it("names errors by their whole shape ID, which clients make classes of", async () => {
    expect(await send(buy, {}, write({ name: "rare" }))).toMatchObject({
      status: 409,
      body: { __type: "example.shop#SoldOut", message: "gone", left: 0 },
    });
    await expect(call((url, init) => server.fetch(new Request(url, init)))).rejects.toMatchObject({
      name: "SoldOut",
      statusCode: 409,
      message: "gone",
      left: 0,
    });
  });

  it("clients judge responses of another protocol by their status alone", async () => {
    const body = write({ __type: "example.shop#SoldOut", message: "gone" });
    const answer = (status: number, headers: HeadersInit) => () =>
      Promise.resolve(new Response(body, { status, headers }));
    await expect(call(answer(409, {}))).rejects.toMatchObject({
      name: "UnknownError",
      message: "The service answered 409",
    });
    await expect(call(answer(200, {}))).rejects.toMatchObject({ name: "ResponseError" });
    await expect(call(answer(409, { "smithy-protocol": name }))).rejects.toMatchObject({ name: "SoldOut" });
    await expect(
      call(() => Promise.resolve(new Response("<html>", { status: 502, headers: { "smithy-protocol": name } }))),
    ).rejects.toMatchObject({ name: "UnknownError", fault: "server" });
  });

  function call(send: typeof fetch): Promise<unknown> {
    const client = createClient({
      endpoint: "https://example.com",
      region: "us-east-1",
      transport: fetchTransport({ fetch: send }),
      maximumAttempts: 1,
    });
    return shop.buy(client, { name: "rare" });
  }
});
