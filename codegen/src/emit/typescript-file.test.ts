import { expect, test } from "vitest";
import { createTypeScriptFile, moduleSpecifier } from "./typescript-file.js";
import { runtimeType, runtimeValue, type EmitSymbol } from "./symbol.js";

const noNames = { isTaken: () => false };

function symbol(name: string, module: string, typeOnly = true): EmitSymbol {
  return { name, module, typeOnly };
}

function importsOf(file: ReturnType<typeof createTypeScriptFile>): readonly string[] {
  const { statements } = file.plan().structure;
  if (!Array.isArray(statements)) return [];
  return statements.flatMap((statement) => {
    if (typeof statement !== "object" || !("moduleSpecifier" in statement) || !("namedImports" in statement)) return [];
    const named = Array.isArray(statement.namedImports) ? statement.namedImports : [];
    const words = named.map((entry) => {
      if (typeof entry !== "object") return String(entry);
      return `${entry.isTypeOnly === true ? "type " : ""}${entry.name}${entry.alias === undefined ? "" : ` as ${entry.alias}`}`;
    });
    return [`${statement.isTypeOnly === true ? "type " : ""}${words.join(", ")} < ${statement.moduleSpecifier ?? ""}`];
  });
}

test("references make the imports, packages first, then by path and name", () => {
  const file = createTypeScriptFile("src/client.ts", noNames);
  expect(file.use(symbol("Layer", "src/types.ts"))).toBe("Layer");
  expect(file.use(symbol("encodeLayer", "src/codecs.ts", false))).toBe("encodeLayer");
  expect(file.use(symbol("Image", "src/types.ts"))).toBe("Image");
  expect(file.use(runtimeType("client", "Client"))).toBe("Client");
  expect(file.use(runtimeValue("client", "createClient"))).toBe("createClient");
  expect(file.use(runtimeValue("codec", "parseJson"))).toBe("parseJson");
  expect(file.use(symbol("EcrClient", "src/client.ts", false))).toBe("EcrClient");
  expect(importsOf(file)).toEqual([
    "type Client, createClient < @tsmith/runtime/client",
    "parseJson < @tsmith/runtime/codec",
    "encodeLayer < ./codecs.js",
    "type Image, Layer < ./types.js",
  ]);
});

test("a type that is also used as a value is imported as a value", () => {
  const file = createTypeScriptFile("src/client.ts", noNames);
  file.use(symbol("Status", "src/types.ts", true));
  file.use(symbol("Status", "src/types.ts", false));
  file.use(symbol("Layer", "src/types.ts", true));
  expect(importsOf(file)).toEqual(["type Layer, Status < ./types.js"]);
});

test("imports that would meet another name get an alias", () => {
  const file = createTypeScriptFile("src/client.ts", { isTaken: (name) => name === "Operation" });
  expect(file.use(runtimeType("client", "Operation"))).toBe("Operation_");
  expect(file.use(symbol("Operation", "src/types.ts"))).toBe("Operation");
  expect(file.use(symbol("URL", "node:url"))).toBe("URL");
  expect(file.use(symbol("URL", "other-package"))).toBe("URL_");
  expect(file.use(runtimeType("client", "Operation"))).toBe("Operation_");
  expect(importsOf(file)).toEqual([
    "type Operation as Operation_ < @tsmith/runtime/client",
    "type URL < node:url",
    "type URL as URL_ < other-package",
    "type Operation < ./types.js",
  ]);
});

test.each([
  { from: "src/client.ts", module: "src/types.ts", want: "./types.js" },
  { from: "src/types/images.ts", module: "src/types/layers.ts", want: "./layers.js" },
  { from: "src/types/images.ts", module: "src/client.ts", want: "../client.js" },
  { from: "test/examples.test.ts", module: "src/types/layers.ts", want: "../src/types/layers.js" },
  { from: "src/client.ts", module: "@tsmith/runtime/client", want: "@tsmith/runtime/client" },
])("$from imports $module as $want", ({ from, module, want }) => {
  expect(moduleSpecifier(from, module)).toBe(want);
});
