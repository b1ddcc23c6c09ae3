import { expect, it } from "vitest";
import { defineOperation } from "../client/define-operation.js";
import type { CommandLineDescription } from "./description.js";
import { run } from "./testing/run.js";

const openVault = defineOperation<object, unknown>({
  service: { shape: "example#Bank", version: "2030-01-01", sdkId: "Bank", endpointPrefix: "bank" },
  name: "OpenVault",
  protocol: {
    request: (input) => ({ method: "POST", path: "/", headers: {}, body: JSON.stringify(input) }),
    output: () => ({}),
    error: () => new Error("unused") as never,
  },
});

/** Sensitive are a list, the keys of a map, and members of structures that hold themselves. */
const bank: CommandLineDescription = {
  program: "bank",
  version: "1.2.3",
  title: "Bank",
  apiVersion: "2030-01-01",
  commands: {
    "open-vault": {
      operation: "OpenVault",
      function: "openVault",
      input: "Vault",
      output: "Vault",
      flags: { codes: "codes", owners: "owners", pin: "pin", inner: "inner" },
    },
  },
  shapes: {
    Vault: {
      type: "structure",
      members: {
        codes: { shape: "Codes" },
        owners: { shape: "Owners" },
        pin: { shape: "Number", sensitive: true },
        inner: { shape: "Vault" },
      },
    },
    Codes: { type: "list", member: { shape: "Number" }, sensitive: true },
    Owners: { type: "map", key: { shape: "Name" }, value: { shape: "Number" } },
    Name: { type: "string", sensitive: true },
    Number: { type: "integer", minimum: "1" },
  },
  operations: async () => ({ openVault }),
  texts: async () => ({ service: "", commands: {}, members: {} }),
};

const connection = ["--endpoint-url", "http://127.0.0.1:1", "--no-sign-request"];

it.each<[given: string, args: readonly string[], message: string]>([
  [
    "items of a list",
    ["--codes", "hush"],
    "Invalid type for parameter codes[0], type: <class 'str'>, valid types: <class 'int'>",
  ],
  ["items below the minimum", ["--codes", "-4711"], "Invalid value for parameter codes[0], valid min value: 1"],
  ["keys", ["--owners", "hush=x"], "Invalid type for parameter owners.*, value: x, type: <class 'str'>"],
  [
    "a member far inside",
    ["--inner", '{"inner":{"pin":"hush"}}'],
    "Invalid type for parameter inner.inner.pin, type: <class 'str'>",
  ],
  [
    "what stands in the place of what holds it",
    ["--inner", '{"inner":["hush"]}'],
    "Invalid type for parameter inner.inner, type: <class 'list'>",
  ],
  ["JSON that is broken", ["--inner", '{"pin":"hush"'], "JSON received: (hidden, since it may hold sensitive values)"],
  [
    "a list where an object belongs",
    ["--inner", '["hush"'],
    "Invalid JSON:\n(hidden, since it may hold sensitive values)",
  ],
  [
    "shorthand that is broken",
    ["--inner", "pin=hush,=,"],
    "Invalid shorthand syntax: (hidden, since it may hold sensitive values)",
  ],
])("a message never shows sensitive %s", async (_, args, message) => {
  const { code, errors } = await run(bank, ["open-vault", ...args, ...connection]);
  expect(code).toBe(252);
  expect(errors).toContain(message);
  expect(errors).not.toMatch(/hush|4711/);
});

it("--debug shows neither sensitive keys nor what is in sensitive lists", async () => {
  const body = new TextEncoder().encode('{"codes":[4711],"owners":{"hush":5,"hush too":6},"inner":{"pin":4711}}');
  const transport = { send: async () => ({ statusCode: 200, headers: {}, body }) };
  const args = ["open-vault", "--owners", "hush=5", "--codes", "4711", "--debug", ...connection];
  const { code, errors } = await run(bank, args, { transport });
  expect(code).toBe(0);
  expect(errors).toContain('input { "codes": "(hidden)", "owners": { "(hidden) 1": 5 } }');
  expect(errors).toContain('"owners": { "(hidden) 1": 5, "(hidden) 2": 6 }, "inner": { "pin": "(hidden)" }');
  expect(errors).not.toMatch(/hush|4711/);
});
