// Bundles what Node loads into few files: loading one file is several times faster than loading dozens. The `tsmith` command
// is bundled with its small dependencies.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { bundleRuntime } from "./bundle-runtime.mjs";
import { compileModules } from "./compile-modules.mjs";

// First, since the command is bundled with what it calls of the runtime.
await bundleRuntime();

const outdir = "codegen/dist/bundle";
rmSync(outdir, { recursive: true, force: true });
const { outputFiles } = await build({
  entryPoints: { tsmith: "codegen/dist/tool/main.js" },
  outdir,
  bundle: true,
  splitting: true,
  write: false,
  platform: "node",
  target: "node20.19",
  format: "esm",
  plugins: [
    {
      name: "compiled-modules",
      setup({ onLoad }) {
        onLoad({ filter: /loader[\\/]bundled[\\/]modules\.js$/ }, () => ({ contents: compileModules() }));
      },
    },
  ],
  // jsonc-parser is an ES module only by that field.
  mainFields: ["module", "main"],
  // Large, and loaded only when something has to be printed. What is small is bundled.
  external: ["ts-morph", "prettier", "openapi-typescript", "typescript"],
  // Bundled CommonJS packages ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
});

mkdirSync(outdir, { recursive: true });
// The generator's build: what it planned before counts only as long as its code is the same.
const hash = createHash("sha256");
for (const file of outputFiles) {
  writeFileSync(file.path, file.contents);
  hash.update(file.contents);
}
writeFileSync(`${outdir}/build-id`, `${hash.digest("hex").slice(0, 32)}\n`);
