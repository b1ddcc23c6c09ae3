import { type LoadedModel, loadModel, type LoadOptions } from "../loader/load-model.js";
import type { Source } from "../source/source.js";
import { targetRule } from "../validate/model/target.js";
import { validate } from "../validate/validate.js";

/** Values of traits that do not fit, and references that lead nowhere. */
const independentCodes: ReadonlySet<string> = new Set(["Model", "TraitValue", "Target.UnresolvedShape"]);

/** What a model lacks because it did not load would be found missing again by validation, which therefore waits. */
export function loadValidModel(sources: readonly Source[], options: LoadOptions = {}): LoadedModel {
  const { model, diagnostics } = loadModel(sources, options);
  const failures = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (failures.length === 0) return { model, diagnostics: validate(model, { found: diagnostics }) };
  // An unknown trait takes no shape away, so that what refers to none, and the values of other traits, are worth a word.
  if (failures.some(({ code }) => code !== "Model.UnresolvedTrait")) {
    return { model, diagnostics: validate(model, { found: diagnostics }) };
  }
  const found = validate(model, { allPhases: true });
  // After a trait that cannot be made, validation stops before it looks at references.
  const targets = found.some(({ code }) => code === "Model") ? [...targetRule(model)] : [];
  const independent = [...found, ...targets].filter(({ code }) => independentCodes.has(code));
  return { model, diagnostics: [...diagnostics, ...independent] };
}
