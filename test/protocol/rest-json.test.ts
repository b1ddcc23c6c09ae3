import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitHttpBindings } from "../../codegen/src/emitters/codecs/http/emit-http-bindings.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitOperations } from "../../codegen/src/emitters/operations/emit-operations.js";
import { emitServer } from "../../codegen/src/emitters/server/emit-server.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import { createClient, type Client } from "../../runtime/src/client/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import type { Server } from "../../runtime/src/server/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";

const emitters = [emitTypes, emitErrors, emitValidators, emitCodecs, emitHttpBindings, emitOperations, emitServer];
const model = readFileSync(new URL("../golden/bindings/http/model.smithy", import.meta.url), "utf8")
  .replace("use aws.protocols#restJson1", "use aws.protocols#restJson1\nuse aws.protocols#awsJson1_1")
  .replace("@restJson1", "@restJson1\n@awsJson1_1");

type Call = (client: Client, input?: object) => Promise<Record<string, unknown>>;
/** The exports that the suite uses. */
type FilesModule = {
  createFilesServer(handlers: Readonly<Record<string, (input: Record<string, unknown>) => unknown>>): Server;
  readonly putFile: Call;
  readonly getFile: Call;
  readonly listFiles: Call;
  readonly saveSettings: Call;
  readonly Locked: new (members: object) => Error;
};

describe("a service that speaks restJson1 and awsJson1_1", () => {
  const folder = new PackageFolder();
  let module: FilesModule;
  beforeAll(async () => {
    folder.writeAll(generate(model, emitters).files);
    folder.write(
      "src/all.ts",
      ["errors", "operations", "server"].map((name) => `export * from "./${name}.js";`).join("\n"),
    );
    module = (await folder.load("src/all.js")) as FilesModule;
  });
  afterAll(() => folder.remove());

  function connect(handlers: Parameters<FilesModule["createFilesServer"]>[0]) {
    const server = module.createFilesServer(handlers);
    const transport = fetchTransport({ fetch: (url, init) => server.fetch(new Request(url, init)) });
    const client = createClient({
      endpoint: "http://localhost",
      credentials: "anonymous",
      maximumAttempts: 1,
      transport,
    });
    return { server, client };
  }

  it("gives back what went over the wire", async () => {
    let seen: Record<string, unknown> = {};
    const { client } = connect({
      putFile: (input) => ((seen = input), { etag: "e", status: 202 }),
      listFiles: (input) => ((seen = input), { files: ["b", "a"], leaked: 1 }),
      saveSettings: ({ settings }) => ({ settings }),
    });
    const file = {
      folder: 7,
      path: "a b/c%/ü",
      type: "text/html",
      kind: "TEXT",
      since: new Date(1_576_540_098_000),
      tags: ['"x"', "y,z", ""],
      note: "{}",
      meta: { one: "1" },
      data: new Uint8Array([0, 255]),
    };
    expect(await module.putFile(client, file)).toEqual({ etag: "e", status: 202 });
    expect(seen).toEqual(file);
    const filters = { extra: "1&2" };
    expect(await module.listFiles(client, { kinds: ["TEXT", "IMAGE"], filters })).toEqual({ files: ["b", "a"] });
    expect(seen).toEqual({ pageSize: 10, kinds: ["TEXT", "IMAGE"], filters: { list: "", kind: "TEXT", ...filters } });
    const settings = { days: 3, total: 2n ** 70n };
    expect(await module.saveSettings(client, { settings })).toEqual({ settings });
    expect(await module.saveSettings(client)).toEqual({});
  });

  it("streams bytes to the client, and fails where they break off", async () => {
    const pieces = ["one ", "two"];
    const { client } = connect({
      getFile: ({ path }) => ({
        data: new ReadableStream({
          pull(controller) {
            const piece = pieces.shift();
            if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
            else if (path === "broken") controller.error(new Error("disk"));
            else controller.close();
          },
        }),
      }),
    });
    const whole = await module.getFile(client, { folder: 1, path: "whole" });
    expect(await new Response(whole["data"] as ReadableStream).text()).toBe("one two");
    const broken = await module.getFile(client, { folder: 1, path: "broken" });
    await expect(new Response(broken["data"] as ReadableStream).text()).rejects.toThrow();
  });

  it("tells errors with their members, wherever they stand", async () => {
    const { client } = connect({
      putFile() {
        throw new module.Locked({ owner: "o", message: "m" });
      },
    });
    const error = await module.putFile(client, { folder: 1, path: "x" }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(module.Locked);
    expect(error).toMatchObject({ owner: "o", message: "m", statusCode: 423 });
  });

  it.each<[method: string, path: string, headers: Readonly<Record<string, string>>, status: number, type: string]>([
    ["GET", "/nothing", {}, 404, "UnknownOperationException"],
    ["DELETE", "/files/1/a", {}, 405, "UnknownOperationException"],
    ["POST", "/settings", { "content-type": "text/plain" }, 415, "UnsupportedMediaTypeException"],
    ["POST", "/settings", {}, 415, "UnsupportedMediaTypeException"],
    ["GET", "/files?list", { accept: "text/html" }, 406, "NotAcceptableException"],
    ["PUT", "/files/one/a", {}, 400, "SerializationException"],
    ["GET", "/files?list&page%20size=1e3", {}, 400, "SerializationException"],
    ["PUT", "/files/1/%00%ff", {}, 400, "SerializationException"],
    ["PUT", "/files/1/a/%zz", {}, 400, "SerializationException"],
    ["GET", "/files?list&kind=%ff", {}, 400, "SerializationException"],
    ["GET", "/files?list&other=%ff", {}, 400, "SerializationException"],
  ])("answers %s %s %o with %i", async (method, path, headers, status, type) => {
    const { server } = connect({});
    // As bytes, since a text would have a content type of its own.
    const init = method === "POST" ? { method, headers, body: new TextEncoder().encode("{}") } : { method, headers };
    const response = await server.fetch(new Request(`http://localhost${path}`, init));
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([status, type]);
    expect(response.headers.get("x-amzn-requestid")).not.toBeNull();
  });

  it("answers in the protocol that it is asked in, from the same handlers", async () => {
    const { server } = connect({ listFiles: ({ pageSize }) => ({ files: [String(pageSize)] }) });
    const rest = await server.fetch(new Request("http://localhost/files?list"));
    expect(await rest.text()).toBe('{"Items":["10"]}');
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Files.ListFiles" };
    const json = await server.fetch(
      new Request("http://localhost/", { method: "POST", headers, body: '{"pageSize":3}' }),
    );
    expect(await json.text()).toBe('{"files":["3"]}');
  });
});
