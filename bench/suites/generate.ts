import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, type Bar, type Contender, type Row } from "../harness.js";

// From the compiled suite in bench/dist.
const root = fileURLToPath(new URL("../../", import.meta.url));
const tsmith = join(root, "codegen/bin/tsmith.js");
const referenceModel = join(root, "model/ecr.smithy");
const wholeModel = join(root, "../shared/data/smithy/models-aws/ecr.json");
const service = "com.amazonaws.ecr#AmazonEC2ContainerRegistry_V20150921";
const atMostFourFifths: Bar = { direction: "at most", ratio: 0.8 };

/** A whole process, from its start to its end. A sample is its wall time in seconds. */
function processContender(name: string, command: readonly string[], folder: string, before: () => void): Contender {
  const [program = "", ...parameters] = command;
  return {
    name,
    sample() {
      before();
      const start = performance.now();
      const run = spawnSync(program, parameters, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
      const seconds = (performance.now() - start) / 1000;
      if (run.status !== 0) throw new Error(`${name} ended with ${run.status ?? run.signal}:\n${run.stderr}`);
      return seconds;
    },
  };
}

/** Everything that tsmith emits for the model; `cold` with no output of an earlier run. */
function generator(folder: string, model: string, cold: boolean): Contender {
  const output = join(folder, "generated");
  const command = [process.execPath, tsmith, "generate", model, "--output", output, "--quiet"];
  return processContender("tsmith generate", command, folder, () => {
    if (cold) rmSync(output, { recursive: true, force: true });
  });
}

/** `smithy build` with the client of smithy-typescript alone. */
function smithyBuild(folder: string, model: string, classpath: string): Contender {
  const plugin = {
    service,
    package: "@bench/ecr",
    packageVersion: "0.0.1",
    packageJson: { license: "Apache-2.0" },
  };
  const output = join(folder, "smithy");
  const configuration = join(folder, "smithy-build.json");
  writeFileSync(
    configuration,
    JSON.stringify({ version: "1.0", outputDirectory: output, plugins: { "typescript-client-codegen": plugin } }),
  );
  const main = "software.amazon.smithy.cli.SmithyCli";
  const command = ["java", "-cp", classpath, main, "build", "--discover", "--quiet", "-c", configuration, model];
  return processContender("smithy build, smithy-typescript's client alone", command, folder, () =>
    rmSync(output, { recursive: true, force: true }),
  );
}

/** The jars of the pinned peers, resolved once by Maven; undefined, with one loud line, where that is not possible. */
function peerClasspath(): string | undefined {
  const pom = join(root, "bench/peers/pom.xml");
  const hash = createHash("sha256").update(readFileSync(pom)).digest("hex").slice(0, 16);
  const cache = join(root, ".cache/peers");
  const file = join(cache, `classpath-${hash}.txt`);
  const reason = missingTool("java", ["-version"]) ?? missingClasspath();
  if (reason !== undefined) {
    console.warn(`SKIPPED: ${reason}; the rows against smithy build are left out.`);
    return undefined;
  }
  return readFileSync(file, "utf8").trim();

  function missingClasspath(): string | undefined {
    const isResolved = existsSync(file) && readFileSync(file, "utf8").trim().split(":").every(existsSync);
    if (isResolved) return undefined;
    const missing = missingTool("mvn", ["-version"]);
    if (missing !== undefined) return missing;
    mkdirSync(cache, { recursive: true });
    const goals = ["dependency:build-classpath", `-Dmdep.outputFile=${file}`];
    const run = spawnSync("mvn", ["-q", "-B", "-f", pom, ...goals], { encoding: "utf8" });
    return run.status === 0 ? undefined : `Maven could not resolve ${pom} (${firstLine(run.stdout + run.stderr)})`;
  }
}

function missingTool(program: string, parameters: readonly string[]): string | undefined {
  return spawnSync(program, parameters).status === 0 ? undefined : `${program} is not installed`;
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}

/**
 * A copy of the whole ECR model without `smithy.rules#endpointTests`, which smithy build refuses: its list of partitions is
 * older than the tests. Both generators read the copy.
 */
function copyWholeModel(folder: string): string | undefined {
  if (!existsSync(wholeModel)) {
    console.warn("SKIPPED: ../shared/data is absent; the rows of the whole ECR model are left out.");
    return undefined;
  }
  const copy = join(folder, "ecr.json");
  const text = readFileSync(wholeModel, "utf8");
  const isTest = (key: string): boolean => key === "smithy.rules#endpointTests";
  writeFileSync(copy, JSON.stringify(JSON.parse(text, (key, value: unknown) => (isTest(key) ? undefined : value))));
  return copy;
}

export async function* suite(): AsyncGenerator<Row> {
  if (!existsSync(join(root, "codegen/dist/bundle/tsmith.js"))) {
    throw new Error("tsmith is not built yet. Run `npm run build` first.");
  }
  const folder = mkdtempSync(join(tmpdir(), "tsmith-bench-"));
  try {
    const classpath = peerClasspath();
    const whole = copyWholeModel(folder);
    const models: readonly (readonly [name: string, model: string | undefined])[] = [
      ["the reference model", referenceModel],
      ["the whole ECR model", whole],
    ];
    for (const [name, model] of models) {
      if (model === undefined || classpath === undefined) continue;
      yield await compare({
        suite: "generate",
        name: `${name}, cold, everything emitted`,
        unit: "s",
        ours: generator(folder, model, true),
        peers: [smithyBuild(folder, model, classpath)],
        bar: atMostFourFifths,
      });
    }
    for (const [name, model] of models) {
      if (model === undefined) continue;
      rmSync(join(folder, "generated"), { recursive: true, force: true });
      yield await compare({
        suite: "generate",
        name: `${name}, nothing to do`,
        unit: "s",
        ours: generator(folder, model, false),
        peers: [{ name: "a quarter of a second", sample: () => 0.25 }],
        bar: { direction: "at most", ratio: 1 },
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
