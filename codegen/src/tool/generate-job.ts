import { makeFolder } from "./make-folder.js";
import { defineDiagnostic } from "../diagnostics/define.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../source/source.js";
import { startCompileCache } from "./compile-cache.js";
import type { PluginSettings } from "./config/plugin-settings.js";
import { describeTransforms, type ProjectionTransforms } from "./config/projection-transforms.js";
import type { PlannedPackage, PlannedSources } from "./plan-sources.js";
import { applyChanges } from "./output/apply-changes.js";
import { compareFolder, type FileChange, type WantedFile } from "./output/changes.js";
import { contentHash, hashOf } from "./output/hash.js";
import { formatManifest, type ManifestEntry } from "./output/manifest.js";
import { systemFailure } from "./system-failure.js";
import { isUntouched, occupantOf, readRecords, recordPaths, type PackageRecords } from "./output/package-folder.js";

/** One package to bring up to date. */
export interface Job {
  readonly sources: readonly Source[];
  readonly settings: PluginSettings;
  /** What is done to the model first; nothing when undefined. */
  readonly transforms?: ProjectionTransforms | undefined;
  /** The package's folder, as an absolute path; where it follows from the service when undefined. */
  readonly folder: string | undefined;
}

export interface JobOptions {
  /** Compare only: report what would change, and write nothing. */
  readonly check: boolean;
  /** Overwrite generated files that were edited, and files of others that are in the way. */
  readonly force: boolean;
  readonly build: string;
  /** The folder of the package when the job names none. */
  defaultFolder(slug: string): string;
  /** How messages name a path inside a folder. */
  show(folder: string, path: string): string;
  /** Called when a stage begins and when it has ended, for clocks and progress. */
  stage(name: Stage, done: boolean): void;
}

export type Stage = "plan" | "print" | "write";

export interface JobResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly folder: string | undefined;
  readonly packageName: string | undefined;
  readonly service: string | undefined;
  /** Shapes of the model that are not of the prelude and the trait modules. */
  readonly operations: number;
  readonly changes: readonly FileChange[];
  readonly unchanged: number;
  /** Files whose plan had to be printed. */
  readonly printed: number;
  /** True when nothing was planned, because this very run has been done. */
  readonly skipped: boolean;
}

/** Brings one package up to date, or says what stands in the way and touches nothing. */
export async function runJob(job: Job, options: JobOptions): Promise<JobResult> {
  try {
    return await attempt(job, options);
  } catch (error) {
    const failure = systemFailure(error, (path) => options.show("", path));
    if (failure === undefined) throw error;
    return { ...nothing, diagnostics: [failure], folder: job.folder };
  }
}

async function attempt(job: Job, options: JobOptions): Promise<JobResult> {
  const key = hashOf(
    options.build,
    JSON.stringify(job.settings),
    job.transforms === undefined ? "" : describeTransforms(job.transforms),
    ...job.sources.flatMap((source) => [source.name, source.text]),
  );
  if (job.folder !== undefined && !options.force) {
    const records = readRecords(job.folder);
    const isDone = records.run?.key === key && records.pending.size === 0 && records.unreadable.length === 0;
    if (isDone && isUntouched(job.folder, records.manifest)) {
      return { ...nothing, folder: job.folder, unchanged: records.manifest.size, skipped: true };
    }
  }
  options.stage("plan", false);
  if (job.settings.document === undefined) {
    const { warmOpenApiTypes } = await import("../emit/print/print-openapi-types.js");
    warmOpenApiTypes();
  }
  // Loaded only here: a run with nothing to do needs neither loader nor emitters.
  const planned = await plan(job);
  options.stage("plan", true);
  if (planned.package === undefined) return { ...nothing, diagnostics: planned.diagnostics, folder: job.folder };
  const folder = job.folder ?? options.defaultFolder(planned.package.slug);
  const result = await writePackage(planned.package, folder, key, options);
  return { ...result, diagnostics: [...planned.diagnostics, ...result.diagnostics] };
}

async function plan({ sources, settings, transforms }: Job): Promise<PlannedSources> {
  if (settings.document === undefined) {
    return (await import("./plan-sources.js")).planSources(sources, settings, transforms);
  }
  return (await import("./plan-document.js")).planDocument(sources, settings.document, transforms);
}

const nothing: JobResult = {
  diagnostics: [],
  folder: undefined,
  packageName: undefined,
  service: undefined,
  operations: 0,
  changes: [],
  unchanged: 0,
  printed: 0,
  skipped: false,
};

async function writePackage(
  planned: PlannedPackage,
  folder: string,
  key: string,
  options: JobOptions,
): Promise<JobResult> {
  const records = readRecords(folder);
  options.stage("print", false);
  const wanted = await printChanged(planned, folder, records, options.build);
  options.stage("print", true);
  const { changes, unchanged, obstacles } = compareFolder(
    folder,
    records,
    wanted,
    options.force || options.check,
    (path) => options.show(folder, path),
  );
  const entries = wanted.map((file): ManifestEntry => {
    const contents = file.text === undefined ? records.manifest.get(file.path)?.contentHash : contentHash(file.text);
    return { path: file.path, planHash: file.planHash, contentHash: contents ?? "" };
  });
  const result: JobResult = {
    diagnostics: obstacles,
    folder,
    packageName: planned.packageName,
    service: planned.service,
    operations: planned.operations,
    // A manifest that says something else would take files for edited some day.
    changes: options.check ? [...changes, ...staleManifest(records, entries)] : changes,
    unchanged: unchanged.length,
    printed: wanted.filter((file) => file.text !== undefined).length,
    skipped: false,
  };
  if (options.check || obstacles.length > 0) return result;
  options.stage("write", false);
  makeFolder(folder);
  const failures = applyChanges(folder, changes, entries, { build: options.build, key });
  options.stage("write", true);
  return failures.length === 0 ? result : { ...result, diagnostics: failures, changes: [] };
}

function staleManifest(records: PackageRecords, entries: readonly ManifestEntry[]): readonly FileChange[] {
  const before = formatManifest(records.manifest.values());
  const after = formatManifest(entries);
  return before === after ? [] : [{ path: recordPaths.manifest, before, after, mode: 0o644 }];
}

/** Prints the plans that differ from those of the last run by this build, or whose files differ from what it wrote. */
async function printChanged(
  planned: PlannedPackage,
  folder: string,
  records: PackageRecords,
  build: string,
): Promise<readonly WantedFile[]> {
  const files = planned.files.map((plan) => ({ plan, planHash: hashOf(planned.header, JSON.stringify(plan)) }));
  const isRight = ({ plan, planHash }: (typeof files)[number]): boolean => {
    const entry = records.manifest.get(plan.path);
    if (records.run?.build !== build || entry?.planHash !== planHash) return false;
    const occupant = occupantOf(folder, plan.path);
    return occupant.kind === "file" && occupant.hash === entry.contentHash;
  };
  const stale = files.filter((file) => !isRight(file)).map(({ plan }) => plan);
  const { print } = await import("../emit/print/print.js");
  const endCompileCache = startCompileCache();
  const printed = await print(stale, { header: planned.header }).finally(endCompileCache);
  const texts = new Map(printed.map(({ path, text }) => [path, text]));
  return files.map(({ plan, planHash }) => ({
    path: plan.path,
    planHash,
    text: texts.get(plan.path),
    executable: plan.kind === "text" && plan.executable === true,
  }));
}

const noModel = defineDiagnostic("generate/no-model", "ERROR", () => "There is no model to generate from.");

/** What to say when a job has no sources. */
export function missingModel(suggestion: string): Diagnostic {
  return noModel.create({ suggestion });
}
