import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EmitterInput } from "../../emit/emitter.js";
import type { LiteralValue } from "../../emit/literal.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { expectShape, type Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { errorHead, loneMessageMember } from "./error-table.js";

const frameworkError: ShapeId = "smithy.framework#ValidationException";

export interface ReportChoice {
  /** A `ValidationReport` of `@tsmith/runtime/server`. */
  readonly report: LiteralValue;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * How an operation tells that its input is invalid: Smithy's own error where the operation lists it, else the error that the
 * configuration names. An operation with neither answers with Smithy's error all the same, and gets a warning.
 */
export function chooseReport(input: EmitterInput, operation: OperationInfo): ReportChoice {
  const own = operation.errors.find((error) => error.id === frameworkError);
  const configured = configuredError(input);
  if (own !== undefined || configured === undefined) {
    const report = {
      style: "smithy",
      shape: frameworkError,
      statusCode: 400,
      messageMember: "message",
      ...(own === undefined ? {} : { queryError: errorHead(input, own)["queryError"] }),
    };
    return { report, diagnostics: own === undefined ? missing(input, operation, undefined) : [] };
  }
  const isListed = operation.errors.some((error) => error.id === configured.shape.id);
  return {
    report: { style: "parameter", ...errorHead(input, configured.shape), messageMember: configured.messageMember },
    diagnostics: isListed ? [] : missing(input, operation, configured.shape.id),
  };
}

/** What is wrong with the option itself. */
export function checkValidationException(input: EmitterInput): readonly Diagnostic[] {
  const id = input.options.validationException;
  if (id === undefined || configuredError(input) !== undefined) return [];
  const shape = input.model.shapes.get(id);
  const problem =
    shape === undefined
      ? "the model has no such shape"
      : shape.kind !== "structure" || !shape.traits.has("smithy.api#error")
        ? "it is not an error structure"
        : "it cannot be made of a message alone";
  return [
    {
      code: "emit/validation-exception",
      severity: "ERROR",
      message: `The option validationException names ${id}, but ${problem}.`,
      shape: id,
      suggestion: "Name an error structure of the service with a string member `message` and no other required member.",
    },
  ];
}

function configuredError(input: EmitterInput) {
  const id = input.options.validationException;
  const shape = id === undefined ? undefined : input.model.shapes.get(id);
  if (shape?.kind !== "structure" || !shape.traits.has("smithy.api#error")) return undefined;
  const messageMember = loneMessageMember(input, shape);
  return messageMember === undefined ? undefined : { shape, messageMember };
}

function missing(
  input: EmitterInput,
  operation: OperationInfo,
  configured: ShapeId | undefined,
): readonly Diagnostic[] {
  if (!canBeInvalid(input.model, operation.input)) return [];
  const { shape } = operation;
  const name = nameOf(shape.id);
  const error = configured ?? frameworkError;
  return [
    {
      code: "emit/validation-exception",
      severity: "WARNING",
      shape: shape.id,
      ...(shape.location === undefined ? {} : { location: shape.location }),
      message: `The input of ${name} has constraints, but ${name} lists no error that tells when one is broken. Its clients will get ${nameOf(error)} all the same, without a class for it.`,
      suggestion:
        configured === undefined
          ? `Add \`${frameworkError}\` to the errors of ${name}, or name one of the model's own errors with the option validationException.`
          : `Add \`${nameOf(configured)}\` to the errors of ${name}.`,
    },
  ];
}

const constraints = ["required", "length", "pattern", "range", "uniqueItems"].map((trait) => `smithy.api#${trait}`);

/** Whether some input of the right types breaks the model. */
function canBeInvalid(model: Model, start: RootShape): boolean {
  const seen = new Set<ShapeId>();
  const stack: RootShape[] = [start];
  for (let shape = stack.pop(); shape !== undefined; shape = stack.pop()) {
    if (seen.has(shape.id)) continue;
    seen.add(shape.id);
    if (shape.kind === "enum" || shape.kind === "intEnum") return true;
    if (constraints.some((trait) => shape?.traits.has(trait))) return true;
    for (const member of shape.members.values()) {
      if (constraints.some((trait) => member.traits.has(trait))) return true;
      stack.push(expectShape(model, member.target));
    }
  }
  return false;
}
