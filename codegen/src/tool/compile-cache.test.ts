import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startCompileCache } from "./compile-cache.js";

describe.skipIf("enableCompileCache" in Module)("the compiled form of large packages", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsmith-compile-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const require = createRequire(join(folder, "program.js"));
  const kept = (): string[] => readdirSync(join(folder, "node_modules/.cache/tsmith"));

  function writePackage(name: string, text: string): string {
    mkdirSync(join(folder, "node_modules", name), { recursive: true });
    const path = join(folder, "node_modules", name, "index.js");
    writeFileSync(path, text);
    return path;
  }

  /** Loads a package as another process would, which has not loaded it. */
  function load(name: string): unknown {
    Reflect.deleteProperty(require.cache, require.resolve(name));
    const end = startCompileCache();
    try {
      return require(name);
    } finally {
      end();
    }
  }

  const filler = `\n// ${"x".repeat(600_000)}\n`;

  it("is kept beside them, and they load as ever", () => {
    const compile: unknown = Reflect.get(Module.prototype, "_compile");
    writePackage("small", "exports.name = __filename.slice(__dirname.length + 1);");
    writePackage("big", `module.exports = [require("small").name, this === exports, typeof require.resolve];${filler}`);
    for (let time = 0; time < 2; time++) {
      expect(load("big")).toEqual(["index.js", true, "function"]);
      expect(kept()).toHaveLength(1);
    }
    expect(Module.prototype).toHaveProperty("_compile", compile);
  });

  it("counts no more when the file has changed, or when it was not kept whole", () => {
    const path = writePackage("changing", `module.exports = 1;${filler}`);
    const before = kept();
    expect(load("changing")).toBe(1);
    const [added = ""] = kept().filter((name) => !before.includes(name));
    writeFileSync(join(folder, "node_modules/.cache/tsmith", added), "damaged");
    expect(load("changing")).toBe(1);
    writePackage("changing", `module.exports = 2;${filler}`);
    utimesSync(path, 1, 1);
    expect(load("changing")).toBe(2);
  });
});
