// `npm run conformance -- [--data DIR] [--suite NAME …] [--failures] [--json]`: runs suites of cases with Smithy's own
// expectations. They are TypeScript beside the tests, so they are bundled first.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleFromSources } from "./bundle-from-sources.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const usage = `Usage: npm run conformance -- [options]

Options:
  --data DIR     the folder of the suites (default: ../shared/data/smithy)
  --suite NAME   only this suite; can be repeated
  --failures     print each failing case with what differs
  --json         print one array of {suite, passed, total}
  --help         print this`;

const values = readArguments();
if (values.help) {
  console.log(usage);
} else {
  const data = values.data === undefined ? resolve(root, "../shared/data/smithy") : resolve(values.data);
  if (!existsSync(data)) fail(`There is no folder ${data}.`);
  const outfile = await bundleFromSources(root, "test/conformance/main.ts", "conformance/main.mjs");
  const { runConformance } = await import(pathToFileURL(outfile).href);
  const options = { data, suites: values.suite, failures: values.failures, json: values.json };
  const { unknown, failed } = await runConformance({ ...options, print: (line) => console.log(line) });
  if (unknown.length > 0) fail(`There is no suite ${unknown.join(", ")}.`);
  if (failed > 0) process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: "string" },
        suite: { type: "string", multiple: true, default: [] },
        failures: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}
