import { type Expression, JmespathError, parseExpression } from "@tsmith/runtime/jmespath";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { checkContextPath } from "../../knowledge/endpoints/context-path.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeObject, nodeMember } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { shapeFinding } from "../shape-finding.js";

const traitId = "smithy.rules#operationContextParams";

/**
 * `OperationContextParamsTrait`: paths are JMESPath expressions that fit the operation's input, and use only what clients have to
 * support ("smithy.rules#operationContextParams trait").
 */
export function* operationContextParamsTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const definitions = operation.traits.get(traitId)?.value;
    if (!isNodeObject(definitions)) continue;
    for (const [name, definition] of Object.entries(definitions)) {
      const path = nodeMember(definition, "path");
      if (typeof path !== "string") continue;
      for (const problem of problemsOf(model, operation, name, path)) {
        const message = `The operation \`${operation.id}\` is marked with \`${traitId}\` which contains a ${problem}.`;
        yield shapeFinding("ERROR", "OperationContextParamsTrait", operation, message);
      }
    }
  }
}

function* problemsOf(model: Model, operation: OperationShape, name: string, path: string): Iterable<string> {
  const expression = parse(path);
  if (expression instanceof JmespathError) {
    yield `key \`${name}\` with an unparseable JMESPath path \`${path}\`: ${expression.message}`;
    return;
  }
  const checked = checkContextPath(model, operation, path);
  const problems = "failure" in checked ? [] : checked.problems.map(({ message }) => `'${message}'`);
  if (problems.length > 0) {
    yield `path \`${name}\` with an invalid JMESPath path \`${path}\`: ${problems.join(", ")}`;
  }
  const unsupported = unsupportedIn(expression).map((what) => `'${what}'`);
  if (unsupported.length > 0) {
    yield `key \`${name}\` with a JMESPath path \`${path}\` with unsupported expressions: ${unsupported.join(", ")}`;
  }
}

function parse(path: string): Expression | JmespathError {
  try {
    return parseExpression(path);
  } catch (error) {
    if (error instanceof JmespathError) return error;
    throw error;
  }
}

/** What a path has that clients need not support, in Smithy's words. */
function unsupportedIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "current":
    case "field":
      return [];
    case "flatten":
    case "reference":
      return unsupportedIn(expression.expression);
    case "subexpression":
    case "projection":
    case "objectProjection":
      return [...unsupportedIn(expression.left), ...unsupportedIn(expression.right)];
    case "multiSelectList":
      return expression.expressions.flatMap(unsupportedIn);
    case "function":
      return expression.name === "keys"
        ? expression.arguments.flatMap(unsupportedIn)
        : [`\`${expression.name}\` function`];
    case "comparison":
      return ["comparator"];
    case "filterProjection":
      return ["filter projection"];
    case "multiSelectHash":
      return ["multiselect hash"];
    default:
      return [expression.kind];
  }
}
