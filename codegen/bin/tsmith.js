#!/usr/bin/env node
// A checked-in stub, so that the command exists before the first build: npm links bins at install time.
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const bundle = new URL("../dist/bundle/tsmith.js", import.meta.url);
if (existsSync(fileURLToPath(bundle))) {
  // From Node 22.1 on: modules load in half the time when they were compiled before.
  module.enableCompileCache?.();
  await import(bundle.href);
} else {
  process.stderr.write("tsmith is not built yet. Run `npm run build` in the workspace first.\n");
  process.exitCode = 1;
}
