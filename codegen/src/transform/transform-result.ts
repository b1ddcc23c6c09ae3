import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";

/** What a transform that can fail gives: the model, unchanged where an ERROR says why it could not be transformed. */
export interface TransformResult {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/** A transform that went well. */
export function transformed(model: Model): TransformResult {
  return { model, diagnostics: [] };
}

/**
 * A transform that could not be done: the model as it was, and an ERROR.
 *
 * @param shape - what the problem is about, if it is one shape
 */
export function failedTransform(model: Model, message: string, shape?: string): TransformResult {
  return { model, diagnostics: [{ code: "transform/failed", severity: "ERROR", message, shape }] };
}
