import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createSource } from "../../source/source.js";
import { readBuildConfig } from "../config/build-config.js";
import { checkPackageName } from "../config/package-name.js";
import { readModels } from "../models/read-models.js";
import type { PluginSettings } from "../config/plugin-settings.js";
import { missingModel, type Job } from "../generate-job.js";

/** What `tsmith generate` was asked for. */
export interface GenerateArguments {
  readonly models: readonly string[];
  readonly config?: string | undefined;
  readonly output?: string | undefined;
  /** Settings given as flags: they win over the configuration file. */
  readonly settings: PluginSettings;
}

/** Where a command runs. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The whole standard input. */
  readInput(): string;
}

export interface ResolvedJobs {
  readonly jobs: readonly Job[];
  readonly diagnostics: readonly Diagnostic[];
}

const noConfig = defineDiagnostic(
  "generate/no-config",
  "ERROR",
  (path: string) => `There is no configuration file ${path}.`,
);
const noPlugin = defineDiagnostic(
  "generate/no-plugin",
  "ERROR",
  (path: string) => `${path} has no "tsmith" plugin, so there is nothing to generate.`,
);
const oneOutput = defineDiagnostic(
  "generate/output",
  "ERROR",
  (count: number) => `--output names one folder, but the configuration asks for ${count} packages.`,
);

const defaultConfig = "smithy-build.json";

/**
 * Finds out what to generate: from models named on the command line; else, as a `run` plugin of smithy-build, from the model
 * on standard input (Smithy guides, "run plugin"); else from `smithy-build.json`.
 */
export function resolveJobs(given: GenerateArguments, surroundings: Surroundings): ResolvedJobs {
  const { workingFolder, environment } = surroundings;
  const badName = given.settings.package === undefined ? undefined : checkPackageName(given.settings.package);
  if (badName !== undefined) return { jobs: [], diagnostics: [badName] };
  if (given.models.length > 0 && given.config === undefined) {
    const { sources, diagnostics } = readModels(given.models, {
      folder: workingFolder,
      workingFolder,
      readInput: surroundings.readInput,
    });
    if (diagnostics.length > 0) return { jobs: [], diagnostics };
    return {
      jobs: [{ sources, settings: given.settings, folder: absolute(workingFolder, given.output) }],
      diagnostics,
    };
  }
  const pluginFolder = environment["SMITHY_PLUGIN_DIR"];
  if (pluginFolder !== undefined && given.config === undefined) {
    const sources = [createSource("<stdin>", surroundings.readInput())];
    const folder = resolve(pluginFolder, given.output ?? ".");
    return { jobs: [{ sources, settings: given.settings, folder }], diagnostics: [] };
  }
  return jobsOfConfig(given, surroundings);
}

function jobsOfConfig(given: GenerateArguments, surroundings: Surroundings): ResolvedJobs {
  const { workingFolder, environment } = surroundings;
  let input: string | undefined;
  // Each package may read it, but it can be read once.
  const readInput = (): string => (input ??= surroundings.readInput());
  const shown = given.config ?? defaultConfig;
  const path = resolve(workingFolder, shown);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    if (given.config !== undefined) return { jobs: [], diagnostics: [noConfig.create({}, shown)] };
    const suggestion = `Name model files (tsmith generate model/), or write a ${defaultConfig}.`;
    return { jobs: [], diagnostics: [missingModel(suggestion)] };
  }
  const folder = dirname(path);
  const source = createSource(relative(workingFolder, path) || shown, readFileSync(path, "utf8"));
  const config = readBuildConfig(source, { SMITHY_ROOT_DIR: workingFolder, ...environment });
  if (config.diagnostics.length > 0) return { jobs: [], diagnostics: config.diagnostics };
  const chosen = config.jobs.filter(
    (job, _index, all) =>
      given.settings.service === undefined || all.length === 1 || job.settings.service === given.settings.service,
  );
  if (chosen.length === 0) {
    const suggestion =
      'Add "plugins": { "tsmith": { "package": "@scope/name", "outputDirectory": "generated/name" } }.';
    return { jobs: [], diagnostics: [noPlugin.create({ suggestion }, source.name)] };
  }
  if (given.output !== undefined && chosen.length > 1) {
    const suggestion = "Choose one of them with --service.";
    return { jobs: [], diagnostics: [oneOutput.create({ suggestion }, chosen.length)] };
  }
  const diagnostics: Diagnostic[] = [];
  const jobs = chosen.map((job): Job => {
    const models = given.models.length > 0 ? given.models : job.models;
    const read = readModels(models, {
      folder: given.models.length > 0 ? workingFolder : folder,
      workingFolder,
      readInput: given.models.length > 0 ? readInput : undefined,
    });
    diagnostics.push(...read.diagnostics);
    if (models.length === 0)
      diagnostics.push(missingModel(`Name model files or folders in "sources" of ${source.name}.`));
    return {
      sources: read.sources,
      settings: merged(job.settings, given.settings),
      transforms: job.transforms,
      folder: absolute(workingFolder, given.output) ?? join(folder, job.outputDirectory),
    };
  });
  return diagnostics.length > 0 ? { jobs: [], diagnostics } : { jobs, diagnostics };
}

function merged(base: PluginSettings, flags: PluginSettings): PluginSettings {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(given) };
}

function absolute(folder: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return isAbsolute(path) ? path : join(folder, path);
}
