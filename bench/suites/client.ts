import { execFileSync, fork, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BatchCheckLayerAvailabilityCommand, ECRClient } from "@aws-sdk/client-ecr";
import { build } from "esbuild";
import { defaultGenerateOptions } from "../../codegen/dist/emit/emitter.js";
import { createNames } from "../../codegen/dist/emit/names.js";
import { print } from "../../codegen/dist/emit/print/print.js";
import { loadModel } from "../../codegen/dist/loader/load-model.js";
import { createSource } from "../../codegen/dist/source/source.js";
import { emitters } from "../../codegen/dist/tool/emitters.js";
import { EcrClient } from "../../generated/ecr/dist/client.js";
import { compare, type Contender, type Row } from "../harness.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const input = {
  repositoryName: "amazonlinux",
  layerDigests: ["sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8"],
};
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

/** The client against `@aws-sdk/client-ecr`: calls on the same server, the time to import it, and what a bundle weighs. */
export async function* suite(): AsyncIterable<Row> {
  const server = fork(fileURLToPath(new URL("../servers/sockets.mjs", import.meta.url)));
  const config = { region: "us-east-1", endpoint: `http://127.0.0.1:${await portOf(server)}`, credentials };
  const ours = new EcrClient(config);
  const theirs = new ECRClient(config);
  for (const [inFlight, ratio] of [
    [1, 4],
    [32, 7],
  ] as const) {
    yield await compare({
      suite: "client",
      name: inFlight === 1 ? "one call after the other" : `${inFlight} calls at once`,
      unit: "calls/s",
      ours: calls("tsmith", inFlight, () => ours.batchCheckLayerAvailability(input)),
      peers: [calls("@aws-sdk/client-ecr", inFlight, () => theirs.send(new BatchCheckLayerAvailabilityCommand(input)))],
      bar: { direction: "at least", ratio },
    });
  }
  theirs.destroy();
  server.kill();
  yield await compare({
    suite: "client",
    name: "cold import",
    unit: "ms",
    ours: importing("tsmith", join(root, "generated/ecr/dist/client.js")),
    peers: [importing("@aws-sdk/client-ecr", "@aws-sdk/client-ecr")],
    bar: { direction: "at most", ratio: 1 / 3 },
  });
  const model = join(root, "../shared/data/smithy/models-aws/ecr.json");
  if (existsSync(model)) yield await bundles(model);
  else console.warn("SKIPPED: ../shared/data is absent, so there is no whole ECR model to bundle one operation of.");
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => server.once("message", (message) => resolve((message as { port: number }).port)));
}

function calls(name: string, inFlight: number, call: () => Promise<unknown>): Contender {
  return {
    name,
    async sample() {
      const total = inFlight === 1 ? 1000 : 4000;
      let left = total;
      const work = async (): Promise<void> => {
        while (left-- > 0) await call();
      };
      const start = performance.now();
      await Promise.all(Array.from({ length: inFlight }, work));
      return (total / (performance.now() - start)) * 1000;
    },
  };
}

/** Milliseconds to import a module in a new process. */
function importing(name: string, module: string): Contender {
  const specifier = module.startsWith("/") ? pathToFileURL(module).href : module;
  const script = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t)`;
  return {
    name,
    sample: () =>
      Number(
        execFileSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", script], {
          cwd: fileURLToPath(new URL("../", import.meta.url)),
          encoding: "utf8",
        }),
      ),
  };
}

/** One operation of the whole ECR model, signer included, minified for browsers. */
async function bundles(model: string): Promise<Row> {
  const folder = mkdtempSync(join(root, "node_modules/.tsmith-bench-"));
  try {
    await generateClient(model, folder);
    const configuration = `{ region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } }`;
    const ours = await bundled(
      folder,
      `import { createClient } from "@tsmith/runtime/client";
import { batchCheckLayerAvailability } from "./src/operations.js";
console.log(await batchCheckLayerAvailability(createClient(${configuration}), { repositoryName: "a", layerDigests: [] }));`,
    );
    const theirs = await bundled(
      fileURLToPath(new URL("../", import.meta.url)),
      `import { ECRClient, BatchCheckLayerAvailabilityCommand } from "@aws-sdk/client-ecr";
console.log(await new ECRClient(${configuration}).send(new BatchCheckLayerAvailabilityCommand({ repositoryName: "a", layerDigests: [] })));`,
    );
    return await compare({
      suite: "client",
      name: "one operation of the whole ECR model, bundled for browsers",
      unit: "bytes",
      ours: { name: "tsmith", sample: () => ours },
      peers: [{ name: "@aws-sdk/client-ecr", sample: () => theirs }],
      bar: { direction: "at most", ratio: 0.1 },
      rounds: 1,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundled(folder: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles.reduce((bytes, file) => bytes + file.contents.length, 0);
}

/** Writes what an operation needs of the model's package. */
async function generateClient(path: string, folder: string): Promise<void> {
  const { model } = loadModel([createSource(path, readFileSync(path, "utf8"))]);
  const service = [...model.shapes.values()].find(({ kind }) => kind === "service")?.id ?? "";
  const names = createNames(model, service);
  const options = { ...defaultGenerateOptions, packageName: "bench", packageVersion: "0.0.0" };
  const files = ["types", "errors", "codecs", "operations"].flatMap(
    (name) => emitters[name]?.({ model, service, names, options }).files ?? [],
  );
  for (const { path: file, text } of await print(files, { header: "" })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", sideEffects: false }));
}
