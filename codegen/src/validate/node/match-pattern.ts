import { compilePattern } from "../../knowledge/pattern/compile-pattern.js";
import type { Model } from "../../shapes/model.js";
import { oncePerKey } from "../../shapes/once-per-model.js";

const expressionIn = oncePerKey((_: Model, pattern: string): RegExp | undefined => {
  const compiled = compilePattern(pattern);
  return compiled.kind === "invalid" ? undefined : new RegExp(compiled.source, compiled.flags);
});

/** Whether a pattern of the model matches somewhere in a text ("pattern trait"); undefined for one that is no expression. */
export function matchPattern(model: Model, pattern: string, text: string): boolean | undefined {
  return expressionIn(model, pattern)?.test(text);
}
