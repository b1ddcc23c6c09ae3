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
const mark = "__own_property__";
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
const markName = (name) => (inherited.has(name) ? name + mark : name);
// The library's walker takes a property named like what every object inherits for a rule of its own.
function markNames(value, key) {
  if (typeof value === "string") return key === "$ref" ? value.split("/").map(markName).join("/") : value;
  if (Array.isArray(value)) return key === "required" ? value.map(markName) : value.map((item) => markNames(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [markName(name), markNames(item, name)]));
}
const options = { silent: true, alphabetize: false, immutable: true, emptyObjectsUnknown: true };
openapiTS(markNames(workerData.document), options)
  .then((nodes) => parentPort.postMessage(astToString(nodes).replaceAll(mark, "")));
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
