import type { Argument, Evaluation } from "./evaluation.js";
import { valueFunctions } from "./functions.js";
import type { Json } from "./json.js";
import { orderingFunctions } from "./ordering-functions.js";
import { JmespathError } from "./problem.js";

/**
 * Calls a function of the specification.
 *
 * @param list - evaluated only when the function exists
 * @throws JmespathError when it does not, and what the function throws
 */
export function applyFunction(evaluation: Evaluation, name: string, list: () => readonly Argument[]): Json {
  const apply = valueFunctions.get(name) ?? orderingFunctions.get(name);
  if (apply === undefined) throw new JmespathError("unknown-function", `Unknown function: ${name}()`);
  return apply({ name, list: list() }, evaluation);
}
