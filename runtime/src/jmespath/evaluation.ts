import type { Expression } from "./expression.js";
import type { Json } from "./json.js";

/** One run of an expression, with what it may still spend. */
export interface Evaluation {
  evaluate(expression: Expression, current: Json): Json;
  /** @throws JmespathError when the run has visited too much. */
  spend(count: number): void;
}

/** What a function is given: a value, or an expression behind `&`. */
export type Argument = { readonly value: Json } | { readonly expression: Expression };
