import { findShape, type Model } from "../../shapes/model.js";
import { isNodeArray, isNodeNumber, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import type { EnumShape, MemberShape, Shape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { checkConstraints } from "./check-constraints.js";
import { checkNumber } from "./check-number.js";
import { checkTimestamp } from "./check-timestamp.js";
import { type NodeCheck, type NodeCheckOptions, type NodeFinding, report, reportType } from "./node-check.js";
import { nodeText } from "./node-text.js";

/**
 * Checks a node value against a shape, with all constraint traits: how trait values, examples and test parameters are
 * checked.
 */
export function checkNode(
  model: Model,
  shape: Shape,
  node: Node,
  options: NodeCheckOptions = { timestamps: "format" },
): readonly NodeFinding[] {
  const check: NodeCheck = { model, options, findings: [] };
  visit(check, shape, node, "", undefined);
  return check.findings;
}

/**
 * @param member - through which the shape was reached; its timestamp format wins
 */
function visit(check: NodeCheck, shape: Shape, node: Node, path: string, member: MemberShape | undefined): void {
  switch (shape.kind) {
    case "member": {
      const target = findShape(check.model, shape.target);
      if (target === undefined) return;
      const before = check.findings.length;
      visit(check, target, node, path, shape);
      const isWrong = check.findings.slice(before).some((finding) => finding.path === path && finding.kind === "type");
      if (!isWrong) checkConstraints(check, shape, target, node, path);
      return;
    }
    case "structure":
      if (isNodeObject(node)) visitStructure(check, shape, node, path);
      else reportType(check, shape, node, "object", path);
      break;
    case "union":
      if (isNodeObject(node)) visitUnion(check, shape, node, path);
      else reportType(check, shape, node, "object", path);
      break;
    case "list":
      if (!isNodeArray(node)) return reportType(check, shape, node, "array", path);
      for (const [index, item] of node.entries()) visitItem(check, shape, shape.member, item, `${path}.${index}`);
      break;
    case "map":
      if (!isNodeObject(node)) return reportType(check, shape, node, "object", path);
      for (const key of Object.keys(node)) {
        visit(check, shape.key, key, `${path}.${key} (map-key)`, undefined);
        visitItem(check, shape, shape.value, node[key] as Node, `${path}.${key}`);
      }
      break;
    case "document":
      return;
    case "boolean":
      if (typeof node !== "boolean") return reportType(check, shape, node, "boolean", path);
      break;
    case "blob":
    case "string":
      if (typeof node !== "string") return reportType(check, shape, node, "string", path);
      break;
    case "enum":
      if (typeof node !== "string") return reportType(check, shape, node, "string", path);
      checkEnum(check, shape, node, path);
      break;
    case "intEnum":
      if (!isNodeNumber(node)) return reportType(check, shape, node, "number", path);
      checkEnum(check, shape, node, path);
      break;
    case "timestamp":
      checkTimestamp(check, shape, node, path, member);
      return;
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      if (!checkNumber(check, shape, node, path)) return;
      break;
    default:
      report(check, path, "type", `Encountered invalid shape type: ${shape.kind}`);
      return;
  }
  checkConstraints(check, shape, shape, node, path);
}

/** An item of a list or map; null only where it is sparse. */
function visitItem(check: NodeCheck, container: Shape, member: MemberShape, node: Node, path: string): void {
  if (node !== null) visit(check, member, node, path, undefined);
  else if (!container.traits.has("smithy.api#sparse")) {
    const message = `Non-sparse ${container.kind} shape \`${container.id}\` cannot contain null values`;
    report(check, path, "type", message);
  }
}

function visitStructure(check: NodeCheck, shape: StructureShape, node: NodeObject, path: string): void {
  for (const key of Object.keys(node)) {
    const member = shape.members.get(key);
    if (member !== undefined) visit(check, member, node[key] as Node, `${path}.${key}`, undefined);
    else {
      const message = `Member \`${key}\` does not exist in \`${shape.id}\``;
      report(check, path, "unknown-member", message, { eventSuffix: `UnknownMember.${shape.id}.${key}` });
    }
  }
  for (const member of shape.members.values()) {
    if (!member.traits.has("smithy.api#required") || Object.hasOwn(node, member.name)) continue;
    const message = `Missing required structure member \`${member.name}\` for \`${shape.id}\``;
    const creationProblem = `Missing expected member \`${member.name}\`.`;
    report(check, path, "constraint", message, { creationProblem });
  }
}

function visitUnion(check: NodeCheck, shape: UnionShape, node: NodeObject, path: string): void {
  const keys = Object.keys(node);
  if (keys.length !== 1) {
    const problem = keys.length === 0 ? "exactly one member" : "only a single member";
    report(check, path, "type", `union values must contain a value for ${problem}`);
    return;
  }
  for (const key of keys) {
    const member = shape.members.get(key);
    if (member !== undefined) visit(check, member, node[key] as Node, `${path}.${key}`, undefined);
    else report(check, path, "type", `Invalid union member \`${key}\` found for \`${shape.id}\``);
  }
}

function checkEnum(check: NodeCheck, shape: EnumShape, node: Node, path: string): void {
  const values = [...shape.members.values()].flatMap((member) => {
    const value = member.traits.get("smithy.api#enumValue")?.value;
    return value === undefined ? [] : [nodeText(value)];
  });
  if (values.includes(nodeText(node))) return;
  const noun = shape.kind === "enum" ? "String" : "Integer";
  const list = values.toSorted().map((value) => `\`${value}\``);
  const message = `${noun} value provided for \`${shape.id}\` must be one of the following values: ${list.join(", ")}`;
  report(check, path, "constraint", message);
}
