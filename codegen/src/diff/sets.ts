/** What the second list has and the first has not, each once. */
export function missingFrom<Item>(from: Iterable<Item>, items: Iterable<Item>): readonly Item[] {
  const known = new Set(from);
  return [...new Set(items)].filter((item) => !known.has(item));
}
