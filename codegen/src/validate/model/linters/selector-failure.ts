import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Selector } from "../../../selector/selector.js";

/** A selector that cannot be evaluated on this model; Smithy breaks off there. */
export function selectorFailure(code: string, { text }: Selector, problem: string): Diagnostic {
  return { code, severity: "ERROR", message: `The selector \`${text}\` fails: ${problem}` };
}
