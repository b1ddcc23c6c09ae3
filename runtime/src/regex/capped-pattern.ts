import type { Matcher } from "./linear-pattern.js";

/**
 * A pattern that a backtracking matcher may take long on and that nothing else can express: texts of more than `cap` UTF-16
 * units do not match it.
 */
export function cappedPattern(pattern: RegExp, cap: number): Matcher {
  return { test: (text) => text.length <= cap && pattern.test(text) };
}
