/**
 * Distinct texts in the order that they have in Smithy's implementation where it keeps none: that of Java's hash tables. It shows in
 * messages and in the order of members that it makes.
 */
export function hashOrder(texts: Iterable<string>): readonly string[] {
  return tableOrder([...new Set(texts)], textHash);
}

/** {@link hashOrder} of a set that was made as the copy of a collection: some tables are twice as large then. */
export function copiedHashOrder(texts: Iterable<string>): readonly string[] {
  const distinct = [...new Set(texts)];
  return tableOrder(distinct, textHash, Math.floor(distinct.length / 0.75) + 1);
}

/**
 * Items in the order of a Java hash table that they were put into one by one. Those in one place keep their order.
 *
 * @param room - how many places the table was asked to have at least
 */
export function tableOrder<Item>(items: readonly Item[], hashOf: (item: Item) => number, room = 16): readonly Item[] {
  let places = 16;
  while (places < room || items.length > places * 0.75) places *= 2;
  return items
    .map((item) => {
      const hash = hashOf(item);
      return { item, place: (hash ^ (hash >>> 16)) & (places - 1) };
    })
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** Java's hash code of a string: 32 bits over UTF-16 code units. */
export function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
