import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import { bundledNamespaces, namespacesOfModules } from "../../codegen/src/loader/bundled.js";
import { type LoadedModel, loadModel, type LoadOptions } from "../../codegen/src/loader/load-model.js";
import { serializeAst } from "../../codegen/src/serialize/ast.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import type { Node } from "../../codegen/src/shapes/node.js";
import { type ValidateOptions, validate } from "../../codegen/src/validate/validate.js";
import { ruleModules } from "../../codegen/src/validate/modules.js";
import type { ConformanceCase, Corpus } from "./corpus.js";

const all = ["*"];

/** Loads the files of a case with the trait modules that it names; with all of them where it names none. */
export function loadCase(suite: string, entry: ConformanceCase, corpus: Corpus, options?: LoadOptions): LoadedModel {
  const modules = entry.modules ?? all;
  const namespaces = modules.includes("*") ? bundledNamespaces : namespacesOfModules(modules);
  return loadModel(corpus.sources(suite, entry.files), { modules: namespaces, ...options });
}

/** All that is found in the files of a case: on loading them, and unless that fails, on validating the model. */
export function findEvents(
  suite: string,
  entry: ConformanceCase,
  corpus: Corpus,
  modules: readonly string[] = entry.modules ?? all,
): readonly Diagnostic[] {
  const { model, diagnostics } = loadCase(suite, entry, corpus);
  return validateLoaded(model, diagnostics, modules, entry.legacyValidation);
}

export function validateLoaded(
  model: Model,
  diagnostics: readonly Diagnostic[],
  modules: readonly string[],
  allPhases: boolean | undefined,
): readonly Diagnostic[] {
  const names = modules.includes("*") ? ruleModules.map(({ name }) => name) : modules;
  const options: ValidateOptions = { modules: names, allPhases, found: diagnostics };
  return validate(model, options);
}

export function loadTree(suite: string, entry: ConformanceCase, corpus: Corpus): Node {
  return serializeAst(loadCase(suite, entry, corpus).model);
}
