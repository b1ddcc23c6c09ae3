import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import type { Node } from "../shapes/node.js";
import type { AppliedTrait, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { checkNode } from "./node/check-node.js";
import type { TimestampStyle } from "./node/node-check.js";
import { shapeFinding } from "./shape-finding.js";

/** Where test cases say what goes into messages. */
export interface ParametersContext {
  readonly model: Model;
  /** The event ID of what does not fit. */
  readonly code: string;
  /** The shape with the test cases. */
  readonly carrier: Shape;
  readonly trait: AppliedTrait;
  readonly timestamps: TimestampStyle;
}

/**
 * Parameters of a test case fit a shape; null stands for what may be absent.
 *
 * @param place - of the parameters in the trait: `0.params`
 */
export function* checkParameters(
  { model, code, carrier, trait, timestamps }: ParametersContext,
  target: ShapeId,
  value: Node,
  place: string,
): Iterable<Diagnostic> {
  const shape = model.shapes.get(target);
  if (shape === undefined) return;
  const options = { timestamps, allowOptionalNulls: true };
  for (const { path, message, severity, eventSuffix } of checkNode(model, shape, value, options)) {
    const id = eventSuffix === undefined ? code : `${code}.${eventSuffix}`;
    yield shapeFinding(severity, id, carrier, `${trait.id}.${place}${path}: ${message}`, trait);
  }
}
