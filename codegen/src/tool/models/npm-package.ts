import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath, modelFolder, parseManifest } from "./archive.js";

const packagePath = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/(.+))?$/;

/** What a path names inside an installed npm package. */
export interface PackagePath {
  readonly name: string;
  /** The package's folder. */
  readonly folder: string;
  /** A file or folder in it; the package's models when undefined. */
  readonly path: string | undefined;
}

/**
 * The installed package that `@scope/name` or `@scope/name/model/file.smithy` names, searched as Node searches: in the
 * `node_modules` of the folder and of those above it.
 */
export function findPackage(from: string, text: string): PackagePath | undefined {
  const match = packagePath.exec(text);
  const [, name, path] = match ?? [];
  if (name === undefined) return undefined;
  for (let folder = from, above = ""; folder !== above; above = folder, folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (isFile(join(candidate, "package.json"))) return { name, folder: candidate, path };
  }
  return undefined;
}

/**
 * The model files and folders of a package: those that its `META-INF/smithy/manifest` lists, as in a JAR; else the `sources`
 * of its `smithy-build.json`; else its folder `model`.
 */
export function modelsOfPackage(folder: string): readonly string[] {
  const manifest = join(folder, manifestPath);
  if (isFile(manifest))
    return parseManifest(readFileSync(manifest, "utf8")).map((name) => join(folder, modelFolder, name));
  const sources = sourcesOfConfig(join(folder, "smithy-build.json"));
  if (sources.length > 0) return sources.map((path) => join(folder, path));
  const model = join(folder, "model");
  return statSync(model, { throwIfNoEntry: false })?.isDirectory() === true ? [model] : [];
}

function sourcesOfConfig(path: string): readonly string[] {
  if (!isFile(path)) return [];
  try {
    const { sources } = JSON.parse(readFileSync(path, "utf8")) as { readonly sources?: unknown };
    return Array.isArray(sources) ? sources.filter((source) => typeof source === "string") : [];
  } catch {
    // Somebody else's configuration, of which only this much matters here.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
