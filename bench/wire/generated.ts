import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { defaultGenerateOptions } from "../../codegen/dist/emit/emitter.js";
import { createNames } from "../../codegen/dist/emit/names.js";
import { print } from "../../codegen/dist/emit/print/print.js";
import { loadModel } from "../../codegen/dist/loader/load-model.js";
import { createSource } from "../../codegen/dist/source/source.js";
import { emitters } from "../../codegen/dist/tool/emitters.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const models = join(root, "../shared/data/smithy/models-aws/files");

type Call = (...rest: readonly unknown[]) => unknown;

/** The exports of a generated package's codecs, and of the runtime's rooms that they stand on. */
export type Codecs = Readonly<Record<string, Call>>;

/** Whether the models are there to generate from. */
export const hasModels = (): boolean => existsSync(models);

/** Generates the codecs of a model of AWS for a protocol, which need not be one that it lists, and loads them. */
export async function loadCodecs(modelName: string, protocol: string): Promise<Codecs> {
  const folder = mkdtempSync(join(root, "node_modules/.tsmith-bench-"));
  try {
    const path = join(models, `${modelName}.json`);
    const { model } = loadModel([createSource(path, withProtocol(readFileSync(path, "utf8"), protocol))]);
    const service = [...model.shapes.values()].find(({ kind }) => kind === "service")?.id ?? "";
    const names = createNames(model, service);
    const options = { ...defaultGenerateOptions, packageName: "bench", packageVersion: "0.0.0" };
    const files = ["types", "errors", "codecs"].flatMap(
      (name) => emitters[name]?.({ model, service, names, options }).files ?? [],
    );
    for (const { path: file, text } of await print(files, { header: "" })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await load(
      folder,
      files.flatMap(({ path: file }) => (file.startsWith("src/codecs") ? [file] : [])),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The model with one protocol alone. */
function withProtocol(text: string, protocol: string): string {
  const model = JSON.parse(text) as { shapes: Record<string, { type: string; traits?: Record<string, unknown> }> };
  for (const shape of Object.values(model.shapes)) {
    if (shape.type !== "service") continue;
    const others = Object.entries(shape.traits ?? {}).filter(([trait]) => !/^(aws|smithy)\.protocols#/.test(trait));
    shape.traits = Object.fromEntries([...others, [protocol, {}]]);
  }
  return JSON.stringify(model);
}

async function load(folder: string, modules: readonly string[]): Promise<Codecs> {
  const outfile = join(folder, "codecs.mjs");
  const rooms = ["codec", "codec/cbor", "codec/xml"].map((room) => `@tsmith/runtime/${room}`);
  const exports = [...modules.map((module) => `./${module}`), ...rooms];
  await build({
    stdin: { contents: exports.map((name) => `export * from "${name}";`).join("\n"), resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return (await import(pathToFileURL(outfile).href)) as Codecs;
}
