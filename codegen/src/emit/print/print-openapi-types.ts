import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { OpenApiTypesFilePlan } from "../file-plan.js";
import { format } from "./format-statements.js";

/**
 * Runs in the thread. A string, because a thread's file would have to be found both in the sources and in the bundle;
 * CommonMark aside, `require` loads openapi-typescript in half the time that `import` takes.
 */
const threadCode = `
const { parentPort, workerData } = require("node:worker_threads");
const { default: openapiTS, astToString } = require(workerData.module);
openapiTS(workerData.document, { silent: true, alphabetize: false, immutable: true, emptyObjectsUnknown: true })
  .then((nodes) => parentPort.postMessage(astToString(nodes)));
`;

/** Types of an OpenAPI document by openapi-typescript, formatted like all generated code. */
export async function printOpenApiTypes(plan: OpenApiTypesFilePlan, header: string): Promise<string> {
  const module = createRequire(import.meta.url).resolve("openapi-typescript");
  const text = await new Promise<string>((resolve, reject) => {
    const worker = new Worker(threadCode, { eval: true, workerData: { module, document: plan.document } });
    worker.once("message", (message: unknown) => resolve(String(message)));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("openapi-typescript ended without types")));
  });
  return header + (await format(text));
}
