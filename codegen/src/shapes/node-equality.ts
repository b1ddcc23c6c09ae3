import { isNodeArray, isNodeNumber, isNodeObject, type Node, NumberToken } from "./node.js";

/** Equality by value: objects without regard to the order of their keys, numbers by what they denote. */
export function equalNodes(left: Node, right: Node): boolean {
  if (left === right) return true;
  if (isNodeNumber(left) || isNodeNumber(right)) return equalNumbers(left, right);
  if (isNodeArray(left)) {
    return (
      isNodeArray(right) &&
      left.length === right.length &&
      left.every((item, index) => equalNodes(item, right[index] as Node))
    );
  }
  if (!isNodeObject(left) || !isNodeObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equalNodes(left[key] as Node, right[key] as Node))
  );
}

function equalNumbers(left: Node, right: Node): boolean {
  if (!isNodeNumber(left) || !isNodeNumber(right)) return false;
  return normaliseDecimal(textOf(left)) === normaliseDecimal(textOf(right));
}

function textOf(number: number | NumberToken): string {
  return number instanceof NumberToken ? number.text : String(number);
}

/** Sign, digits without outer zeros, and the exponent of the last digit: equal for equal decimal values. */
export function normaliseDecimal(text: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const scale = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign === "-" ? "-" : ""}${significant}e${scale}`;
}

/**
 * The node of a number's text: a double when it has the same value, else the text itself. A whole number that is written with a point or an
 * exponent keeps its text too: `1.0` is no integer to all who read a model.
 */
export function numberNode(written: string): number | NumberToken {
  // The IDL allows zeros in front; JSON, in which numbers are written out again, does not.
  const text = written.replace(/^(-?)0+(?=\d)/, "$1");
  const number = Number(text);
  // From here on JavaScript writes an exponent.
  if (Math.abs(number) >= 1e21) return new NumberToken(text);
  if (Number.isInteger(number) && /[.eE]/.test(text)) return new NumberToken(text);
  return normaliseDecimal(text) === normaliseDecimal(String(number)) ? number : new NumberToken(text);
}
