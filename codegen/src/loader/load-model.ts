import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { findShape, type Model } from "../shapes/model.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { Source } from "../source/source.js";
import { parse } from "../syntax/parse.js";
import type { SyntaxTree } from "../syntax/tree.js";
import { buildShapes } from "./build-shapes.js";
import { type BundledShapes, bundledNamespaces, bundledShapes, isPublicPrelude } from "./bundled.js";
import { checkTraits } from "./check-traits.js";
import { definedIds, scopeOf } from "./idl-names.js";
import { lowerAst } from "./lower-ast.js";
import { lowerIdl } from "./lower-idl.js";
import { mergeOperations, type ModelDraft } from "./merge.js";
import type { LoweredSource } from "./operations.js";
import { upgradeDraft } from "./upgrade.js";

/** What is loaded beside the sources, and how strictly. */
export interface LoadOptions {
  /**
   * Namespaces of the bundled trait modules to load, such as `aws.api`. By default those that the sources mention; the
   * prelude always.
   */
  readonly modules?: readonly string[] | undefined;
  /** Turns traits that no file defines from errors into warnings. */
  readonly allowUnknownTraits?: boolean | undefined;
}

/** A model, and what is wrong with the files that it is from. */
export interface LoadedModel {
  /** All that could be understood. Incomplete where a diagnostic is an error. */
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads Smithy IDL and JSON AST files, of version 1.0 or 2.0, into one model (Smithy 2.0, "Merging model files"), with the prelude and the
 * trait modules that the files mention. Never throws for what the files hold.
 *
 * @param sources - in the order in which metadata arrays are joined. A source is a JSON AST when its name ends in `.json`
 * or its first character is `{`.
 * @returns all that could be understood, and a diagnostic for each mistake: syntax, references and conflicts. {@link validate} looks for the
 * rest.
 */
export function loadModel(sources: readonly Source[], options: LoadOptions = {}): LoadedModel {
  const bundled = bundledShapes(options.modules ?? mentionedModules(sources));
  const lowered = lowerSources(sources, bundled);
  const merged = mergeOperations(
    lowered.flatMap(({ operations }) => operations),
    bundled,
  );
  const draft = upgradeDraft(merged, bundled);
  const built = buildShapes(draft, bundled);
  const model = withStrayTraits(joinShapes(bundled, built.shapes, draft.definitions, merged), draft);
  const stages = [...lowered, merged, built].flatMap((stage) => stage.diagnostics);
  const traits = checkTraits(model.shapes, draft, options.allowUnknownTraits ?? false);
  return { model, diagnostics: [...stages, ...traits] };
}

function mentionedModules(sources: readonly Source[]): readonly string[] {
  return bundledNamespaces.filter((namespace) => sources.some(({ text }) => text.includes(`${namespace}#`)));
}

/** IDL files resolve names against the shapes of all files, so all are read before the first is lowered. */
function lowerSources(sources: readonly Source[], bundled: BundledShapes): readonly LoweredSource[] {
  const read = sources.map((source) => (isJson(source) ? lowerAst(source) : parse(source)));
  const trees = read.flatMap((source) => ("tree" in source ? [source.tree] : []));
  const defined = definitions(read, trees);
  const checks = {
    isDefined: (id: ShapeId) => defined.has(id) || bundled.has(id),
    isPublicPrelude: (id: ShapeId) => isPublicPrelude(bundled, id),
  };
  return read.map((source) => {
    if (!("tree" in source)) return source;
    const { operations, diagnostics } = lowerIdl(source, scopeOf(source.tree, checks));
    return { operations, diagnostics: [...source.diagnostics, ...diagnostics] };
  });
}

/** A source is a JSON AST by its name, or by how its text begins. */
export function isJson(source: Source): boolean {
  if (source.name.endsWith(".smithy")) return false;
  return source.name.endsWith(".json") || /^[\s\uFEFF]*[{[]/.test(source.text);
}

function definitions(
  read: readonly (LoweredSource | { readonly tree: SyntaxTree })[],
  trees: readonly SyntaxTree[],
): ReadonlySet<ShapeId> {
  const ids = new Set(trees.flatMap((tree) => definedIds(tree)));
  for (const source of read) {
    if ("tree" in source) continue;
    for (const operation of source.operations) if (operation.kind === "shape") ids.add(operation.definition.id);
  }
  return ids;
}

/**
 * What a model defines itself takes the place of what is bundled, since some models bring their own copy of a trait module.
 * The prelude stays the prelude whoever repeats it.
 */
function joinShapes(
  bundled: BundledShapes,
  shapes: Model["shapes"],
  own: ReadonlyMap<ShapeId, unknown>,
  { metadata, metadataLocations }: Pick<Model, "metadata" | "metadataLocations">,
): Model {
  const joined = new Map(bundled);
  for (const [id, shape] of shapes) joined.set(id, shape);
  const replaced = [...own.keys()].filter((id) => bundled.has(id) && !id.startsWith("smithy.api#"));
  return { shapes: joined, metadata, metadataLocations, bundled: idsWithout(bundled, replaced) };
}

const idsOf = new WeakMap<BundledShapes, ReadonlySet<ShapeId>>();

/** The IDs of bundled shapes but for some. Hardly any model replaces one, so that most models share a set. */
function idsWithout(bundled: BundledShapes, replaced: readonly ShapeId[]): ReadonlySet<ShapeId> {
  const all = idsOf.get(bundled) ?? new Set(bundled.keys());
  idsOf.set(bundled, all);
  if (replaced.length === 0) return all;
  const others = new Set(all);
  for (const id of replaced) others.delete(id);
  return others;
}

function withStrayTraits(model: Model, { traits }: ModelDraft): Model {
  const stray = [...traits].filter(([target]) => findShape(model, target) === undefined);
  return stray.length === 0 ? model : { ...model, strayTraits: new Map(stray) };
}
