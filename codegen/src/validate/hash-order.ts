/**
 * Texts in the order of a Java hash set that was copied from a collection. Smithy writes some sets into messages in that order, which
 * has no meaning; only their comparison with messages of its own needs it.
 */
export function hashOrder(texts: Iterable<string>): readonly string[] {
  const distinct = [...new Set(texts)];
  const slots = 2 ** Math.ceil(Math.log2(Math.max(Math.floor(distinct.length / 0.75) + 1, 16)));
  // Texts in one slot keep the order in which they came: the sort is stable.
  return distinct.toSorted((left, right) => slotOf(left, slots) - slotOf(right, slots));
}

function slotOf(text: string, slots: number): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 16)) & (slots - 1);
}
