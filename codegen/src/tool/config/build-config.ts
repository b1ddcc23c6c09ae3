import { defineDiagnostic } from "../../diagnostics/define.js";
import { isFailure, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nodeMember } from "../../shapes/node.js";
import type { Source } from "../../source/source.js";
import { expandVariables } from "./expand-variables.js";
import { suggest } from "../../diagnostics/suggest.js";
import { documentPluginNames, readDocumentPlugin } from "./document-plugin.js";
import { JsonReader } from "./json-reader.js";
import { parseConfigJson } from "./parse-config-json.js";
import { readPluginSettings, type PluginSettings } from "./plugin-settings.js";
import { type ProjectionTransforms, readTransforms } from "./projection-transforms.js";
import type { ProjectionStep } from "../../transform/projection/apply-projection.js";

/** One package or document to generate: a `tsmith`, `openapi` or `jsonschema` plugin of a projection (Smithy guides, "smithy-build.json"). */
export interface GenerateJob {
  readonly projection: string;
  /** The plugin's artifact name: `ecr` of `tsmith::ecr`, `tsmith` otherwise. */
  readonly artifact: string;
  /** Files and folders with models, relative to the configuration's folder. */
  readonly models: readonly string[];
  readonly settings: PluginSettings;
  readonly transforms: ProjectionTransforms;
  /** The package's folder, relative to the configuration's folder. */
  readonly outputDirectory: string;
}

export interface BuildConfig {
  /** The files and folders of `sources` and `imports`, relative to the configuration's folder. */
  readonly models: readonly string[];
  readonly jobs: readonly GenerateJob[];
  readonly diagnostics: readonly Diagnostic[];
}

const rootKeys = [
  "version",
  "outputDirectory",
  "sources",
  "imports",
  "projections",
  "plugins",
  "ignoreMissingPlugins",
  "maven",
  "mavenDependencies",
  "mavenRepositories",
];
const projectionKeys = ["abstract", "imports", "transforms", "plugins"];
const projectionName = /^[A-Za-z0-9]+[A-Za-z0-9\-_.]*$/;
const pluginName = /^[A-Za-z0-9]+[A-Za-z0-9\-_.]*(?:::[A-Za-z0-9]+[A-Za-z0-9\-_.]*)?$/;

const badVersion = defineDiagnostic(
  "config/version",
  "ERROR",
  (version: string) => `The version of the file is "${version}", but only version 1.0 of smithy-build.json is known.`,
);
const badName = defineDiagnostic(
  "config/name",
  "ERROR",
  (what: string, name: string, pattern: string) => `The ${what} "${name}" does not match ${pattern}.`,
);
const abstractContent = defineDiagnostic(
  "config/abstract",
  "ERROR",
  (projection: string, key: string) => `The projection "${projection}" is abstract and must not define "${key}".`,
);
const unknownPlugin = defineDiagnostic(
  "config/unknown-plugin",
  "ERROR",
  (name: string) => `There is no plugin "${name}". If another tool runs it, set "ignoreMissingPlugins" to true.`,
);
const sameOutput = defineDiagnostic(
  "config/output",
  "ERROR",
  (folder: string, first: string, second: string) =>
    `${first} and ${second} would both write the folder ${folder}. Give each an "outputDirectory" of its own.`,
);

/** Reads `smithy-build.json`: which packages to generate, from what. Never throws. */
export function readBuildConfig(
  source: Source,
  environment: Readonly<Record<string, string | undefined>>,
): BuildConfig {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseConfigJson(source, diagnostics);
  if (parsed === undefined) return { models: [], jobs: [], diagnostics };
  const expanded = expandVariables(parsed, environment, source, diagnostics);
  const root = new JsonReader(expanded, "The file", source, "", diagnostics);
  const settings = root.settings(rootKeys);
  const version = settings.get("version");
  if (version === undefined) root.missing("version");
  const versionText = version?.string();
  if (version !== undefined && versionText !== undefined && versionText !== "1.0" && versionText !== "1") {
    diagnostics.push(badVersion.create({ location: version.location }, versionText));
  }
  const models = [...(settings.get("sources")?.strings() ?? []), ...(settings.get("imports")?.strings() ?? [])];
  const base = settings.get("outputDirectory")?.string() ?? "build/smithy";
  const maybeOthers = settings.get("ignoreMissingPlugins")?.boolean() === true;
  const plugins = pluginsOf(settings.get("plugins"), diagnostics);
  const jobs: GenerateJob[] = [];
  const { projections, transforms } = projectionsOf(settings.get("projections"), diagnostics);
  for (const projection of projections) {
    for (const [id, plugin] of new Map([...plugins, ...projection.plugins])) {
      const [name = "", artifact = name] = id.split("::");
      const pluginSettings = settingsOf(name, plugin);
      if (pluginSettings === undefined) continue;
      jobs.push({
        projection: projection.name,
        artifact,
        models: [...models, ...projection.imports],
        settings: pluginSettings,
        transforms: { steps: transforms.get(projection.name) ?? [], projections: transforms },
        outputDirectory: pluginSettings.outputDirectory ?? `${base}/${projection.name}/${artifact}`,
      });
    }
  }
  checkOutputs(jobs, root, diagnostics);
  if (!maybeOthers) checkSpelling([plugins, ...projections.map((projection) => projection.plugins)], diagnostics);
  return { models, jobs: diagnostics.some(isFailure) ? [] : jobs, diagnostics };
}

