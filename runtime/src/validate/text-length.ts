import { scalarLength } from "./values.js";

/**
 * Whether a text has from `min` to `max` Unicode scalar values. A text of n UTF-16 units has from n/2 to n of them, so that only
 * texts close to a bound are counted.
 */
export function textLengthWithin(text: string, min: number, max: number): boolean {
  const units = text.length;
  if (units <= max && units >= min * 2 - 1) return true;
  if (units < min || units > max * 2) return false;
  const length = scalarLength(text);
  return length >= min && length <= max;
}
