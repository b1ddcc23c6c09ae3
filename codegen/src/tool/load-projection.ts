import { type Diagnostic, isFailure } from "../diagnostics/diagnostic.js";
import type { LoadedModel } from "../loader/load-model.js";
import type { Source } from "../source/source.js";
import { applyProjection } from "../transform/projection/apply-projection.js";
import { validate } from "../validate/validate.js";
import type { ProjectionTransforms } from "./config/projection-transforms.js";
import { loadValidModel } from "./load-valid-model.js";

/**
 * Loads a model to make something of it, and runs the transforms of a projection on it. What they made of it has to be a valid
 * model too.
 */
export function loadProjection(
  sources: readonly Source[],
  transforms: ProjectionTransforms = { steps: [], projections: new Map() },
): LoadedModel {
  const { model: given, diagnostics: all } = loadValidModel(sources);
  const loaded = { model: given, diagnostics: all.map(withoutConsequence) };
  const { steps, projections } = transforms;
  if (steps.length === 0 || loaded.diagnostics.some(isFailure)) return loaded;
  const { model, diagnostics } = applyProjection(loaded.model, steps, { projections, findings: loaded.diagnostics });
  const found = [...loaded.diagnostics, ...diagnostics];
  if (diagnostics.some(isFailure)) return { model, diagnostics: found };
  const failures = validate(model).filter((finding) => isFailure(withoutConsequence(finding)));
  return { model, diagnostics: [...found, ...failures] };
}

/**
 * An endpoint test that fails stops nothing: its result depends on the partitions of AWS, which change more often than models,
 * and nothing that is made of a model depends on it.
 */
function withoutConsequence(finding: Diagnostic): Diagnostic {
  return isFailure(finding) && /^RuleSetTestCase(?:\.|$)/.test(finding.code)
    ? { ...finding, severity: "WARNING" }
    : finding;
}
