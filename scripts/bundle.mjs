// Bundles the `tsmith` command into one file: loading one file is several times faster than loading hundreds.
import { build } from "esbuild";
import { existsSync } from "node:fs";

const entry = "codegen/dist/tool/main.js";
if (existsSync(entry)) {
  await build({
    entryPoints: { tsmith: entry },
    outdir: "codegen/dist/bundle",
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    legalComments: "none",
    logLevel: "warning",
  });
}
