/** Tells whether a name fits one of some patterns, without regard to case. */
export type WildcardMatcher = (name: string) => boolean;

/** Patterns are words, with a star at either end for any text ("ReservedWords", words). */
export function createWildcardMatcher(patterns: readonly string[]): WildcardMatcher {
  const tests = patterns.map(createTest);
  return (name) => tests.some((test) => test(name.toLowerCase()));
}

function createTest(pattern: string): (name: string) => boolean {
  const word = pattern.replaceAll("*", "").toLowerCase();
  const isOpenAtStart = pattern.startsWith("*");
  const isOpenAtEnd = pattern.endsWith("*");
  if (isOpenAtStart && isOpenAtEnd) return (name) => name.includes(word);
  if (isOpenAtStart) return (name) => name.endsWith(word);
  if (isOpenAtEnd) return (name) => name.startsWith(word);
  return (name) => name === word;
}

/** Why a text is no pattern. */
export function wildcardProblem(pattern: string): string | undefined {
  if (pattern === "") return "Invalid empty pattern";
  if (pattern === "*") return "Invalid wildcard pattern: *";
  return pattern.slice(1, -1).includes("*") ? `Invalid inner '*' in wildcard pattern: ${pattern}` : undefined;
}
