import { isFailure } from "../diagnostics/diagnostic.js";
import type { LoadedModel } from "../loader/load-model.js";
import type { Source } from "../source/source.js";
import { applyProjection } from "../transform/projection/apply-projection.js";
import { validate } from "../validate/validate.js";
import type { ProjectionTransforms } from "./config/projection-transforms.js";
import { loadValidModel } from "./load-valid-model.js";

/** Loads a model and runs the transforms of a projection on it. What they made of it has to be a valid model too. */
export function loadProjection(
  sources: readonly Source[],
  transforms: ProjectionTransforms = { steps: [], projections: new Map() },
): LoadedModel {
  const loaded = loadValidModel(sources);
  const { steps, projections } = transforms;
  if (steps.length === 0 || loaded.diagnostics.some(isFailure)) return loaded;
  const { model, diagnostics } = applyProjection(loaded.model, steps, { projections, findings: loaded.diagnostics });
  const found = [...loaded.diagnostics, ...diagnostics];
  if (diagnostics.some(isFailure)) return { model, diagnostics: found };
  return { model, diagnostics: [...found, ...validate(model).filter(isFailure)] };
}
