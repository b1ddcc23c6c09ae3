import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { AppliedTrait, Shape } from "../shapes/shape.js";

/**
 * What a rule finds on a shape.
 *
 * @param trait - the trait that it is about, whose place it then has
 */
export function shapeFinding(
  severity: Severity,
  code: string,
  shape: Pick<Shape, "id" | "location">,
  message: string,
  trait?: AppliedTrait,
): Diagnostic {
  return { code, severity, message, shape: shape.id, location: trait?.location ?? shape.location };
}
