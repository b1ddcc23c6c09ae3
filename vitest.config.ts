import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/** The runtime's own `#` imports as Node resolves them, but to the sources, so that tests have one copy of every module. */
const runtimeManifest = JSON.parse(readFileSync(new URL("runtime/package.json", import.meta.url), "utf8")) as {
  readonly imports?: Readonly<Record<string, { readonly node: string }>>;
};
const runtimeImports = Object.entries(runtimeManifest.imports ?? {}).map(([find, { node }]) => ({
  find,
  replacement: fileURLToPath(
    new URL(`runtime/${node.replace("/dist/bundle/", "/src/").replace(/\.js$/, ".ts")}`, import.meta.url),
  ),
}));

/** What the generator itself calls of the runtime: from the sources too, so that its tests need no build. */
const pureRuntime = {
  find: /^@tsmith\/runtime\/(endpoints|jmespath)$/,
  replacement: fileURLToPath(new URL("runtime/src/$1/index.ts", import.meta.url)),
};

export default defineConfig({
  resolve: { alias: [...runtimeImports, pureRuntime] },
  test: {
    // Whole paths, since a generated package's own tests run with these settings and another root.
    globalSetup: [fileURLToPath(new URL("test/support/announce.ts", import.meta.url))],
    setupFiles: [fileURLToPath(new URL("test/support/setup.ts", import.meta.url))],
    include: [
      "codegen/src/**/*.test.ts",
      "runtime/src/**/*.test.ts",
      "service/src/**/*.test.ts",
      "generated/*/test/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    // Expected output of the emitters, some of which are tests.
    exclude: [...configDefaults.exclude, "test/golden/*/*/expected/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
