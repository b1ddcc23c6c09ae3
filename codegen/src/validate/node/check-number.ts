import { isNodeNumber, type Node } from "../../shapes/node.js";
import type { RootShape } from "../../shapes/shape.js";
import { type NodeCheck, report, reportType } from "./node-check.js";

const limits: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-128n, 127n],
  short: [-32768n, 32767n],
  integer: [-2147483648n, 2147483647n],
  intEnum: [-2147483648n, 2147483647n],
  long: [-9223372036854775808n, 9223372036854775807n],
};

const specialFloats = ["NaN", "Infinity", "-Infinity"];

/** Whether a node is a number of the shape's kind, whose constraints can be checked; reports why not. */
export function checkNumber(check: NodeCheck, shape: RootShape, node: Node, path: string): boolean {
  const { kind } = shape;
  const isFloat = kind === "float" || kind === "double";
  if (isFloat && typeof node === "string") {
    if (specialFloats.includes(node)) return true;
    const list = specialFloats.map((text) => `"${text}"`).join(", ");
    const message = `Value for \`${shape.id}\` must either be numeric or one of the following strings: [${list}], but was "${node}"`;
    report(check, path, message);
    return true;
  }
  if (!isNodeNumber(node)) {
    reportType(check, { shape, node, path }, "number");
    return false;
  }
  return isFloat || kind === "bigDecimal" || checkInteger(check, shape, String(node), path);
}

/** Whole numbers are written without point and exponent. Beyond 64 bits Smithy keeps their lowest 64, and so does this. */
function checkInteger(check: NodeCheck, { kind, id }: RootShape, text: string, path: string): boolean {
  if (!/^-?\d+$/.test(text)) {
    const message = `${kind} shapes must not have floating point values, but found \`${doubleText(text)}\` provided for \`${id}\``;
    report(check, path, message);
    return false;
  }
  const range = limits[kind];
  if (range === undefined) return true;
  const [least, most] = range;
  const whole = BigInt.asIntN(64, BigInt(text));
  if (whole >= least && whole <= most) return true;
  const bound = whole < least ? `> ${least}` : `< ${most}`;
  report(check, path, `${kind} value must be ${bound}, but found ${whole}`);
  return false;
}

/** A number as Java writes a double: `1.0E10`, `100.0`. */
function doubleText(text: string): string {
  const number = Number(text);
  const size = Math.abs(number);
  if (!Number.isFinite(number)) return text;
  if (size === 0 || (size >= 1e-3 && size < 1e7)) return Number.isInteger(number) ? `${number}.0` : String(number);
  const [digits = "", exponent = ""] = number.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}
