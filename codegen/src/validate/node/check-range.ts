import { isNodeNumber, type Node, nodeMember } from "../../shapes/node.js";
import type { RootShape } from "../../shapes/shape.js";
import { compareDecimals } from "../../shapes/compare-decimals.js";
import { type NodeCheck, type NodePlace, report, reportConstraint } from "./node-check.js";

const numberKinds: readonly string[] = [
  "byte",
  "short",
  "integer",
  "intEnum",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
];

/** "range trait" */
export function checkRange(check: NodeCheck, place: NodePlace, { kind }: RootShape): void {
  const { shape, node, path } = place;
  const trait = shape.traits.get("smithy.api#range")?.value;
  if (trait === undefined || !numberKinds.includes(kind)) return;
  if (!isNodeNumber(node) && node !== "NaN" && node !== "Infinity" && node !== "-Infinity") return;
  const subject = `Value provided for \`${shape.id}\` must be`;
  if (node === "NaN") {
    const message = `${subject} a number because the \`smithy.api#range\` trait is applied, but found "NaN"`;
    reportConstraint(check, path, message);
    return;
  }
  const found = typeof node === "string" ? `"${node}"` : String(node);
  for (const [name, direction, sign] of bounds) {
    const limit = nodeMember(trait, name);
    if (!isNodeNumber(limit) || compareDecimals(String(node), String(limit)) * sign <= 0) continue;
    reportRange(check, place, `${subject} ${direction} than or equal to ${String(limit)}, but found ${found}`);
  }
}

const bounds = [
  ["min", "greater", -1],
  ["max", "less", 1],
] as const;

function reportRange(check: NodeCheck, { shape, node, path }: NodePlace, message: string): void {
  const eventSuffix = `${shape.kind === "member" ? "Member" : "Target"}.InvalidRange`;
  if (check.options.allowZeroOutOfRange === true && isZero(node)) {
    report(check, path, message, { severity: "WARNING", eventSuffix });
  } else reportConstraint(check, path, message, eventSuffix);
}

function isZero(node: Node): boolean {
  return isNodeNumber(node) && compareDecimals(String(node), "0") === 0;
}
