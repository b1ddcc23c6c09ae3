import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Shape } from "../shapes/shape.js";
import type { Location } from "../source/source.js";
import type { Differences } from "./differences.js";

/** Judges one kind of difference. Its file is named for it. */
export type Evaluator = (differences: Differences, evaluateAll: EvaluateAll) => Iterable<Diagnostic>;

/** Everything that all evaluators find, suppressions applied: for an evaluator that judges by what the others say. */
export type EvaluateAll = (differences: Differences) => readonly Diagnostic[];

/** A finding about a shape, at the shape unless another place is given. */
export function finding(
  code: string,
  severity: Severity,
  shape: Shape,
  message: string,
  location: Location | undefined = shape.location,
): Diagnostic {
  return { code, severity, message, shape: shape.id, location };
}
