import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Source } from "../../source/source.js";

const notJson = defineDiagnostic("config/json", "ERROR", (problem: string) => `The file is not JSON: ${problem}.`);

/** Parses JSON in which `//` comments are allowed; undefined, with diagnostics, when it is not that. */
export function parseConfigJson(source: Source, diagnostics: Diagnostic[]): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(source.text, errors, { allowTrailingComma: false, disallowComments: false });
  for (const error of errors) {
    const location = { source, start: error.offset, end: error.offset + Math.max(1, error.length) };
    diagnostics.push(notJson.create({ location }, wordsOf(printParseErrorCode(error.error))));
  }
  return errors.length > 0 ? undefined : value;
}

/** `CommaExpected` as `comma expected`. */
function wordsOf(code: string): string {
  return code.replace(/(?!^)(?=[A-Z])/g, " ").toLowerCase();
}
