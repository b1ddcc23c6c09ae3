import type { NumberToken } from "../shapes/node.js";
import { normaliseDecimal } from "../shapes/node-equality.js";

/**
 * A number as Smithy's serialiser writes it, which is how Java prints numbers: a whole one as it is, a double with a fraction in plain digits
 * between a thousandth and ten million and else with an exponent (`1.5E9`), any longer number with all its digits.
 */
export function numberText(number: number | NumberToken): string {
  if (typeof number !== "number") {
    return isDouble(number) ? doubleText(number.toNumber()) : decimalText(number.text);
  }
  const text = String(number);
  if (Number.isInteger(number)) return text;
  return doubleText(number);
}

/** Whether a number with a point or an exponent is one that a double holds. */
function isDouble(token: NumberToken): boolean {
  const number = token.toNumber();
  return /[.eE]/.test(token.text) && normaliseDecimal(token.text) === normaliseDecimal(String(number));
}

/** Plain digits with a point, or one digit, a point, at least one digit and the exponent. */
function doubleText(number: number): string {
  const size = Math.abs(number);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = Object.is(number, -0) ? "-0" : String(number);
    return Number.isInteger(number) ? `${text}.0` : text;
  }
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
