import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CommandLineDescription } from "../../runtime/src/cli/index.js";
import type { AnyOperation } from "../../runtime/src/client/index.js";
import type { Server, ServerOptions } from "../../runtime/src/server/index.js";
import { emitters } from "../../codegen/src/tool/emitters.js";
import { PackageFolder, generate } from "./generated-package.js";

/** The package of the reference model, generated and compiled for one test file. */
export interface ReferencePackage {
  readonly commandLine: CommandLineDescription;
  readonly batchCheckLayerAvailability: AnyOperation;
  readonly createServer: (
    handlers: Readonly<Record<string, (input: unknown) => unknown>>,
    options?: ServerOptions,
  ) => Server;
  remove(): void;
}

/** Generates the reference model's package beside the project and imports it. */
export async function loadReferencePackage(): Promise<ReferencePackage> {
  const model = readFileSync(fileURLToPath(new URL("../../model/ecr.smithy", import.meta.url)), "utf8");
  const wanted = ["types", "errors", "validators", "codecs", "operations", "server", "cli"];
  const { files } = generate(
    model,
    wanted.flatMap((name) => emitters[name] ?? []),
    { packageName: "@tsmith/ecr", validationException: "com.amazonaws.ecr#InvalidParameterException" },
  );
  const folder = new PackageFolder();
  folder.writeAll(files);
  const [cli, operations, server] = [
    await folder.load("src/cli.js"),
    await folder.load("src/operations.js"),
    await folder.load("src/server.js"),
  ];
  return {
    commandLine: cli["commandLine"] as CommandLineDescription,
    batchCheckLayerAvailability: operations["batchCheckLayerAvailability"] as AnyOperation,
    createServer: server["createEcrServer"] as ReferencePackage["createServer"],
    remove: () => folder.remove(),
  };
}
