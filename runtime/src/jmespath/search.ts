import { evaluateExpression } from "./evaluate.js";
import type { Json } from "./json.js";
import { parseExpression } from "./parse-expression.js";

/**
 * Reads and evaluates an expression at once (https://jmespath.org/specification.html).
 *
 * @param expression - its text
 * @param value - plain JSON data
 * @returns what the expression selects; null where nothing matches
 * @throws JmespathError as `parseExpression` and `evaluateExpression` do.
 */
export function search(expression: string, value: Json): Json {
  return evaluateExpression(parseExpression(expression), value);
}
