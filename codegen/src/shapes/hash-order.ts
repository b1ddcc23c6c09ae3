/**
 * The order that names have in Smithy's implementation where it keeps none: that of Java's hash tables. It shows in messages and
 * in the order of members that it makes.
 */
export function hashOrder(names: readonly string[]): readonly string[] {
  let buckets = 16;
  while (names.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (name: string): number => {
    let hash = 0;
    for (let index = 0; index < name.length; index += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return names.toSorted((left, right) => bucketOf(left) - bucketOf(right));
}
