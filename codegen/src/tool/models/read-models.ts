import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { createSource, type Source } from "../../source/source.js";
import { isArchive, readArchive } from "./archive.js";
import { emptyFolder, emptyPackage, emptyPattern, noSuchModel, notUtf8 } from "./messages.js";
import { findPackage, modelsOfPackage } from "./npm-package.js";

export interface ReadModels {
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadModelsOptions {
  /** What relative paths start from. */
  readonly folder: string;
  /** What the names of sources are relative to, so that messages show what people would type. */
  readonly workingFolder: string;
  /** The whole standard input, for the path `-`. Without it, `-` is a path like any other. */
  readonly readInput?: (() => string) | undefined;
}

/**
 * Reads models, each file once, in a stable order. A path is
 * - `-`: standard input,
 * - a model file, or a JAR or ZIP with a `META-INF/smithy/manifest`,
 * - a folder: every `.smithy` and `.json` file below it,
 * - a pattern such as `model/**\/*.smithy`,
 * - an installed npm package, `@scope/name`, or something in it, `@scope/name/model`.
 */
export function readModels(paths: readonly string[], options: ReadModelsOptions): ReadModels {
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const seen = new Set<string>();
  const add = (path: string): void => {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    const read = readFile(path, shownName(path, options.workingFolder));
    sources.push(...read.sources);
    diagnostics.push(...read.diagnostics);
  };
  for (const path of paths) {
    if (path === "-" && options.readInput !== undefined) {
      if (!seen.has("-")) sources.push(createSource("<stdin>", withoutMark(options.readInput())));
      seen.add("-");
      continue;
    }
    const found = findFiles(path, options.folder);
    diagnostics.push(...found.diagnostics);
    for (const file of found.files) add(file);
  }
  return { sources, diagnostics };
}

interface FoundFiles {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function findFiles(path: string, folder: string): FoundFiles {
  const full = isAbsolute(path) ? path : join(folder, path);
  const status = statSync(full, { throwIfNoEntry: false });
  if (status?.isDirectory() === true) {
    const files = modelFilesBelow(full, new Set());
    return { files, diagnostics: files.length === 0 ? [emptyFolder.create({}, path)] : [] };
  }
  if (status !== undefined) return { files: [full], diagnostics: [] };
  if (isDynamicPattern(path)) {
    const files = globSync(path.split(sep).join("/"), { cwd: folder, absolute: true, expandDirectories: false });
    return { files: files.toSorted(), diagnostics: files.length === 0 ? [emptyPattern.create({}, path)] : [] };
  }
  return (
    findInPackage(path, folder) ?? { files: [], diagnostics: [noSuchModel.create(suggestModel(path, full), path)] }
  );
}

function findInPackage(path: string, folder: string): FoundFiles | undefined {
  const found = findPackage(resolve(folder), path);
  if (found === undefined) return undefined;
  const paths = found.path === undefined ? modelsOfPackage(found.folder) : [join(found.folder, found.path)];
  if (paths.length === 0) return { files: [], diagnostics: [emptyPackage.create({}, found.name)] };
  const parts = paths.map((part) => {
    const status = statSync(part, { throwIfNoEntry: false });
    if (status === undefined) return { files: [], diagnostics: [noSuchModel.create(suggestPath(part), part)] };
    return { files: status.isDirectory() ? modelFilesBelow(part, new Set()) : [part], diagnostics: [] };
  });
  return {
    files: parts.flatMap(({ files }) => files),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readFile(path: string, shown: string): ReadModels {
  if (isArchive(path)) return readArchive(path, shown);
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) {
    return { sources: [], diagnostics: [notUtf8.create({ suggestion: "Save it as UTF-8." }, shown)] };
  }
  return { sources: [createSource(shown, withoutMark(bytes.toString("utf8")))], diagnostics: [] };
}

/** Without the byte order mark that editors write. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, "");
}

function shownName(path: string, workingFolder: string): string {
  const name = relative(workingFolder, path);
  return (name.startsWith(`..${sep}..${sep}..`) ? path : name).split(sep).join("/");
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
      const status = statusOf(path);
      if (status?.isDirectory() === true) return modelFilesBelow(path, seen);
      return status?.isFile() === true && /\.(?:smithy|json)$/.test(name) ? [path] : [];
    });
}

/** Undefined for what leads nowhere: a link to nothing, or links that go round in circles. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOOP") return undefined;
    throw error;
  }
}

/** What to try for a path that names nothing: a neighbour, or installing what looks like a package. */
function suggestModel(path: string, full: string): { readonly suggestion?: string | undefined } {
  const near = suggestPath(full);
  const [name] = /^@[^/]+\/[^/]+/.exec(path) ?? [];
  return near.suggestion !== undefined || name === undefined
    ? near
    : { suggestion: `A package has to be installed: npm install ${name}` };
}

/** A neighbour with nearly the same name. */
function suggestPath(full: string): { readonly suggestion?: string | undefined } {
  const folder = dirname(full);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return {};
  return { suggestion: suggest(full.slice(folder.length + 1), readdirSync(folder)) };
}
