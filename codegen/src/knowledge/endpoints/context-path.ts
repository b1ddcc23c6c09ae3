import type { ParameterType } from "@tsmith/runtime/endpoints";
import type { Model } from "../../shapes/model.js";
import type { OperationShape } from "../../shapes/shape.js";
import type { CheckedExpression } from "../jmespath/check-expression.js";
import { checkExpressionText } from "../jmespath/check-text.js";
import { anySample } from "../jmespath/sample.js";
import { sampleOfShape } from "../jmespath/sample-shape.js";

/** What is known of a path into an operation's input, or why it is no JMESPath expression. */
export function checkContextPath(
  model: Model,
  operation: OperationShape,
  path: string,
): CheckedExpression | { readonly failure: string } {
  const input = model.shapes.get(operation.input);
  return checkExpressionText(path, input === undefined ? anySample : sampleOfShape(model, input));
}

/** The type of a parameter that a path into an operation's input gives; undefined when it gives another, or nothing certain. */
export function typeOfPath(model: Model, operation: OperationShape, path: string): ParameterType | undefined {
  const checked = checkContextPath(model, operation, path);
  if ("failure" in checked) return undefined;
  if (checked.type === "array") return "stringArray";
  return checked.type === "string" || checked.type === "boolean" ? checked.type : undefined;
}
