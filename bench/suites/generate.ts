import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, type Bar, type Contender, type Row } from "../harness.js";
import { awsModels, expectBuild, root, tsmith, withoutEndpointTests } from "../paths.js";
import { processContender } from "../processes.js";
import { peerClasspath, smithyMain } from "../smithy-peer.js";

const referenceModel = join(root, "model/ecr.smithy");
const wholeModel = join(awsModels, "ecr.json");
const service = "com.amazonaws.ecr#AmazonEC2ContainerRegistry_V20150921";
const atMostFourFifths: Bar = { direction: "at most", ratio: 0.8 };

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
  const command = ["java", "-cp", classpath, smithyMain, "build", "--discover", "--quiet", "-c", configuration, model];
  return processContender("smithy build, smithy-typescript's client alone", command, folder, () =>
    rmSync(output, { recursive: true, force: true }),
  );
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
  writeFileSync(copy, withoutEndpointTests(readFileSync(wholeModel, "utf8")));
  return copy;
}

export async function* suite(): AsyncGenerator<Row> {
  expectBuild();
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
