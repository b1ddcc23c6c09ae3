import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitCli } from "../../codegen/src/emitters/cli/emit-cli.js";
import { emitClient } from "../../codegen/src/emitters/client/emit-client.js";
import { emitOperations } from "../../codegen/src/emitters/operations/emit-operations.js";
import type { Server } from "../../runtime/src/server/index.js";
import type { Transport } from "../../runtime/src/http/index.js";
import { serverEmitters } from "../protocol/ecr-package.js";
import { generate, PackageFolder, type compilers } from "../support/generated-package.js";

const model = `$version: "2.0"
namespace example
use aws.protocols#awsJson1_1
@awsJson1_1
service Bank { version: "1", operations: [Book, Look], errors: [Refused] }
operation Book {
  input := { @required amount: Long, many: Amounts, byName: AmountMap, choice: Choice, @default(5) days: Integer,
    nested: Nested, exact: BigDecimal, secrets: Secrets }
  output := { @required amount: Long, many: Amounts, byName: AmountMap, choice: Choice, nested: Nested,
    @default(9) filled: Integer, exact: BigDecimal, secrets: Secrets }
  errors: [Overdrawn]
}
operation Look {
  input := { id: String }
  output := { @required boolean: Boolean, @required integer: Integer, @required long: Long, @required float: Float,
    @required big: BigInteger, @required decimal: BigDecimal, @required string: String, @required blob: Blob,
    @required time: Timestamp, @required document: Document, @required list: Amounts, @required map: AmountMap,
    @required kind: Kind, @required level: Level, @required choice: Choice, @required deep: Deep, optional: String,
    optionalDeep: Deep }
}
list Amounts { member: Long }
map AmountMap { key: String, value: Long }
map Secrets { key: Secret, value: Integer }
@sensitive
string Secret
union Choice { @range(min: 1) amount: Long, nested: Nested }
enum Kind { A, B }
intEnum Level {
  LOW = 1
}
structure Deep { @required nested: Nested, label: String }
structure Nested { @required name: String, @default(3) filled: Integer, @required @default(4) both: Integer,
  @clientOptional @default(6) client: Integer, @internal @default(8) hidden: Integer, @default(12) long: Long }
@error("client")
structure Overdrawn { message: String, @required missing: Long }
@error("client")
structure Refused { message: String }
`;

/** Must compile. Lines after \`@ts-expect-error\` must not. */
const uses = `
import { BankClient } from "./src/client.js";
import { book, look } from "./src/operations.js";
import { createBankServer, type BankHandlers } from "./src/server.js";
import { createClient } from "@tsmith/runtime/client";
export * from "./src/errors.js";
export * from "./src/cli.js";
export { BankClient, createBankServer };
export const handlers: BankHandlers = {
  book: ({ amount, exact }) => ({ amount: amount + 1n, exact, filled: 1 }),
  look: () => { throw new Error(); },
};
const client = new BankClient();
export const noInput = () => [client.look(), look(createClient()), client.look({}, { timeout: 1 })];
export const withInput = () => [client.book({ amount: 1n, exact: "1.10" }), book(createClient(), { amount: 2n ** 60n })];
// @ts-expect-error something is required
export const missing = () => client.book();
// @ts-expect-error something is required
export const missingToo = () => book(createClient());
// @ts-expect-error longs are bigints
export const number = () => client.book({ amount: 1 });
// @ts-expect-error no decimal number
export const decimal = () => client.book({ amount: 1n, exact: "1,5" });
`;

type Module = {
  readonly BankClient: new (config: object) => Readonly<Record<"book" | "look", (input?: object) => Promise<unknown>>>;
  createBankServer(handlers: Readonly<Record<"book" | "look", (input: unknown) => unknown>>): Server;
  readonly Overdrawn: new (members: object) => Error;
};

const emitters = [...serverEmitters, emitOperations, emitClient, emitCli];
const nestedRead = { name: "n", filled: 3, both: 4, client: 6, hidden: 8, long: 12n };

