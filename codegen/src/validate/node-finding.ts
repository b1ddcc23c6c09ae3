import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { AppliedTrait, Shape } from "../shapes/shape.js";
import type { NodeFinding } from "./node/node-check.js";
import { shapeFinding } from "./shape-finding.js";

/**
 * What a check of a node found, as a finding of the rule that asked for the check.
 *
 * @param subject - what was checked, before the path in it
 * @param trait - the trait that holds the node, whose place the finding then has
 */
export function nodeFinding(
  code: string,
  shape: Shape,
  subject: string,
  { severity, path, message, eventSuffix }: NodeFinding,
  trait?: AppliedTrait,
): Diagnostic {
  const fullCode = eventSuffix === undefined ? code : `${code}.${eventSuffix}`;
  return shapeFinding(severity, fullCode, shape, `${subject}${path}: ${message}`, trait);
}
