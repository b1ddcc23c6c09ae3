import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import type { Source } from "../source/source.js";
import { buildShapes } from "./build-shapes.js";
import { bundledShapes } from "./bundled.js";
import { lowerAst } from "./lower-ast.js";
import { mergeOperations } from "./merge.js";

export interface LoadedModel {
  /** All that could be understood. Incomplete where a diagnostic is an error; undefined when there is nothing at all. */
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads Smithy IDL and JSON AST files into one model (Smithy 2.0, "Merging model files"), with the prelude and the trait
 * modules that the files mention.
 *
 * @param sources - in the order in which metadata arrays are joined. A source is JSON when its first character is `{`.
 */
export function loadModel(sources: readonly Source[]): LoadedModel {
  const lowered = sources.map((source) => lowerAst(source));
  const bundled = bundledShapes();
  const operations = lowered.flatMap((source) => source.operations);
  const draft = mergeOperations(operations, bundled);
  const { shapes, diagnostics } = buildShapes(draft, bundled);
  const model: Model = { shapes: new Map([...bundled, ...shapes]), metadata: draft.metadata };
  return {
    model,
    diagnostics: [...lowered.flatMap((source) => source.diagnostics), ...draft.diagnostics, ...diagnostics],
  };
}
