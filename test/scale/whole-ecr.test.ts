import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilers, PackageFolder } from "../support/generated-package.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

const tsmith = fileURLToPath(new URL("../../codegen/bin/tsmith.js", import.meta.url));

describe.runIf(hasSharedData())("the whole ECR model, by the command", () => {
  let folder: PackageFolder;
  let run: { readonly status: number | null; readonly stdout: string; readonly stderr: string };

  beforeAll(() => {
    folder = new PackageFolder();
    const model = sharedData("smithy/models-aws/ecr.json");
    const options = ["--output", "package", "--package", "@example/ecr", "--validation-exception"];
    run = spawnSync(
      process.execPath,
      [tsmith, "generate", model, ...options, "com.amazonaws.ecr#InvalidParameterException"],
      { cwd: folder.path, encoding: "utf8" },
    );
  });

  afterAll(() => {
    folder.remove();
  });

  test("generates", () => {
    expect(run).toMatchObject({ status: 0 });
    const operations = readFileSync(join(folder.path, "package/src/operations.ts"), "utf8");
    const model = JSON.parse(readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8")) as {
      shapes: Record<string, { type: string; operations?: readonly object[] }>;
    };
    const service = Object.values(model.shapes).find(({ type }) => type === "service");
    expect(service?.operations?.length).toBeGreaterThan(40);
    expect(operations.match(/^export const \w+: Operation</gm)).toHaveLength(service?.operations?.length ?? 0);
  });

  test.each(Object.keys(compilers) as (keyof typeof compilers)[])("type-checks with %s", (compiler) => {
    // The generated tests import vitest, whose own types want Node's.
    expect(folder.check(compiler, { types: ["node"], skipLibCheck: true })).toBe("");
  });
});
