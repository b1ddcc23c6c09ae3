import { JmespathError, parseExpression } from "@tsmith/runtime/jmespath";
import { checkExpression, type CheckedExpression } from "./check-expression.js";
import type { Sample } from "./sample.js";

/** {@link checkExpression} for a text, or why it is no expression, in Smithy's words. */
export function checkExpressionText(text: string, current: Sample): CheckedExpression | { readonly failure: string } {
  try {
    return checkExpression(parseExpression(text), current);
  } catch (error) {
    if (error instanceof JmespathError) return { failure: error.message };
    throw error;
  }
}
