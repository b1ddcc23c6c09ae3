import { evaluateExpression } from "./evaluate.js";
import type { Json } from "./json.js";
import { parseExpression } from "./parse-expression.js";

/**
 * Reads and evaluates an expression at once.
 *
 * @throws JmespathError as `parseExpression` and `evaluateExpression` do.
 */
export function search(expression: string, value: Json): Json {
  return evaluateExpression(parseExpression(expression), value);
}
