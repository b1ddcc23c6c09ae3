import { afterAll, beforeAll, expect, it } from "vitest";
import { emitters } from "../../codegen/src/tool/emitters.js";
import { createClient, type Client } from "../../runtime/src/client/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import type { Server } from "../../runtime/src/server/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";

/** What clients of AWS send and look for, where it is more than the specification says. */
const model = `$version: "2.0"
namespace x
use aws.api#service
use aws.protocols#awsQuery
use aws.protocols#restXml
@service(sdkId: "S3")
@restXml @awsQuery @xmlNamespace(uri: "https://example.com/")
service Store { version: "1", operations: [Put, Copy, Look] }
@http(method: "PUT", uri: "/{key}?x-id=Put")
operation Put { input := { @required @httpLabel key: String, @required @httpPayload body: Blob } }
@http(method: "PUT", uri: "/{key}?x-id=Copy")
operation Copy {
  input := { @required @httpLabel key: String, @required @httpHeader("x-source") source: String, names: Names }
}
@http(method: "HEAD", uri: "/{key}")
operation Look { input := { @required @httpLabel key: String }, errors: [NotFound, Spelled, Told] }
list Names { member: Name }
structure Name { first: String }
@error("client") structure NotFound { message: String }
@error("client") structure Spelled { message: String, Message: String }
@error("client") @httpError(409) structure Told { message: String, other: String }
`;

type Members = Readonly<Record<string, unknown>>;
type Handlers = Readonly<Record<string, (input: Members) => unknown>>;
interface Module {
  createS3Server(handlers: Handlers, options: object): Server;
  readonly look: (client: Client, input: Members) => Promise<unknown>;
  readonly [name: string]: unknown;
}

const folder = new PackageFolder();
let module: Module;
beforeAll(async () => {
  const needed = ["types", "errors", "validators", "codecs", "bindings", "operations", "server"];
  const chosen = Object.entries(emitters).flatMap(([name, emit]) => (needed.includes(name) ? [emit] : []));
  folder.writeAll(generate(model, chosen).files);
  const exported = ["errors", "operations", "server"].map((name) => `export * from "./${name}.js";`);
  folder.write("src/all.ts", exported.join("\n"));
  module = (await folder.load("src/all.js")) as Module;
});
afterAll(() => folder.remove());

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
const form = { "content-type": "application/x-www-form-urlencoded" };

it.each<[what: string, target: string, init: RequestInit, operation: string, input: Members]>([
  ["a request without the name of its operation", "/a", { body: "b" }, "put", { key: "a", body: text("b") }],
  ["one that its headers tell", "/a", { headers: { "x-source": "b" } }, "copy", { key: "a", source: "b" }],
  ["one that says its name", "/a?x-id=Put", { headers: { "x-source": "b" } }, "put", { key: "a", body: text("") }],
  ["a required payload of no bytes", "/a", {}, "put", { key: "a", body: text("") }],
  [
    "XML without a media type",
    "/a",
    {
      headers: { "x-source": "b" },
      body: text("<CopyInput><names><member><first>c</first></member></names></CopyInput>"),
    },
    "copy",
    { key: "a", source: "b", names: [{ first: "c" }] },
  ],
  [
    "a form whose first item left nothing",
    "/",
    { method: "POST", headers: form, body: "Action=Copy&Version=1&key=a&source=b&names.member.2.first=c" },
    "copy",
    { key: "a", source: "b", names: [{ first: "c" }] },
  ],
])("%s is understood", async (_, target, init, operation, input) => {
  const seen: unknown[] = [];
  const record = (name: string) => (given: Members) => void seen.push(name, given);
  const server = module.createS3Server({ put: record("put"), copy: record("copy"), look: record("look") }, {});
  // Web-standard requests with a body of text have a media type by themselves.
  const body = typeof init.body === "string" ? text(init.body) : init.body;
  await server.fetch(new Request(`https://example.com${target}`, { method: "PUT", ...init, body: body ?? null }));
  expect(seen).toEqual([operation, input]);
});

const head = (code: string): string => `<Type>Sender</Type><Code>${code}</Code>`;

it.each<[error: string, members: Members, status: number, inside: string]>([
  ["Told", { message: "m", other: "o" }, 400, `${head("Told")}<Message>m</Message><other>o</other>`],
  ["Spelled", { message: "m", Message: "n" }, 400, `${head("Spelled")}<message>m</message><Message>n</Message>`],
])("the text of the error %s is where clients look for it", async (name, members, status, inside) => {
  const ErrorClass = module[name] as new (given: Members) => Error;
  const look = (): never => {
    throw new ErrorClass(members);
  };
  const server = module.createS3Server({ put: () => undefined, copy: () => undefined, look }, {});
  const body = "Action=Look&Version=1&key=a";
  const response = await server.fetch(new Request("https://example.com/", { method: "POST", headers: form, body }));
  expect([response.status, /<Error>(.*)<\/Error>/.exec(await response.text())?.[1]]).toEqual([status, inside]);
});

it("what is not found is known by the status, where an answer has no body", async () => {
  const look = (): never => {
    throw new (module["NotFound"] as new (given: Members) => Error)({ message: "m" });
  };
  const server = module.createS3Server({ put: () => undefined, copy: () => undefined, look }, {});
  const client = createClient({
    endpoint: "https://example.com",
    region: "us-east-1",
    credentials: "anonymous",
    maximumAttempts: 1,
    transport: fetchTransport({ fetch: (url, init) => server.fetch(new Request(url, init)) }),
  });
  const error = await module.look(client, { key: "a" }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(module["NotFound"]);
  expect(error).toMatchObject({ statusCode: 404 });
});
