import { RE2JS } from "re2js";

/** What validators need of a regular expression: whether it matches anywhere in a text. */
export interface Matcher {
  test(text: string): boolean;
}

/**
 * Matches in time linear in the text, whatever the pattern, for patterns that a backtracking matcher may take for ever on.
 * Compiled when first used.
 *
 * @param source the pattern in the language of RE2, as the generator translates it
 */
export function linearPattern(source: string): Matcher {
  let compiled: RE2JS | undefined;
  return {
    test(text) {
      compiled ??= RE2JS.compile(source);
      return compiled.test(text);
    },
  };
}
