import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { OpenApiTypesFilePlan } from "../file-plan.js";
import { format, formatUnits, type FormatUnit } from "./format-statements.js";
import { hasLongLine } from "./long-lines.js";

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
parentPort.once("message", (document) => {
  openapiTS(markNames(document), options)
    .then((nodes) => parentPort.postMessage(astToString(nodes).replaceAll(mark, "")));
});
`;

let waiting: Worker | undefined;

/** Starts the thread before there is a document: loading openapi-typescript takes longer than planning does. */
export function warmOpenApiTypes(): void {
  if (waiting !== undefined) return;
  waiting = startThread();
  // A thread that nobody asks anything must not keep the process alive.
  waiting.unref();
}

function startThread(): Worker {
  const module = createRequire(import.meta.url).resolve("openapi-typescript");
  return new Worker(threadCode, { eval: true, workerData: { module } });
}

/** Types of an OpenAPI document by openapi-typescript, formatted like all generated code. */
export async function printOpenApiTypes(plan: OpenApiTypesFilePlan, header: string): Promise<string> {
  const worker = waiting ?? startThread();
  waiting = undefined;
  worker.ref();
  const text = await new Promise<string>((resolve, reject) => {
    worker.once("message", (message: unknown) => resolve(String(message)));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("openapi-typescript ended without types")));
    // A plan is JSON; what a document leaves undefined is not there.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(JSON.parse(JSON.stringify(plan.document)));
  });
  return header + (await layOut(text));
}

/**
 * Lines that prettier lays out one by one: comments, openings and closings of object types, and members of one line. What
 * openapi-typescript writes for a model has no others.
 */
const simpleLine = new RegExp(
  [
    "^$|^export (?:interface [\\w$]+ \\{|type [\\w$]+ = [^{}()]+;)$|^\\};?$",
    '^ +(?:\\};?|/\\*\\*.*|\\*.*|(?:readonly )?(?:[\\w$]+|"(?:[^"\\\\]|\\\\.)*"|\\[\\w+: string\\])\\??: (?:\\{|[^{}()]+;))$',
  ].join("|"),
);

/** As prettier would: at a tenth of its time where every line is simple, which leaves only long lines to it. */
async function layOut(text: string): Promise<string> {
  const lines = text.split("\n");
  if (!lines.every((line) => simpleLine.test(line))) return format(text);
  // The compiler indents by four columns, a comment's lines by one more.
  const narrow = lines.map((line) => line.replace(/^ +/, (space) => space.slice(space.length >> 1)));
  const units: FormatUnit[] = [];
  const unitOf = narrow.map((line) => {
    const indentation = /^ */.exec(line)?.[0].length ?? 0;
    const isComment = /^ *(?:\/\*|\*)/.test(line);
    if (indentation === 0 || isComment || !hasLongLine(line, 0)) return undefined;
    units.push({ text: line.trimStart(), depth: indentation / 2, within: "interface" });
    return units.length - 1;
  });
  const formatted = await formatUnits(units);
  return `${narrow
    .map((line, index) => formatted[unitOf[index] ?? -1] ?? line)
    .join("\n")
    .trimEnd()}\n`;
}
