import type { NumberToken } from "../shapes/node.js";

/**
 * A number as Smithy's serialiser writes it, which is how Java prints numbers: a whole one as it is, a double with a fraction in plain digits
 * between a thousandth and ten million and else with an exponent (`1.5E9`), any longer number with all its digits.
 */
export function numberText(number: number | NumberToken): string {
  if (typeof number !== "number") return decimalText(number.text);
  const text = String(number);
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? text : doubleText(number);
  const size = Math.abs(number);
  return size >= 1e-3 && size < 1e7 ? text : doubleText(number);
}

/** One digit, a point, at least one digit, the exponent. */
function doubleText(number: number): string {
  const [digits = "", exponent = ""] = number.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}

/** "Canonical representation of BigDecimal": an exponent where digits would be missing in front of the point or six zeros stand behind it. */
function decimalText(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (match === null || (fraction === "" && match[4] === undefined)) return text;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  const scale = BigInt(fraction.length) - BigInt(exponent);
  const adjusted = BigInt(digits.length - 1) - scale;
  if (scale >= 0n && adjusted >= -6n) return sign + plainText(digits, Number(scale));
  const point = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${sign}${digits.slice(0, 1)}${point}E${adjusted < 0n ? "" : "+"}${adjusted}`;
}

function plainText(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, "0");
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
