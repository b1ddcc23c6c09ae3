import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// From the compiled suites in bench/dist.
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const tsmith = join(root, "codegen/bin/tsmith.js");
/** Real models, for the rows that need them. */
export const awsModels = join(root, "../shared/data/smithy/models-aws");

/** @throws Error with the way out when the command that is measured does not exist yet. */
export function expectBuild(): void {
  if (!existsSync(join(root, "codegen/dist/bundle/tsmith.js"))) {
    throw new Error("tsmith is not built yet. Run `npm run build` first.");
  }
}

/**
 * A model without `smithy.rules#endpointTests`, which the peer refuses where its list of partitions is older than the tests.
 */
export function withoutEndpointTests(text: string): string {
  const isTest = (key: string): boolean => key === "smithy.rules#endpointTests";
  return JSON.stringify(JSON.parse(text, (key, value: unknown) => (isTest(key) ? undefined : value)));
}
