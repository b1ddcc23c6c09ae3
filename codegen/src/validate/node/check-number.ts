import { isNodeNumber, type Node } from "../../shapes/node.js";
import type { SimpleShape } from "../../shapes/shape.js";
import { type NodeCheck, report, reportType } from "./node-check.js";

const limits: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-128n, 127n],
  short: [-32768n, 32767n],
  integer: [-2147483648n, 2147483647n],
  long: [-9223372036854775808n, 9223372036854775807n],
};

/** Whether a node is a number of the shape's kind; reports why not. */
export function checkNumber(check: NodeCheck, shape: SimpleShape, node: Node, path: string): boolean {
  const { kind } = shape;
  if (kind === "float" || kind === "double") {
    if (node === "NaN" || node === "Infinity" || node === "-Infinity") return true;
  }
  if (!isNodeNumber(node)) {
    reportType(check, shape, node, "number", path);
    return false;
  }
  if (kind === "float" || kind === "double" || kind === "bigDecimal") return true;
  const text = String(node);
  const whole = wholeNumber(text);
  if (whole === undefined) {
    const message = `${kind} shapes must not have floating point values, but found \`${text}\` provided for \`${shape.id}\``;
    report(check, path, "type", message);
    return false;
  }
  const [least, most] = limits[kind] ?? [whole, whole];
  if (whole >= least && whole <= most) return true;
  const bound = whole < least ? `> ${least}` : `< ${most}`;
  report(check, path, "type", `${kind} value must be ${bound}, but found ${text}`);
  return false;
}

/** The integer that a number's text denotes, undefined when it has a fraction. */
function wholeNumber(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", digits = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) - fraction.length;
  // A number of more digits than this is out of every range anyway, and BigInt would take its time.
  if (Math.abs(shift) > 1000) return undefined;
  const all = BigInt(digits + fraction) * (sign === "-" ? -1n : 1n);
  if (shift >= 0) return all * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return all % divisor === 0n ? all / divisor : undefined;
}