describe("client and server with bigint longs", () => {
  const folder = new PackageFolder();
  let module: Module;
  beforeAll(async () => {
    folder.writeAll(generate(model, emitters, { long: "bigint", validationException: "example#Refused" }).files);
    folder.write("uses.ts", uses);
    module = (await folder.load("uses.js")) as Module;
  });
  afterAll(() => folder.remove());

  /** A client of a server with this handler, with what was sent and what the handler got. */
  function connect(book: (input: unknown) => unknown) {
    const seen: { body?: string; input?: unknown } = {};
    const server = module.createBankServer({
      book(input) {
        seen.input = input;
        return book(input);
      },
      look: () => ({}),
    });
    const transport: Transport = {
      async send({ origin, path, body, ...head }) {
        seen.body = String(body);
        const response = await server.fetch(new Request(origin + path, { ...head, body: seen.body }));
        return {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: new Uint8Array(await response.arrayBuffer()),
        };
      },
    };
    return { seen, client: new module.BankClient({ endpoint: "http://a", credentials: "anonymous", transport }) };
  }

  function answering(body: string, statusCode = 200) {
    const transport = { send: async () => ({ statusCode, headers: {}, body: new TextEncoder().encode(body) }) };
    return new module.BankClient({ endpoint: "http://a", credentials: "anonymous", transport, maximumAttempts: 1 });
  }

  it.each<keyof typeof compilers>(["TypeScript 7", "TypeScript 5.9"])("compile with %s", (compiler) => {
    expect(folder.check(compiler, { skipLibCheck: true })).toBe("");
  });

  it("carry integers of 64 bits and decimals exactly, everywhere", async () => {
    const value = {
      amount: 2n ** 63n - 1n,
      many: [2n ** 53n + 1n, -(2n ** 63n)],
      byName: { z: 1n, a: 2n ** 60n + 1n },
      choice: { amount: 2n ** 53n + 1n },
      exact: "1.10",
    };
    const { seen, client } = connect((input) => ({ ...(input as object), leaked: 1 }));
    expect(await client.book(value)).toEqual({ ...value, filled: 9 });
    expect(seen).toEqual({
      body: '{"amount":9223372036854775807,"byName":{"z":1,"a":1152921504606846977},"choice":{"amount":9007199254740993},"exact":1.10,"many":[9007199254740993,-9223372036854775808]}',
      input: { ...value, days: 5 },
    });
  });

  it("fill defaults: clients those of nested members, servers all", async () => {
    const { seen, client } = connect(() => ({ amount: 1n, nested: { name: "n", client: 7 } }));
    expect(await client.book({ amount: 1n, nested: { name: "n" } })).toEqual({
      amount: 1n,
      nested: { ...nestedRead, client: 7 },
      filled: 9,
    });
    expect(seen).toEqual({
      body: '{"amount":1,"nested":{"both":4,"filled":3,"long":12,"name":"n"}}',
      input: { amount: 1n, nested: nestedRead, days: 5 },
    });
  });

  it("validate on the server, and only there", async () => {
    const { seen, client } = connect(() => ({ amount: 1n, choice: { amount: 0n } }));
    expect(await client.book({ amount: 1n })).toMatchObject({ choice: { amount: 0n } });
    await expect(client.book({ amount: 2n, choice: { amount: 0n } })).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("choice.amount"),
    });
    expect(seen.body).toBe('{"amount":2,"choice":{"amount":0}}');
  });

  it("read errors with their class and members", async () => {
    const { client } = connect(() => {
      throw new module.Overdrawn({ message: "too much", missing: 2n ** 53n + 1n });
    });
    const error = await client.book({ amount: 1n }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(module.Overdrawn);
    expect(error).toMatchObject({ message: "too much", missing: 2n ** 53n + 1n, fault: "client", statusCode: 400 });
  });

  it("never name secret keys in errors", async () => {
    const { client } = connect(() => ({ amount: 1n }));
    const errors = await Promise.all([
      client.book({ amount: 1n, secrets: { hush: "x" } }).catch(String),
      answering('{"secrets":{"hush":"x"}}').book({ amount: 1n }).catch(String),
    ]);
    expect(errors).toEqual([expect.stringContaining("InputError"), expect.stringContaining("/secrets/*")]);
    expect(errors.join()).not.toContain("hush");
  });

  it("correct what a service leaves out, on the client and where it is required alone", async () => {
    const nested = { name: "", filled: 3, both: 4, hidden: 8, long: 12n };
    expect(await answering("{}").look()).toEqual({
      ...{ boolean: false, integer: 0, long: 0n, float: 0, big: 0n, decimal: "0", string: "", blob: new Uint8Array(0) },
      ...{ time: new Date(0), document: null, list: [], map: {}, kind: "", level: 0, choice: { $unknown: ["", null] } },
      deep: { nested },
    });
    const { client } = connect(() => ({}));
    await expect(client.look()).rejects.toMatchObject({ name: "InternalFailure", statusCode: 500 });
    await expect(client.book({})).rejects.toMatchObject({ name: "InputError" });
  });
});
