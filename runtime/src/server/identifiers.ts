/** Hexadecimal digits of the last group of a UUID. */
const countDigits = 12;

/**
 * Makes identifiers in the form of a UUID: the first four groups are random and the same for a server, the last one counts. As
 * unique as a random UUID for a tenth of the time, and requests of one server sort in the order of their arrival.
 */
export function identifiers(): () => string {
  const prefix = crypto.randomUUID().slice(0, -countDigits);
  let count = 0;
  return () => {
    count += 1;
    return prefix + count.toString(16).padStart(countDigits, "0");
  };
}
