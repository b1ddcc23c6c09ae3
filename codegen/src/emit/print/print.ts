import type { FilePlan, OpenApiTypesFilePlan, TypeScriptFilePlan } from "../file-plan.js";
import { printJson } from "./print-json.js";

/** A file as it will be on disk, line ends `\n`. */
export interface PrintedFile {
  readonly path: string;
  readonly text: string;
}

/** What stands in files beside what the plans say. */
export interface PrintOptions {
  /** One line of text for the top of every TypeScript file: what made it, and from what. */
  readonly header: string;
}

/**
 * Prints file plans, in their order. ts-morph, prettier and openapi-typescript are loaded only when a plan needs them;
 * openapi-typescript works in a thread beside the rest.
 *
 * @param plans - from `generate`
 * @returns the text of each plan, in the same order. Nothing is written.
 * @throws Error when a plan cannot be printed: a defect of its emitter
 */
export async function print(plans: readonly FilePlan[], options: PrintOptions): Promise<readonly PrintedFile[]> {
  const texts = new Map<FilePlan, Promise<string>>();
  // First, so that its thread starts before ts-morph keeps this one busy.
  const documents = plans.filter((plan): plan is OpenApiTypesFilePlan => plan.kind === "openapi-types");
  if (documents.length > 0) {
    const { printOpenApiTypes } = await import("./print-openapi-types.js");
    for (const plan of documents) texts.set(plan, printOpenApiTypes(plan, headerComment(options)));
  }
  const sources = plans.filter((plan): plan is TypeScriptFilePlan => plan.kind === "typescript");
  if (sources.length > 0) {
    const { printTypeScript } = await import("./print-typescript.js");
    for (const [plan, text] of printTypeScript(sources, headerComment(options))) texts.set(plan, text);
  }
  return Promise.all(plans.map(async (plan) => ({ path: plan.path, text: await textOf(plan, texts) })));
}

async function textOf(plan: FilePlan, texts: ReadonlyMap<FilePlan, Promise<string>>): Promise<string> {
  if (plan.kind === "text") return plan.text.replace(/\r\n?/g, "\n");
  if (plan.kind === "json") return printJson(plan.value);
  const text = texts.get(plan);
  if (text === undefined) throw new Error(`Nothing printed ${plan.path}`);
  return text;
}

function headerComment(options: PrintOptions): string {
  return `// ${options.header.replace(/\s+/g, " ").trim()}\n\n`;
}
