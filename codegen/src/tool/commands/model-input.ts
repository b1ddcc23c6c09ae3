import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createSource, type Source } from "../../source/source.js";
import { readBuildConfig } from "../config/build-config.js";
import { readModels } from "../models/read-models.js";
import type { Surroundings } from "./generate-arguments.js";

/** Where a command gets its model from. */
export interface ModelInput {
  /** Paths as `readModels` takes them; the sources of the configuration when empty. */
  readonly models: readonly string[];
  readonly config?: string | undefined;
}

export interface FoundSources {
  readonly sources: readonly Source[];
  /** Why there is no model: then the command cannot be run. */
  readonly problems: readonly Diagnostic[];
}

const noModel = defineDiagnostic("models/none", "ERROR", () => "There is no model to read.");
const noConfig = defineDiagnostic(
  "models/no-config",
  "ERROR",
  (path: string) => `There is no configuration file ${path}.`,
);

const defaultConfig = "smithy-build.json";

/** Reads the models that were named, or those that `smithy-build.json` lists as sources and imports. */
export function findSources({ models, config }: ModelInput, surroundings: Surroundings): FoundSources {
  const { workingFolder, readInput } = surroundings;
  const isConfigWanted = models.length === 0 || config !== undefined;
  const settings = isConfigWanted ? readSettings(config, surroundings) : { folder: workingFolder, models: [] };
  if ("problems" in settings) return { sources: [], problems: settings.problems };
  const imported = readModels(settings.models, { folder: settings.folder, workingFolder });
  const named = readModels(models, { folder: workingFolder, workingFolder, readInput });
  const problems = [...imported.diagnostics, ...named.diagnostics];
  return { sources: problems.length > 0 ? [] : [...imported.sources, ...named.sources], problems };
}

function readSettings(
  config: string | undefined,
  { workingFolder, environment }: Surroundings,
): { readonly folder: string; readonly models: readonly string[] } | { readonly problems: readonly Diagnostic[] } {
  const shown = config ?? defaultConfig;
  const path = resolve(workingFolder, shown);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    if (config !== undefined) return { problems: [noConfig.create({}, shown)] };
    const suggestion = `Name model files, folders or packages, - for standard input, or write a ${defaultConfig}.`;
    return { problems: [noModel.create({ suggestion })] };
  }
  const source = createSource(relative(workingFolder, path) || shown, readFileSync(path, "utf8"));
  const { models, diagnostics } = readBuildConfig(source, { SMITHY_ROOT_DIR: workingFolder, ...environment });
  if (diagnostics.length > 0) return { problems: diagnostics };
  if (models.length > 0) return { folder: dirname(path), models };
  return { problems: [noModel.create({ suggestion: `Name model files or folders in "sources" of ${shown}.` })] };
}