/** The settings of a plugin that tsmith runs; undefined for a plugin of others. */
function settingsOf(name: string, plugin: JsonReader): PluginSettings | undefined {
  if (name === "tsmith") return readPluginSettings(plugin);
  const document = readDocumentPlugin(name, plugin);
  if (document === undefined) return undefined;
  const service = nodeMember(document.settings, "service");
  return { service: typeof service === "string" ? service : undefined, document };
}

interface Projection {
  readonly name: string;
  readonly imports: readonly string[];
  readonly plugins: ReadonlyMap<string, JsonReader>;
}

interface Projections {
  /** Those that make something. `source` is always among them. */
  readonly projections: readonly Projection[];
  /** The transforms of all, abstract ones too. */
  readonly transforms: ReadonlyMap<string, readonly ProjectionStep[]>;
}

function projectionsOf(reader: JsonReader | undefined, diagnostics: Diagnostic[]): Projections {
  const projections: Projection[] = [];
  const transforms = new Map<string, readonly ProjectionStep[]>();
  for (const [name, projection] of reader?.members() ?? []) {
    if (!projectionName.test(name)) {
      diagnostics.push(
        badName.create({ location: projection.location }, "projection name", name, projectionName.source),
      );
    }
    const settings = projection.settings(projectionKeys);
    transforms.set(name, readTransforms(settings.get("transforms")));
    if (settings.get("abstract")?.boolean() === true) {
      for (const key of ["imports", "plugins"]) {
        const location = settings.get(key)?.location;
        if (location !== undefined) diagnostics.push(abstractContent.create({ location }, name, key));
      }
      continue;
    }
    const plugins = pluginsOf(settings.get("plugins"), diagnostics);
    projections.push({ name, imports: settings.get("imports")?.strings() ?? [], plugins });
  }
  const hasSource = projections.some(({ name }) => name === "source");
  const source: Projection = { name: "source", imports: [], plugins: new Map() };
  return { projections: hasSource ? projections : [source, ...projections], transforms };
}

function pluginsOf(reader: JsonReader | undefined, diagnostics: Diagnostic[]): ReadonlyMap<string, JsonReader> {
  const plugins = reader?.members() ?? new Map<string, JsonReader>();
  for (const [id, plugin] of plugins) {
    if (pluginName.test(id)) continue;
    diagnostics.push(badName.create({ location: plugin.location }, "plugin ID", id, pluginName.source));
  }
  return plugins;
}

/** Plugins of other tools are passed over; what is nearly the name of one of ours is more likely a slip. */
function checkSpelling(all: readonly ReadonlyMap<string, JsonReader>[], diagnostics: Diagnostic[]): void {
  for (const [id, { location }] of all.flatMap((plugins) => [...plugins])) {
    const [name = ""] = id.split("::");
    const suggestion = suggest(name, ["tsmith", ...documentPluginNames]);
    if (suggestion !== undefined) diagnostics.push(unknownPlugin.create({ location, suggestion }, name));
  }
}

function checkOutputs(jobs: readonly GenerateJob[], root: JsonReader, diagnostics: Diagnostic[]): void {
  const known = new Map<string, GenerateJob>();
  for (const job of jobs) {
    const other = known.get(job.outputDirectory);
    if (other !== undefined) {
      const details = { location: root.location };
      diagnostics.push(sameOutput.create(details, job.outputDirectory, describe(other), describe(job)));
    }
    known.set(job.outputDirectory, job);
  }
}

function describe(job: GenerateJob): string {
  return `"${job.artifact}" of the projection "${job.projection}"`;
}
