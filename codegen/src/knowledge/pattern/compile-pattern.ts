/** A pattern as a JavaScript regular expression, or why it is none. */
export type CompiledPattern =
  | {
      readonly kind: "regexp";
      /** Between slashes: slashes and line breaks are escaped. */
      readonly source: string;
      readonly flags: "u" | "";
    }
  | { readonly kind: "invalid"; readonly reason: string };

/** A property of code points, behind an even number of backslashes. */
const propertyEscape = /(?<!\\)(?:\\\\)*(\\[pP]\{[^}]*\}?)/g;

function hasUnknownProperty(pattern: string): boolean {
  return [...pattern.matchAll(propertyEscape)].some(([, escape = ""]) => !compiles(escape));
}

function compiles(expression: string): boolean {
  try {
    return new RegExp(expression, "u").source !== "";
  } catch {
    return false;
  }
}

/**
 * Compiles a `pattern` trait (Smithy 2.0, "pattern trait"): by code points where the pattern allows, else by the laxer rules for
 * UTF-16 units, which many models rely on (`\-`, `\_`). Those rules read a property that ECMA 262 does not know, such as Java's
 * `\p{Print}`, as the letters "p{Print}", which no author meant and no value matches: that is no pattern.
 */
export function compilePattern(pattern: string): CompiledPattern {
  let reason = "";
  for (const flags of ["u", ""] as const) {
    try {
      return { kind: "regexp", source: new RegExp(pattern, flags).source, flags };
    } catch (error) {
      reason = error instanceof Error ? error.message.replace(/^.*: /s, "") : String(error);
    }
    if (hasUnknownProperty(pattern)) break;
  }
  return { kind: "invalid", reason };
}
