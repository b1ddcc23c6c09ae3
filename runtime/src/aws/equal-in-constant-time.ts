/** Compares without telling by its duration how far two texts agree. */
export function equalInConstantTime(expected: string, actual: string): boolean {
  let difference = expected.length ^ actual.length;
  for (let index = 0; index < expected.length; index++) {
    difference |= expected.charCodeAt(index) ^ (index < actual.length ? actual.charCodeAt(index) : 0);
  }
  return difference === 0;
}
