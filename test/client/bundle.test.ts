import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitOperations } from "../../codegen/src/emitters/operations/emit-operations.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { generate, PackageFolder } from "../support/generated-package.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function bundle(folder: string, contents: string, platform: "browser" | "node") {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    metafile: true,
    sourcemap: "external",
    outdir: folder,
    format: "esm",
    platform,
    write: false,
    logLevel: "error",
  });
  const [map, output] = outputFiles.map(({ text }) => text);
  const { sources } = JSON.parse(map ?? "") as { readonly sources: readonly string[] };
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    text: output ?? "",
    /** What the bundle is made of: files, and the sources of those that are bundles themselves. */
    modules: [...inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path), ...sources],
  };
}

const call = `import { createClient } from "@tsmith/runtime/client";
console.log(await batchCheckLayerAvailability(createClient({ region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } }), { repositoryName: "a", layerDigests: [] }));`;

describe("a bundle of one operation", () => {
  const entry = `import { batchCheckLayerAvailability } from "./generated/ecr/dist/operations.js";\n${call}`;

  it("for browsers has nothing of Node, of servers, of validators and of other hashing", async () => {
    const { text, modules } = await bundle(root, entry, "browser");
    expect(text).not.toMatch(/node:|process\./);
    expect(modules.join("\n")).not.toMatch(/validat|server|runtime\/dist\/node|hashing-node|verify|presign|observe/);
    expect(modules.join("\n")).toMatch(/hashing-web/);
  });

  it("for Node has nothing of fetch and WebCrypto", async () => {
    const { modules } = await bundle(root, entry, "node");
    expect(modules.join("\n")).not.toMatch(/fetch-transport|hashing-web|platform-web|validat|server/);
    expect(modules.join("\n")).toMatch(/hashing-node/);
  });
});

describe.runIf(hasSharedData())("a bundle of one operation of the whole ECR model", () => {
  const folder = new PackageFolder();
  afterAll(() => folder.remove());

  it("is at most a tenth of the AWS SDK's 163 kB, signer included", async () => {
    const model = sharedData("smithy/models-aws/ecr.json");
    expect(existsSync(model)).toBe(true);
    folder.writeAll(generate(readFileSync(model, "utf8"), [emitTypes, emitErrors, emitCodecs, emitOperations]).files);
    folder.write("package.json", JSON.stringify({ type: "module", sideEffects: false }));
    const contents = `import { batchCheckLayerAvailability } from "./src/operations.js";\n${call}`;
    const { text } = await bundle(folder.path, contents, "browser");
    expect(text.length).toBeLessThanOrEqual(16_300);
  });
});
