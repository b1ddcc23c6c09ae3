import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
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

/** Rooms that touch neither disk nor process nor clock (`scripts/check-directions.mjs` sees to that): nothing of one test file reaches another. */
const pure = [
  "codegen/src/{source,diagnostics,syntax,shapes,selector,loader,serialize,transform,knowledge}/**/*.test.ts",
  "codegen/src/{validate,diff,jsonschema,emit,emitters}/**/*.test.ts",
  "runtime/src/{aws,bindings,checksum,codec,compression,endpoints,errors,event-stream}/**/*.test.ts",
  "runtime/src/{http,jmespath,protocols,regex,server,validate}/**/*.test.ts",
];
// Expected output of the emitters, some of which are tests.
const exclude = [...configDefaults.exclude, "test/golden/*/*/expected/**"];

export default defineConfig({
  resolve: { alias: [...runtimeImports, pureRuntime] },
  test: {
    // By default one processor is left idle.
    maxWorkers: availableParallelism(),
    // Whole paths, since a generated package's own tests run with these settings and another root.
    globalSetup: [fileURLToPath(new URL("test/support/announce.ts", import.meta.url))],
    setupFiles: [fileURLToPath(new URL("test/support/setup.ts", import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // Their modules are loaded once a worker, not once a file, which would take most of the time.
      { extends: true, test: { name: "pure", include: pure, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: [
            "codegen/src/**/*.test.ts",
            "runtime/src/**/*.test.ts",
            "service/src/**/*.test.ts",
            "generated/*/test/**/*.test.ts",
            "test/**/*.test.ts",
          ],
          exclude: [...exclude, ...pure],
        },
      },
    ],
  },
});
