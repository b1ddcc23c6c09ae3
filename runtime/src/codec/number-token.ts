/** A JSON number that no double holds as it was written. */
export class NumberToken {
  /** The number as JSON writes it, such as `9007199254740993` or `0.1000000000000000055`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The nearest double; may be infinite. */
  toNumber(): number {
    return Number(this.text);
  }

  /** Numbers stay numbers where a token meets `JSON.stringify`. */
  toJSON(): number {
    return Number(this.text);
  }
}

const numberParts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Digits beyond which a number is refused rather than expanded: `1e999999999` is ten characters of attack. */
const maximumDigits = 4096;

/** The integer that a JSON number means; undefined when it has a fraction or more than 4,096 digits. */
export function bigintOfNumber(text: string): bigint | undefined {
  const match = numberParts.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = match;
  const digits = whole + fraction;
  const shift = Number(exponentText) - fraction.length;
  if (/^0+$/.test(digits)) return 0n;
  if (digits.length + Math.max(shift, 0) > maximumDigits) return undefined;
  if (shift < 0 && !/^0*$/.test(digits.slice(shift))) return undefined;
  const integer = shift < 0 ? digits.slice(0, shift) : digits + "0".repeat(shift);
  return integer === "" ? undefined : BigInt(sign + integer);
}
