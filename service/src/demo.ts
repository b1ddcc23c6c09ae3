// The demonstration behind `npm start`: the service over its own small image, the documented check through the generated
// client and the generated command line, and what to try next.
import { EcrClient } from "@tsmith/ecr/client";
import { createClient } from "@tsmith/runtime/client";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureDemoImage } from "./demo-image.js";
import { startLayerService, type LayerService, type ServiceKey } from "./layer-service.js";
import { createOciLayoutStore } from "./oci-layout-store.js";

const region = "us-east-1";
const repositoryName = "amazonlinux";
/** The example keys of the AWS documentation: they open nothing else. */
const key: ServiceKey = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  accountId: "123456789012",
};
/** The digest of the documented sample, which the demonstration's repository does not hold. */
const documentedDigest = "sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8";

const usage = `Usage: npm start -- [options]

  --once       run the demonstration, then stop: exit status 0 when all of it worked, else 1
  --port N     listen on port N of 127.0.0.1 (default 8421; with --once any free port)
  --root DIR   keep the image layouts in DIR (default .tsmith-demo)
  --help       show this text
`;

interface DemoOptions {
  readonly once: boolean;
  readonly port: number;
  readonly root: string;
}

function readOptions(): DemoOptions | undefined {
  const { values } = parseArgs({
    options: {
      once: { type: "boolean", default: false },
      port: { type: "string" },
      root: { type: "string", default: ".tsmith-demo" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return undefined;
  }
  const port = values.port ?? (values.once ? "0" : "8421");
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`--port takes a number up to 65535, not '${port}'`);
  return { once: values.once, port: Number(port), root: resolve(values.root) };
}

// Who reads the demonstration may stop reading it, as `head` does; the service goes on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Shows the documented check, asked in two ways; answers whether both said what the store holds. */
async function demonstrate(url: string, digests: readonly string[]): Promise<boolean> {
  const connection = createClient({ endpoint: url, region, credentials: key });
  const client = new EcrClient(connection);
  const { layers = [] } = await client.batchCheckLayerAvailability({ repositoryName, layerDigests: digests });
  connection.close();
  say("\nThe generated client asks for a layer of the image and for one that is not there:\n");
  for (const layer of layers) {
    const size = layer.layerSize === undefined ? "" : `  ${layer.layerSize} bytes  ${layer.mediaType ?? ""}`;
    say(`  ${layer.layerAvailability?.padEnd(11) ?? ""}  ${layer.layerDigest ?? ""}${size}`);
  }
  const [held, absent] = layers;
  const clientAgrees = held?.layerAvailability === "AVAILABLE" && absent?.layerAvailability === "UNAVAILABLE";

  const packageFolder = dirname(createRequire(import.meta.url).resolve("@tsmith/ecr/package.json"));
  const command = await runNode([join(packageFolder, "bin/tsmith-ecr.js"), ...callArguments(url, digests)]);
  say(`\nThe generated command line asks the same:\n\n${command.stdout}${command.stderr}`);
  const commandAgrees = command.status === 0 && /"AVAILABLE"[^]*"UNAVAILABLE"/.test(command.stdout);
  if (!clientAgrees) say("The client's answer is not what the store holds.");
  if (!commandAgrees) say(`The command line's answer is not what the store holds (exit status ${command.status}).`);
  return clientAgrees && commandAgrees;
}

/** Runs a program of Node's with the keys in its environment. This process goes on serving meanwhile. */
function runNode(args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { ...process.env, AWS_ACCESS_KEY_ID: key.accessKeyId, AWS_SECRET_ACCESS_KEY: key.secretAccessKey };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === "number" ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}

function callArguments(url: string, digests: readonly string[]): readonly string[] {
  const target = ["--endpoint-url", url, "--region", region];
  return [
    "batch-check-layer-availability",
    "--repository-name",
    repositoryName,
    "--layer-digests",
    ...digests,
    ...target,
  ];
}

/** Three commands to paste into another terminal. */
function nextCommands(url: string, digest: string): string {
  const keys = `AWS_ACCESS_KEY_ID=${key.accessKeyId} AWS_SECRET_ACCESS_KEY=${key.secretAccessKey}`;
  const call = callArguments(url, [digest]).join(" ");
  const body = JSON.stringify({ layerDigests: [digest], repositoryName });
  return `Try next, in another terminal:

  ${keys} \\
    npx tsmith-ecr ${call}

  curl --aws-sigv4 aws:amz:${region}:ecr --user ${key.accessKeyId}:${key.secretAccessKey} \\
    -H 'Content-Type: application/x-amz-json-1.1' \\
    -H 'X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability' \\
    -d '${body}' ${url}/

  ${keys} \\
    aws ecr ${call}
`;
}

async function start(options: DemoOptions): Promise<{ service: LayerService; digest: string }> {
  const image = await ensureDemoImage(join(options.root, key.accountId, repositoryName));
  const service = await startLayerService({
    store: createOciLayoutStore({ root: options.root }),
    keys: [key],
    region,
    port: options.port,
    onError: (error, context) => {
      process.stderr.write(
        `${context.operation} ${context.requestId}: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
    },
  });
  const [digest = ""] = image.layerDigests;
  return { service, digest };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return;
  const { service, digest } = await start(options);
  say(`\nThe layer service listens on ${service.url} and serves the layouts below ${options.root}.`);
  const agreed = await demonstrate(service.url, [digest, documentedDigest]);
  if (options.once) {
    await service.close();
    process.exitCode = agreed ? 0 : 1;
    return;
  }
  say(`${nextCommands(service.url, digest)}\nCtrl-C stops the service.`);
  const signal = await new Promise<string>((stop) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, stop);
  });
  say(`\n${signal}: no new connections; answers under way are sent.`);
  await service.close();
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  process.stderr.write(
    `${message}\n${inUse ? "Another program has that port: choose one with `npm start -- --port N`.\n" : ""}`,
  );
  process.exitCode = 1;
});
