import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { findShape, isBundled, type Model } from "../../shapes/model.js";
import { isNodeArray, type Node, nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { serviceErrorsOf } from "../service-errors.js";
import { checkNode } from "../node/check-node.js";
import type { NodeFinding } from "../node/node-check.js";

/** Examples of operations fit the shapes of input, output and errors ("examples trait"). */
export function* examplesTraitRule(model: Model): Iterable<Diagnostic> {
  let serviceErrors: ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> | undefined;
  for (const shape of model.shapes.values()) {
    if (shape.kind !== "operation" || isBundled(model, shape.id)) continue;
    const trait = shape.traits.get("smithy.api#examples");
    if (trait === undefined || !isNodeArray(trait.value)) continue;
    serviceErrors ??= serviceErrorsOf(model);
    const errors = new Set([...shape.errors, ...(serviceErrors.get(shape.id) ?? [])]);
    for (const example of trait.value) yield* checkExample({ model, operation: shape, trait, errors }, example);
  }
}

interface ExampleContext {
  readonly model: Model;
  readonly operation: OperationShape;
  readonly trait: AppliedTrait;
  /** Errors of the operation and of the services that have it. */
  readonly errors: ReadonlySet<ShapeId>;
}

function* checkExample(context: ExampleContext, example: Node): Iterable<Diagnostic> {
  const { operation } = context;
  const title = String(nodeMember(example, "title"));
  const allowed = nodeMember(example, "allowConstraintErrors") === true;
  const output = nodeMember(example, "output");
  const error = nodeMember(example, "error");
  if (output !== undefined && error !== undefined) {
    const message = `Example: \`${title}\` has both output and error defined, only one should be present.`;
    yield event(context, "ERROR", message);
  }
  if (allowed && error === undefined) {
    const message = `Example: \`${title}\` has allowConstraintErrors enabled, so error must be defined.`;
    yield event(context, "ERROR", message);
  }
  const input = nodeMember(example, "input");
  if (input !== undefined) yield* checkValue(context, operation.input, input, `Example input of \`${title}\``, allowed);
  if (output !== undefined)
    yield* checkValue(context, operation.output, output, `Example output of \`${title}\``, false);
  if (error !== undefined) yield* checkError(context, error, title);
}

function* checkError(context: ExampleContext, error: Node, title: string): Iterable<Diagnostic> {
  const id = nodeMember(error, "shapeId");
  if (typeof id !== "string") return;
  if (!context.errors.has(id)) {
    const message = `Error parameters provided for operation without the \`${id}\` error: \`${title}\``;
    yield event(context, "ERROR", message);
    return;
  }
  const content = nodeMember(error, "content");
  if (content !== undefined) yield* checkValue(context, id, content, `Example error of \`${title}\``, false);
}

function* checkValue(
  context: ExampleContext,
  id: ShapeId,
  value: Node,
  subject: string,
  allowConstraintErrors: boolean,
): Iterable<Diagnostic> {
  const shape = findShape(context.model, id);
  if (shape === undefined) return;
  for (const finding of checkNode(context.model, shape, value)) {
    const severity = severityOf(finding, allowConstraintErrors);
    yield event(context, severity, `${subject}${finding.path}: ${finding.message}`, finding.eventSuffix);
  }
}

function severityOf({ kind }: NodeFinding, allowConstraintErrors: boolean): Severity {
  if (kind === "unknown-member") return "WARNING";
  return kind === "constraint" && allowConstraintErrors ? "WARNING" : "ERROR";
}

function event(context: ExampleContext, severity: Severity, message: string, suffix?: string): Diagnostic {
  const { operation, trait } = context;
  const code = suffix === undefined ? "ExamplesTrait" : `ExamplesTrait.${suffix}`;
  return { code, severity, message, shape: operation.id, location: trait.location ?? operation.location };
}
