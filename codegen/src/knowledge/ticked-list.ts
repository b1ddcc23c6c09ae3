/** Texts in a message: sorted, each in backticks. */
export function tickedList(texts: Iterable<string>): string {
  return [...texts]
    .toSorted()
    .map((text) => `\`${text}\``)
    .join(", ");
}
