import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findShape, type Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, type Node, nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { serviceErrorsOf } from "../service-errors.js";
import { checkNode } from "../node/check-node.js";
import type { NodeCheckOptions } from "../node/node-check.js";
import { nodeFinding } from "../node-finding.js";
import { shapeFinding } from "../shape-finding.js";

const code = "ExamplesTrait";

/** `ExamplesTrait`, `ExamplesTrait.…`: examples of operations fit the shapes of input, output and errors ("examples trait"). */
export function* examplesTraitRule(model: Model): Iterable<Diagnostic> {
  const hasServices = modelIndex(model).ofKind("service").length > 0;
  let serviceErrors: ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> | undefined;
  for (const shape of modelIndex(model).ofKind("operation")) {
    const trait = shape.traits.get("smithy.api#examples");
    if (trait === undefined || !isNodeArray(trait.value)) continue;
    serviceErrors ??= serviceErrorsOf(model);
    const ofServices = serviceErrors.get(shape.id) ?? (hasServices ? undefined : []);
    const errors = ofServices && new Set([...shape.errors, ...ofServices]);
    for (const example of trait.value) yield* checkExample({ model, operation: shape, trait, errors }, example);
  }
}

interface ExampleContext {
  readonly model: Model;
  readonly operation: OperationShape;
  readonly trait: AppliedTrait;
  /** Errors of the operation and of the services that have it. Undefined, for any, when only other services exist. */
  readonly errors: ReadonlySet<ShapeId> | undefined;
}

function* checkExample(context: ExampleContext, example: Node): Iterable<Diagnostic> {
  const { operation } = context;
  const title = String(nodeMember(example, "title"));
  const allowConstraintErrors = nodeMember(example, "allowConstraintErrors") === true;
  const output = nodeMember(example, "output");
  const error = nodeMember(example, "error");
  if (allowConstraintErrors && error === undefined) {
    yield finding(context, `Example: \`${title}\` has allowConstraintErrors enabled, so error must be defined.`);
  }
  const check = { context, title, options: { allowConstraintErrors } };
  yield* checkValue(check, operation.input, nodeMember(example, "input") ?? {}, "input");
  if (output !== undefined && error !== undefined) {
    yield finding(context, `Example: \`${title}\` has both output and error defined, only one should be present.`);
  } else if (output !== undefined) yield* checkValue(check, operation.output, output, "output");
  else if (error !== undefined) yield* checkError(check, error);
}

interface ExampleCheck {
  readonly context: ExampleContext;
  readonly title: string;
  readonly options: NodeCheckOptions;
}

function* checkError(check: ExampleCheck, error: Node): Iterable<Diagnostic> {
  const { context, title } = check;
  const id = nodeMember(error, "shapeId");
  if (typeof id !== "string") return;
  if (context.errors?.has(id) !== false && findShape(context.model, id) !== undefined) {
    yield* checkValue(check, id, nodeMember(error, "content") ?? {}, "error");
  } else {
    yield finding(context, `Error parameters provided for operation without the \`${id}\` error: \`${title}\``);
  }
}

function* checkValue(check: ExampleCheck, id: ShapeId, value: Node, part: string): Iterable<Diagnostic> {
  const { context, title, options } = check;
  const { model, operation, trait } = context;
  const shape = findShape(model, id);
  if (shape === undefined) return;
  for (const found of checkNode(model, shape, value, options)) {
    yield nodeFinding(code, operation, `Example ${part} of \`${title}\``, found, trait);
  }
}

function finding({ operation, trait }: ExampleContext, message: string): Diagnostic {
  return shapeFinding("ERROR", code, operation, message, trait);
}
