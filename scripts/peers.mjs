// `npm run e2e:protocols -- [MODEL …] [--protocol NAME …] [--samples N] [--failures]`: real AWS clients call the generated servers of real models
// over sockets, in the protocols that they choose and in those that they can be told to speak, and the generated clients send what they send.
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleFromSources } from "./bundle-from-sources.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const usage = `Usage: npm run e2e:protocols -- [options] [MODEL …]

Calls every operation of AWS's models (default: all of ../shared/data) with boto3 and the AWS SDK for JavaScript, and compares what either side
sees and sends. Clients that are not installed are left out: scripts/install-test-tools gets boto3, \`npm ci\` in bench/ the SDK.

Options:
  --client NAME     only this client: boto3 or "AWS SDK for JavaScript"; can be repeated
  --protocol NAME   only this protocol, as restJson1; can be repeated
  --samples N       inputs and outputs for each operation (default: 2)
  --failures        print every comparison that fails, and why others are skipped
  --help            print this`;

const { values, positionals } = readArguments();
if (values.help) {
  console.log(usage);
} else {
  const outfile = await bundleFromSources(root, "test/peers/index.ts", "peers/main.mjs");
  const { runPeers, UnknownNames } = await import(pathToFileURL(outfile).href);
  const run = runPeers({
    root,
    data: `${root}../shared/data/smithy/models-aws/files`,
    models: positionals,
    clients: values.client,
    protocols: values.protocol,
    samples: Number(values.samples),
    failures: values.failures,
    print: (line) => console.log(line),
  });
  const failed = await run.catch((error) =>
    error instanceof UnknownNames ? refuse(error.message) : Promise.reject(error),
  );
  if (failed > 0) process.exitCode = 1;
}

function refuse(message) {
  console.error(`${message}\n\n${usage}`);
  return process.exit(2);
}

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        client: { type: "string", multiple: true, default: [] },
        protocol: { type: "string", multiple: true, default: [] },
        samples: { type: "string", default: "2" },
        failures: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (!/^[1-9]\d{0,3}$/.test(parsed.values.samples))
      return refuse("The option --samples takes a number from 1 to 9999.");
    return parsed;
  } catch (error) {
    return refuse(error.message);
  }
}
