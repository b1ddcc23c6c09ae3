/** A pattern as a JavaScript regular expression, or why it is none. */
export type CompiledPattern =
  | {
      readonly kind: "regexp";
      /** Between slashes: slashes and line breaks are escaped. */
      readonly source: string;
      readonly flags: "u" | "";
    }
  | { readonly kind: "invalid"; readonly reason: string };

/**
 * Compiles a `pattern` trait (Smithy 2.0, "pattern trait"): by code points where the pattern allows, else by the laxer rules for
 * UTF-16 units, which many models rely on (`\-`, `\_`).
 */
export function compilePattern(pattern: string): CompiledPattern {
  let reason = "";
  for (const flags of ["u", ""] as const) {
    try {
      return { kind: "regexp", source: new RegExp(pattern, flags).source, flags };
    } catch (error) {
      reason = error instanceof Error ? error.message.replace(/^.*: /s, "") : String(error);
    }
  }
  return { kind: "invalid", reason };
}
