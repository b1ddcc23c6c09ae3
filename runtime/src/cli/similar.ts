/**
 * The candidates that a mistyped word may mean, the most similar first, at most three. Similarity is that of Ratcliff and
 * Obershelp: twice the number of matching characters over the length of both words.
 */
export function similarWords(word: string, candidates: Iterable<string>, atLeast = 0.8): readonly string[] {
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: similarity(candidate, word) }))
    .filter(({ score }) => score >= atLeast)
    .toSorted((a, b) => b.score - a.score || (a.candidate < b.candidate ? 1 : -1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function similarity(a: string, b: string): number {
  const length = a.length + b.length;
  return length === 0 ? 1 : (2 * matchingCharacters(a, b)) / length;
}

/** Characters of the longest common run and, recursively, of what is left and right of it. */
function matchingCharacters(a: string, b: string): number {
  let best = { length: 0, a: 0, b: 0 };
  let runs = new Map<number, number>();
  for (let i = 0; i < a.length; i += 1) {
    const next = new Map<number, number>();
    for (let j = b.indexOf(a.charAt(i)); j >= 0; j = b.indexOf(a.charAt(i), j + 1)) {
      const length = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, length);
      if (length > best.length) best = { length, a: i - length + 1, b: j - length + 1 };
    }
    runs = next;
  }
  if (best.length === 0) return 0;
  return (
    best.length +
    matchingCharacters(a.slice(0, best.a), b.slice(0, best.b)) +
    matchingCharacters(a.slice(best.a + best.length), b.slice(best.b + best.length))
  );
}

/** The list of choices as the AWS CLI shows it, in two columns, and what was probably meant. */
export function invalidChoice(value: string, choices: readonly string[]): string {
  const lines = ["Invalid choice, valid choices are:", ""];
  for (let index = 0; index < choices.length; index += 2) {
    lines.push(
      choices
        .slice(index, index + 2)
        .map((choice) => choice.padEnd(40))
        .join(" | "),
    );
  }
  const similar = similarWords(value, choices);
  if (similar.length > 0) lines.push("", "", `Invalid choice: '${value}', maybe you meant:`, "");
  lines.push(...similar.map((choice) => `  * ${choice}`));
  return lines.join("\n");
}
