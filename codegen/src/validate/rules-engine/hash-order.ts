/**
 * Names in the order in which Smithy's messages list those that it keeps in hash tables of its platform: by the lower bits of a
 * hash of the name, in a table whose size doubles when it is three quarters full.
 */
export function inHashOrder(names: Iterable<string>): readonly string[] {
  const distinct = [...new Set(names)];
  let size = 16;
  while (distinct.length > size * 0.75) size *= 2;
  const slot = (name: string): number => {
    const hash = hashOf(name);
    return (hash ^ (hash >>> 16)) & (size - 1);
  };
  return distinct
    .map((name) => ({ name, slot: slot(name) }))
    .toSorted((left, right) => left.slot - right.slot)
    .map(({ name }) => name);
}

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
