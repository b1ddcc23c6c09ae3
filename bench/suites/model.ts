import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Bar, compare, type Contender, median, type Row } from "../harness.js";
import { awsModels, expectBuild, root, tsmith, withoutEndpointTests } from "../paths.js";
import { measureProcess, type ProcessFigures } from "../processes.js";
import { missingTool, peerClasspath, smithyMain } from "../smithy-peer.js";

/** A model with errors is still validated: both commands then end with 1. */
const finished = [0, 1];

function contender(name: string, command: readonly string[], figure: keyof ProcessFigures): Contender {
  return { name, sample: () => measureProcess(command, finished)[figure] };
}

interface Race {
  readonly name: string;
  readonly files: readonly string[];
  readonly figure: keyof ProcessFigures;
  readonly unit: string;
  readonly bar: number;
}

/** Real models, without what the peer's older partitions refuse, by their size. */
function copyModels(folder: string): readonly string[] {
  const source = join(awsModels, "files");
  const files = readdirSync(source).filter((name) => name.endsWith(".json"));
  const copies = files.map((name) => {
    const text = withoutEndpointTests(readFileSync(join(source, name), "utf8"));
    writeFileSync(join(folder, name), text);
    return { path: join(folder, name), size: text.length };
  });
  return copies.toSorted((left, right) => left.size - right.size).map(({ path }) => path);
}

/** `tsmith validate` and `smithy validate` as whole processes; and how our time grows with the size of a model. */
export async function* suite(): AsyncGenerator<Row> {
  expectBuild();
  if (!existsSync(awsModels)) {
    console.warn("SKIPPED: ../shared/data is absent; the rows of real models are left out.");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "tsmith-bench-"));
  try {
    const models = copyModels(folder);
    yield* races(models);
    yield await growth(models);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* races(models: readonly string[]): AsyncGenerator<Row> {
  const classpath = peerClasspath();
  const noTime = missingTool("/usr/bin/time", ["--version"]);
  if (noTime !== undefined) console.warn(`SKIPPED: ${noTime}; the rows against Smithy are left out.`);
  if (classpath === undefined || noTime !== undefined) return;
  const ecr = models.filter((path) => path.endsWith("/ecr.json"));
  const largest = models.slice(-1);
  const rows: readonly Race[] = [
    { name: "validate ECR, whole process", files: ecr, figure: "wall", unit: "s", bar: 0.5 },
    { name: "validate the largest model, whole process", files: largest, figure: "wall", unit: "s", bar: 0.6 },
    { name: `validate ${models.length} models, processor`, files: models, figure: "processor", unit: "s", bar: 0.8 },
    { name: "validate ECR, peak memory", files: ecr, figure: "memory", unit: "bytes", bar: 1.5 },
    { name: "validate the largest model, peak memory", files: largest, figure: "memory", unit: "bytes", bar: 1.5 },
    { name: `validate ${models.length} models, peak memory`, files: models, figure: "memory", unit: "bytes", bar: 1.5 },
  ];
  for (const { name, files, figure, unit, bar } of rows) {
    const ours = [process.execPath, tsmith, "validate", "--severity", "ERROR", ...files];
    const peer = ["java", "-cp", classpath, smithyMain, "validate", "--discover", "--severity", "ERROR", ...files];
    yield await compare({
      suite: "model",
      name,
      unit,
      ours: contender("tsmith validate", ours, figure),
      peers: [contender("smithy validate", peer, figure)],
      bar: { direction: "at most", ratio: bar } satisfies Bar,
    });
  }
}

interface Library {
  createSource(name: string, text: string): unknown;
  loadModel(sources: readonly unknown[]): { readonly model: unknown };
  validate(model: unknown): readonly unknown[];
}

/** The exponent of the power of its size that the time of loading and validating a model grows with: the slope in log-log. */
async function growth(models: readonly string[]): Promise<Row> {
  const library = (await import(pathToFileURL(join(root, "codegen/dist/index.js")).href)) as Library;
  const texts = models.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const timeOf = ({ path, text }: (typeof texts)[number]): number => {
    const start = performance.now();
    library.validate(library.loadModel([library.createSource(path, text)]).model);
    return performance.now() - start;
  };
  return compare({
    suite: "model",
    name: `growth of time with size over ${models.length} models, exponent`,
    unit: "",
    ours: {
      name: "tsmith",
      sample: () =>
        slope(texts.map((entry) => [entry.text.length, median([timeOf(entry), timeOf(entry), timeOf(entry)])])),
    },
    peers: [{ name: "proportional", sample: () => 1 }],
    bar: { direction: "at most", ratio: 1.15 },
  });
}

/** Of the line through the points' logarithms, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const covariance = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(([x]) => (x - meanX) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
