/**
 * Compares two decimal numbers, given as text, by their exact values. `Infinity` and `-Infinity` are values too.
 *
 * @returns less than, equal to or greater than zero
 */
export function compareDecimals(left: string, right: string): number {
  const [first, second] = [Number(left), Number(right)];
  if (!Number.isFinite(first) || !Number.isFinite(second) || (left.length < 16 && right.length < 16)) {
    if (first !== second || left === right) return first === second ? 0 : Math.sign(first - second);
  }
  const scale = Math.min(exponentOf(left), exponentOf(right));
  // A difference of more digits than this is decided by the exponents alone.
  if (Math.max(exponentOf(left), exponentOf(right)) - scale > 5000) return Math.sign(first - second);
  const difference = scaled(left, scale) - scaled(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function parseDecimal(text: string): Decimal {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] = match ?? [];
  const digits = BigInt(`${whole}${fraction}` || "0");
  return { digits: sign === "-" ? -digits : digits, exponent: Number(exponent) - fraction.length };
}

function exponentOf(text: string): number {
  return parseDecimal(text).exponent;
}

function scaled(text: string, scale: number): bigint {
  const { digits, exponent } = parseDecimal(text);
  return digits * 10n ** BigInt(exponent - scale);
}
