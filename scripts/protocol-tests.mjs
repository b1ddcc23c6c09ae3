// `npm run protocol-tests -- [--data DIR] [--protocol NAME …] [--side client|server] [--official] [--failures] [--json]`: generates
// clients and servers from the models of protocol tests and runs these through real HTTP messages.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { fetchOfficialTests } from "./official-tests.mjs";
import { bundleFromSources } from "./bundle-from-sources.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const usage = `Usage: npm run protocol-tests -- [options]

Options:
  --data DIR        a folder of models, NAME/NAME.ast.json each (default: ../shared/data/smithy/protocol-tests)
  --official        the official sets too, by their Maven coordinates; needs Maven
  --official-only   only the official sets
  --protocol NAME   only tests of this protocol, as restJson1; can be repeated
  --side SIDE       only tests of the client or the server
  --failures        print each failing case with what differs, and each skipped one with the reason
  --json            print one array of {suite, passed, total, skipped}
  --help            print this`;

const values = readArguments();
if (values.help) {
  console.log(usage);
} else {
  const data = resolve(values.data ?? `${root}../shared/data/smithy/protocol-tests`);
  if (!values["official-only"] && !existsSync(data)) fail(`There is no folder ${data}.`);
  const outfile = await bundleFromSources(root, "test/protocol-tests/index.ts", "protocol-tests/main.mjs");
  const { runProtocolTests, modelsOfFolder, modelOfArchive } = await import(pathToFileURL(outfile).href);
  const isOfficial = values.official || values["official-only"];
  const archives = isOfficial ? fetchOfficialTests(root) : [];
  const ofFolder = values["official-only"] ? [] : modelsOfFolder(data);
  if (!values["official-only"] && ofFolder.length === 0) fail(`The folder ${data} has no models NAME/NAME.ast.json.`);
  const models = [...ofFolder, ...archives.map(modelOfArchive)];
  const { failures, json, protocol: protocols, side } = values;
  const print = (line) => console.log(line);
  try {
    const suites = await runProtocolTests({ root, models, protocols, side, failures, json, print });
    if (suites.some(({ passed, total }) => passed < total)) process.exitCode = 1;
  } catch (error) {
    if (error.name !== "UnloadableModel") throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function readArguments() {
  try {
    const { values: given } = parseArgs({
      options: {
        data: { type: "string" },
        official: { type: "boolean", default: false },
        "official-only": { type: "boolean", default: false },
        protocol: { type: "string", multiple: true, default: [] },
        side: { type: "string" },
        failures: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (given.side !== undefined && !["client", "server"].includes(given.side)) fail("A side is client or server.");
    return given;
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}
