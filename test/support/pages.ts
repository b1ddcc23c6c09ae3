import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { posix } from "node:path";
import type { FilePlan } from "../../codegen/src/emit/file-plan.js";
import { emitDocs } from "../../codegen/src/emitters/docs/emit-docs.js";
import { generate } from "./generated-package.js";

/** The text of the reference model. */
export function referenceModel(): string {
  return readFileSync(fileURLToPath(new URL("../../model/ecr.smithy", import.meta.url)), "utf8");
}

/** The pages of a model by path. */
export function pagesOf(model: string): ReadonlyMap<string, string> {
  const { files } = generate(model, [emitDocs], { packageName: "@tsmith/ecr" });
  return new Map(files.map((file) => [file.path, textOf(file)]));
}

function textOf(file: FilePlan): string {
  if (file.kind !== "text") throw new Error(`${file.path} is no text`);
  return file.text;
}

/** Every link to another page that leads nowhere, as `page -> target`. */
export function brokenLinks(pages: ReadonlyMap<string, string>): {
  readonly checked: number;
  readonly broken: string[];
} {
  const broken: string[] = [];
  let checked = 0;
  for (const [path, text] of pages) {
    const targets = path.endsWith(".rst")
      ? [...text.matchAll(/<([^\s<>]+)>`__/g)].map((match) => (match[1] ?? "").replaceAll("\\_", "_"))
      : [...text.replace(/(`+)[^`]*?\1/g, "").matchAll(/\]\(([^()\s]*)\)/g)].map((match) => match[1] ?? "");
    for (const target of targets) {
      if (/^(?:https?|mailto):/.test(target)) continue;
      checked += 1;
      const [file = "", fragment] = target.split("#");
      const page = pages.get(posix.join(posix.dirname(path), file));
      if (page === undefined || (fragment !== undefined && !page.includes(`id="${fragment}"`))) {
        broken.push(`${path} -> ${target}`);
      }
    }
  }
  return { checked, broken };
}
