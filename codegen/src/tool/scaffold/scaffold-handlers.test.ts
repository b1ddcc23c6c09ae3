import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Project } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSource } from "../../source/source.js";
import { newHandlersFile, type HandlersSpec } from "./handlers-spec.js";
import { scaffoldHandlers, type ScaffoldResult } from "./scaffold-handlers.js";

const spec: HandlersSpec = {
  packageName: "@shop/orders",
  interfaceName: "ShopHandlers",
  createServerName: "createShopServer",
  handlers: [
    { name: "getOrder", comment: ["/** Reads an order. */"] },
    { name: "putOrder", comment: ["/**", " * Stores an order.", " */"] },
  ],
};

const getError = 'throw new Error("The handler getOrder has not been written.");';
const putError = 'throw new Error("The handler putOrder has not been written.");';
const imports = 'import type { ShopHandlers } from "@shop/orders/server";\n';

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scaffold-"));
  writeFileSync(join(folder, "reading.ts"), "export const reading = { async getOrder() { return {}; } };\n");
  writeFileSync(join(folder, "base.ts"), "export class Base { getOrder(): object { return {}; } }\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scaffold(text: string): ScaffoldResult {
  return scaffoldHandlers(createSource("handlers.ts", text), join(folder, "handlers.ts"), spec);
}

test("a new file has every handler, documented and failing", () => {
  expect(newHandlersFile(spec)).toBe(`import type { ShopHandlers } from "@shop/orders/server";

/** What answers each operation. */
export const handlers: ShopHandlers = {
  /** Reads an order. */
  async getOrder(_input, _context) {
    ${getError}
  },
  /**
   * Stores an order.
   */
  async putOrder(_input, _context) {
    ${putError}
  },
};
`);
  expect(scaffold(newHandlersFile(spec))).toEqual({ text: newHandlersFile(spec), added: [], diagnostics: [] });
});

const putStub = (unit: string): string =>
  [
    `${unit}/**`,
    `${unit} * Stores an order.`,
    `${unit} */`,
    `${unit}async putOrder(_input, _context) {`,
    `${unit}${unit}${putError}`,
    `${unit}},`,
  ].join("\n");

