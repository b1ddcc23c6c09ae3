import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../../runtime/src/server/index.js";
import { generate } from "../support/generated-package.js";
import { mediaType, serverEmitters, ServerPackage } from "./ecr-package.js";

const model = (errors: string, more = ""): string => `$version: "2.0"
namespace example
use aws.protocols#awsJson1_1
${more}
@awsJson1_1
service Shop { version: "1", operations: [Order] }
operation Order { input: OrderInput, errors: [${errors}] }
structure OrderInput {
  @required @length(max: 3) name: String
  @range(min: 1) count: Integer
  color: Color
  @sensitive @pattern("^a$") secret: String
  items: Items
  note: Note
}
list Items { member: Item }
structure Item { @required sku: String, items: Items }
enum Color { RED }
document Note
@error("client") structure Invalid { message: String }
@error("client") structure NeedsMore { @required reason: String, message: String }
@error("server") structure Broken { @required code: Integer }
`;

const framework = "smithy.framework#ValidationException";

describe("an operation that lists smithy.framework#ValidationException", () => {
  const shop = new ServerPackage(model("ValidationException", `use ${framework}`));
  let server: Server;
  beforeAll(async () => {
    const { createShopServer } = (await shop.load()) as {
      createShopServer(handlers: { order(): undefined }): Server;
    };
    server = createShopServer({ order: () => undefined });
  });
  afterAll(() => shop.remove());

  async function send(body: unknown): Promise<{ status: number; json: unknown }> {
    const response = await server.fetch(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "Content-Type": mediaType, "X-Amz-Target": "Shop.Order" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : (JSON.parse(text) as unknown) };
  }

  const failure = (path: string, text: string, subject = "Value") => ({
    path,
    message: `${subject} at '${path}' failed to satisfy constraint: Member must ${text}`,
  });
  const detected = (...fields: readonly { path: string; message: string }[]) => ({
    status: 400,
    json: {
      __type: "ValidationException",
      fieldList: fields,
      message: `${fields.length} validation error${fields.length === 1 ? "" : "s"} detected. ${fields.map(({ message }) => message).join("; ")}`,
    },
  });

  it("answers with no body where there is no output", async () => {
    expect(await send({ name: "abc" })).toEqual({ status: 200 });
  });

  it.each<[given: string, body: object, fields: readonly { path: string; message: string }[]]>([
    ["one failure", {}, [failure("/name", "not be null")]],
    [
      "several failures",
      { name: "abcd", count: 0, color: "BLUE" },
      [
        failure("/name", "have length less than or equal to 3", "Value with length 4"),
        failure("/count", "be greater than or equal to 1"),
        failure("/color", "satisfy enum value set: [RED]"),
      ],
    ],
    [
      "a failure far below",
      { name: "a", items: [{ sku: "a", items: [{}] }] },
      [failure("/items/0/items/0/sku", "not be null")],
    ],
  ])("tells %s in Smithy's words", async (_, body, fields) => {
    expect(await send(body)).toEqual(detected(...fields));
  });

  it("never shows the value", async () => {
    expect(JSON.stringify(await send({ name: "a", secret: "hunter2" }))).not.toContain("hunter2");
    expect(JSON.stringify(await send({ name: "a", secret: ["hunter2"] }))).not.toContain("hunter2");
    expect(JSON.stringify(await send('{"secret": "hunter2'))).not.toContain("hunter2");
  });

  it("lists a hundred failures at most, and counts them all", async () => {
    const { json } = await send({ name: "a", items: Array.from({ length: 5000 }, () => ({})) });
    expect(json).toMatchObject({ message: expect.stringMatching(/^5000 validation errors detected\. /) });
    expect((json as { fieldList: unknown[] }).fieldList).toHaveLength(100);
  });

  it("refuses what nests without end before it recurses", async () => {
    const deep = (depth: number) => `{"name":"a","note":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(await send(deep(100))).toMatchObject({ status: 200 });
    expect(await send(deep(100_000))).toEqual({
      status: 400,
      json: { __type: "SerializationException", message: "Invalid body: lists and objects nest more than 256 deep." },
    });
  });
});

describe("what the generator says of validation errors", () => {
  const diagnosticsOf = (text: string, validationException?: string) =>
    generate(text, serverEmitters, { validationException }).diagnostics.map(
      ({ code, severity, shape, suggestion }) => ({
        code,
        severity,
        shape,
        suggestion,
      }),
    );
  const code = "emit/validation-exception";

  it("nothing where the operation lists what the option names", () => {
    expect(diagnosticsOf(model("Invalid"), "example#Invalid")).toEqual([]);
  });

  it.each<
    [given: string, errors: string, option: string | undefined, severity: string, shape: string, suggestion: string]
  >([
    [
      "an operation without one",
      "Invalid",
      undefined,
      "WARNING",
      "example#Order",
      `Add \`${framework}\` to the errors of Order, or name one of the model's own errors with the option validationException.`,
    ],
    [
      "an operation that does not list the configured one",
      "Broken",
      "example#Invalid",
      "WARNING",
      "example#Order",
      "Add `Invalid` to the errors of Order.",
    ],
    [
      "an option that names nothing",
      `Invalid`,
      "example#Missing",
      "ERROR",
      "example#Missing",
      "Name an error structure of the service with a string member `message` and no other required member.",
    ],
    [
      "an option that names no error",
      `Invalid`,
      "example#Item",
      "ERROR",
      "example#Item",
      "Name an error structure of the service with a string member `message` and no other required member.",
    ],
    [
      "an option that names an error with more members",
      "NeedsMore",
      "example#NeedsMore",
      "ERROR",
      "example#NeedsMore",
      "Name an error structure of the service with a string member `message` and no other required member.",
    ],
  ])("tells the edit that mends %s", (_, errors, option, severity, shape, suggestion) => {
    expect(diagnosticsOf(model(errors), option)).toContainEqual({ code, severity, shape, suggestion });
  });

  it("warns of a service without a protocol", () => {
    const text = readFileSync(new URL("../../model/ecr.smithy", import.meta.url), "utf8");
    expect(diagnosticsOf(text.replace(/^@awsJson1_1$/m, ""))).toEqual([
      expect.objectContaining({ code: "emit/no-server-protocol", severity: "WARNING" }),
    ]);
  });
});
