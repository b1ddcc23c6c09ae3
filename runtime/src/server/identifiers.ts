/** What may stand in a header without a second thought. */
const headerText = /^[\u0021-\u007e]+$/;

/**
 * The identifiers of a server's requests: those that the application makes, unless it throws or makes one that no header can
 * carry; an answer must not fail for want of a name.
 */
export function identifiers(make?: () => string): () => string {
  const own = countingIdentifiers();
  if (make === undefined) return own;
  return () => {
    try {
      const made = make();
      return headerText.test(made) ? made : own();
    } catch {
      return own();
    }
  };
}

/** Hexadecimal digits of the last group of a UUID. */
const countDigits = 12;

/**
 * Makes identifiers in the form of a UUID: the first four groups are random and the same for a server, the last one counts. As
 * unique as a random UUID for a tenth of the time, and requests of one server sort in the order of their arrival.
 */
function countingIdentifiers(): () => string {
  const prefix = crypto.randomUUID().slice(0, -countDigits);
  let count = 0;
  return () => {
    count += 1;
    return prefix + count.toString(16).padStart(countDigits, "0");
  };
}