describe("missing handlers go behind the last member, all else stays", () => {
  const cases: readonly { name: string; before: string; after: string }[] = [
    {
      name: "an object with a trailing comma and odd formatting",
      before: `${imports}export const h : ShopHandlers = {\n  async  getOrder( input ){return {} ;},  // mine\n} ;\n`,
      after: `${imports}export const h : ShopHandlers = {\n  async  getOrder( input ){return {} ;},  // mine\n${putStub("  ")}\n} ;\n`,
    },
    {
      name: "an object without a trailing comma",
      before: `${imports}const h: ShopHandlers = {\n  getOrder: read /* kept */\n};\n`,
      after: `${imports}const h: ShopHandlers = {\n  getOrder: read, /* kept */\n${putStub("  ")}\n};\n`,
    },
    {
      name: "an object on one line",
      before: `${imports}const h = { getOrder } satisfies ShopHandlers;\n`,
      after: `${imports}const h = { getOrder,\n${putStub("  ")}\n } satisfies ShopHandlers;\n`,
    },
    {
      name: "tabs",
      before: `${imports}const h: ShopHandlers = {\n\t"getOrder": read,\n};\n`,
      after: `${imports}const h: ShopHandlers = {\n\t"getOrder": read,\n${putStub("\t")}\n};\n`,
    },
    {
      name: "an aliased import, and a function that returns handlers",
      before: `import type { ShopHandlers as H } from "@shop/orders/server";\nexport function make(): H {\n  return {\n    ["getOrder"]: read,\n  };\n}\n`,
      after: `import type { ShopHandlers as H } from "@shop/orders/server";\nexport function make(): H {\n  return {\n    ["getOrder"]: read,\n${putStub("  ").replace(/^/gm, "  ")}\n  };\n}\n`,
    },
    {
      name: "the argument of createServer",
      before:
        'import { createShopServer } from "@shop/orders/server";\nexport default createShopServer({\n  getOrder,\n});\n',
      after: `import { createShopServer } from "@shop/orders/server";\nexport default createShopServer({\n  getOrder,\n${putStub("  ")}\n});\n`,
    },
    {
      name: "a spread of a local object and of an imported one",
      before: `${imports}import { reading } from "./reading.js";\nconst own = { putOrder() { return {}; } };\nconst h: ShopHandlers = {\n  ...reading,\n};\n`,
      after: `${imports}import { reading } from "./reading.js";\nconst own = { putOrder() { return {}; } };\nconst h: ShopHandlers = {\n  ...reading,\n${putStub("  ")}\n};\n`,
    },
    {
      name: "a class",
      before: `${imports}class Shop implements ShopHandlers<Session> {\n  #secret = 1;\n\n  async getOrder() {\n    return {};\n  }\n}\n`,
      after: `${imports}class Shop implements ShopHandlers<Session> {
  #secret = 1;

  async getOrder() {
    return {};
  }

  /**
   * Stores an order.
   */
  putOrder(..._parameters: Parameters<ShopHandlers<Session>["putOrder"]>): ReturnType<ShopHandlers<Session>["putOrder"]> {
    ${putError}
  }
}
`,
    },
    {
      name: "a class with a base class",
      before: `${imports}import { Base } from "./base.js";\nclass Shop extends Base implements ShopHandlers {}\n`,
      after: `${imports}import { Base } from "./base.js";
class Shop extends Base implements ShopHandlers {
  /**
   * Stores an order.
   */
  putOrder(..._parameters: Parameters<ShopHandlers["putOrder"]>): ReturnType<ShopHandlers["putOrder"]> {
    ${putError}
  }
}
`,
    },
  ];
  test.each(cases)("$name", ({ before, after }) => {
    const result = scaffold(before);
    expect(result.diagnostics).toEqual([]);
    expect(result.text).toBe(after);
    expect(result.added).toEqual(["putOrder"]);
    expect(scaffold(after)).toEqual({ text: after, added: [], diagnostics: [] });
  });

  test("line ends of the file", () => {
    const before = cases[0]?.before.replaceAll("\n", "\r\n") ?? "";
    expect(scaffold(before).text).toBe(cases[0]?.after.replaceAll("\n", "\r\n"));
  });

  test("an empty object gets all of them", () => {
    const { text = "" } = scaffold(`${imports}export const handlers: ShopHandlers = {};\n`);
    expect(new Project({ useInMemoryFileSystem: true }).createSourceFile("a.ts", text).getFullText()).toContain(
      getError,
    );
    expect(scaffold(text).added).toEqual([]);
  });
});

test("handlers of operations that are gone are reported and left alone", () => {
  const object = `${imports}const h: ShopHandlers = {\n  getOrder,\n  putOrder,\n  dropOrder() {},\n};\n`;
  expect(scaffold(object).text).toBe(object);
  expect(scaffold(object).diagnostics).toMatchObject([{ code: "scaffold/no-operation", severity: "WARNING" }]);
  const aClass = `${imports}class S implements ShopHandlers {\n  getOrder() {}\n  putOrder() {}\n  help() {}\n  drop(i: Parameters<ShopHandlers["drop"]>[0]) {}\n}\n`;
  expect(scaffold(aClass).diagnostics.map(({ message }) => message)).toEqual([
    "drop handles no operation of the service. It was left as it is.",
  ]);
});

describe("what is not understood is refused with an explanation", () => {
  test.each([
    { name: "no handlers", text: "export const x = 1;\n", code: "scaffold/no-handlers" },
    {
      name: "two places",
      text: `${imports}const a: ShopHandlers = {};\nconst b: ShopHandlers = {};\n`,
      code: "scaffold/several-handlers",
    },
    { name: "a syntax error", text: `${imports}const a: ShopHandlers = {\n`, code: "scaffold/syntax" },
    {
      name: "a spread of something unknown",
      text: `${imports}const a: ShopHandlers = { ...load() };\n`,
      code: "scaffold/unknown-part",
    },
    {
      name: "a computed key",
      text: `${imports}const a: ShopHandlers = { [name]: read };\n`,
      code: "scaffold/unknown-part",
    },
    {
      name: "an unknown base class",
      text: `${imports}class A extends mixin(B) implements ShopHandlers {}\n`,
      code: "scaffold/unknown-part",
    },
  ])("$name", ({ text, code }) => {
    expect(scaffold(text)).toMatchObject({ text: undefined, added: [], diagnostics: [{ code, severity: "ERROR" }] });
  });
});
