import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { createSource, type Source } from "../../source/source.js";

const noSuchModel = defineDiagnostic(
  "generate/no-model",
  "ERROR",
  (path: string) => `There is no model file or folder ${path}.`,
);
const emptyFolder = defineDiagnostic(
  "generate/no-model",
  "ERROR",
  (path: string) => `The folder ${path} has no model files: none ends in .smithy or .json.`,
);

const notUtf8 = defineDiagnostic(
  "generate/not-utf-8",
  "ERROR",
  (path: string) => `${path} is not UTF-8 text, as models are.`,
);

/**
 * Reads model files, and every `.smithy` and `.json` file below model folders, each once, in a stable order.
 *
 * @param folder - what relative paths start from
 * @param workingFolder - what the names of sources are relative to, so that messages show what people would type
 */
export function readModels(
  folder: string,
  paths: readonly string[],
  workingFolder: string,
): { readonly sources: readonly Source[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, string>();
  for (const path of paths) {
    const full = isAbsolute(path) ? path : join(folder, path);
    const status = statSync(full, { throwIfNoEntry: false });
    if (status === undefined) {
      diagnostics.push(noSuchModel.create({ suggestion: suggestPath(full) }, path));
    } else if (status.isDirectory()) {
      const found = modelFilesBelow(full, new Set());
      if (found.length === 0) diagnostics.push(emptyFolder.create({}, path));
      for (const file of found) files.set(realpathSync(file), file);
    } else {
      files.set(realpathSync(full), full);
    }
  }
  const sources = [...files.values()].flatMap((file) => {
    const name = relative(workingFolder, file);
    const shown = (name.startsWith(`..${sep}..${sep}..`) ? file : name).split(sep).join("/");
    const bytes = readFileSync(file);
    if (isUtf8(bytes)) return [createSource(shown, bytes.toString("utf8").replace(/^\ufeff/, ""))];
    diagnostics.push(notUtf8.create({ suggestion: "Save it as UTF-8." }, shown));
    return [];
  });
  return { sources, diagnostics };
}

function modelFilesBelow(folder: string, above: ReadonlySet<string>): readonly string[] {
  const real = realpathSync(folder);
  // A link to a folder above would never end.
  if (above.has(real)) return [];
  const seen = new Set([...above, real]);
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      const status = statSync(path, { throwIfNoEntry: false });
      if (status?.isDirectory() === true) return modelFilesBelow(path, seen);
      return status?.isFile() === true && /\.(?:smithy|json)$/.test(name) ? [path] : [];
    });
}

/** A neighbour with nearly the same name. */
function suggestPath(full: string): string | undefined {
  const folder = join(full, "..");
  const status = statSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true ? suggest(full.slice(folder.length + 1), readdirSync(folder)) : undefined;
}
