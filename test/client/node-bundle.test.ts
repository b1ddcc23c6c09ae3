import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const runtime = fileURLToPath(new URL("../../runtime/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${runtime}package.json`, "utf8")) as Record<
  "exports" | "imports",
  Readonly<Record<string, { readonly node?: string } | string>>
>;
/** By specifier: the file that Node loads. */
const entries = new Map(
  Object.entries({ ...manifest.exports, ...manifest.imports }).flatMap(([specifier, target]) =>
    typeof target === "string" || target.node === undefined ? [] : [[specifier, resolve(runtime, target.node)]],
  ),
);

/** The file and every file of the runtime that it loads at once. */
function loadedBy(...specifiers: string[]): ReadonlySet<string> {
  const files = new Set(specifiers.map((specifier) => entries.get(specifier) ?? specifier));
  for (const file of files) {
    const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;"']*["'](\.[^"']+)["']/gm);
    for (const [, path = ""] of imports) files.add(resolve(dirname(file), path));
  }
  return files;
}

/** The modules of the sources that a file is made of, without what was shaken off; none where it only exports anew. */
function modulesOf(file: string): string[] {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(readFileSync(`${file}.map`, "utf8")) as { readonly sources: readonly string[] };
  return sources.map((source) => resolve(dirname(file), source).slice(runtime.length));
}

const client = ["./client", "./aws/sigv4", "./protocols/aws-json/client", "./codec", "./errors"];

describe.runIf(existsSync(`${runtime}dist/bundle`))("the runtime's files for Node", () => {
  it("are few for a client: its entries, and one chunk beside what it shares with servers", () => {
    expect(loadedBy(...client).size).toBe(client.length + 2);
  });

  it.each([
    ["awsJson", client],
    ["rest", ["./client", "./aws/sigv4", "./protocols/rest-json/client", "./bindings", "./codec/text"]],
    ["restXml", ["./client", "./protocols/rest-xml/client", "./bindings/xml", "./codec/xml"]],
    ["rpc", ["./client", "./aws/sigv4", "./protocols/rpc-v2/client", "./codec/cbor"]],
    ["query", ["./client", "./aws/sigv4", "./protocols/query/client", "./codec/query", "./codec/xml"]],
  ])("hold no server, no validators and no Node module for a client: %s", (_, specifiers) => {
    const files = [...loadedBy(...specifiers)];
    expect(files.flatMap(modulesOf).filter((path) => /server|src\/validate/.test(path))).toEqual([]);
    expect(files.filter((file) => /^import\b.*["']node:/m.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("hold no client for a server", () => {
    const files = [
      ...loadedBy("./server", "./protocols/aws-json/server", "./validate", "./codec", "./errors", "./node"),
    ];
    expect(files.flatMap(modulesOf).filter((path) => /src\/(client|aws)\//.test(path))).toEqual([]);
  });

  it("hold each module once, so that instanceof holds across entries", () => {
    const files = new Set([...entries.values()].flatMap((file) => [...loadedBy(file)]));
    const modules = [...files].flatMap(modulesOf);
    expect(modules.filter((module, index) => modules.indexOf(module) !== index)).toEqual([]);
  });

  it("export what their modules do, no more", async () => {
    for (const file of entries.values()) {
      const bundled: object = await import(pathToFileURL(file).href);
      const compiled: object = await import(pathToFileURL(file.replace("dist/bundle/", "dist/")).href);
      expect(Object.keys(bundled).toSorted(), file).toEqual(Object.keys(compiled).toSorted());
    }
  });
});
