import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createSource, type Source } from "../../source/source.js";
import { notUtf8 } from "./messages.js";

const badArchive = defineDiagnostic(
  "models/archive",
  "ERROR",
  (path: string, reason: string) => `${path} cannot be read as an archive: ${reason}.`,
);
const noManifest = defineDiagnostic(
  "models/archive",
  "ERROR",
  (path: string) => `${path} has no ${manifestPath}, which lists the models of an archive.`,
);
const noEntry = defineDiagnostic(
  "models/archive",
  "ERROR",
  (path: string, entry: string) => `${path} has no ${entry}, which its manifest lists.`,
);
const tooLarge = defineDiagnostic(
  "models/archive",
  "ERROR",
  (path: string, entry: string) => `${entry} of ${path} is larger than ${maximumSize / 1024 / 1024} MiB.`,
);

export const modelFolder = "META-INF/smithy/";
export const manifestPath = `${modelFolder}manifest`;

/** What one model in an archive may unpack to, in bytes: a small archive can hold gigabytes of zeros. */
const maximumSize = 256 * 1024 * 1024;

export function isArchive(path: string): boolean {
  return /\.(?:jar|zip)$/i.test(path);
}

/** The models that the manifest of a JAR or ZIP lists (Smithy 2.0, "Smithy model packages": `META-INF/smithy/manifest`). */
export function readArchive(
  path: string,
  shown: string,
): { readonly sources: readonly Source[]; readonly diagnostics: readonly Diagnostic[] } {
  const bytes = readFileSync(path);
  const large: string[] = [];
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.startsWith(modelFolder) || name.endsWith("/")) return false;
        if (originalSize > maximumSize) large.push(name);
        return originalSize <= maximumSize;
      },
    });
  } catch (error) {
    return { sources: [], diagnostics: [badArchive.create({}, shown, reasonOf(error))] };
  }
  if (large.length > 0) return { sources: [], diagnostics: large.map((name) => tooLarge.create({}, shown, name)) };
  const manifest = entries[manifestPath];
  if (manifest === undefined) return { sources: [], diagnostics: [noManifest.create({}, shown)] };
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of parseManifest(new TextDecoder().decode(manifest))) {
    const entry = entries[modelFolder + name];
    const shownEntry = `${shown}!/${modelFolder}${name}`;
    if (entry === undefined) diagnostics.push(noEntry.create({}, shown, modelFolder + name));
    else if (!isUtf8(entry)) diagnostics.push(notUtf8.create({}, shownEntry));
    else sources.push(createSource(shownEntry, new TextDecoder().decode(entry)));
  }
  return { sources, diagnostics };
}

/** The lines of a manifest: paths below `META-INF/smithy/`; blank lines and comments do not count. */
export function parseManifest(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
