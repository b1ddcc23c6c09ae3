import { findShape, type Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import type {
  ListShape,
  MapShape,
  MemberShape,
  RootShape,
  Shape,
  StructureShape,
  UnionShape,
} from "../../shapes/shape.js";
import { isBase64 } from "./base64.js";
import { checkConstraints } from "./check-constraints.js";
import { checkNumber } from "./check-number.js";
import { checkTimestamp } from "./check-timestamp.js";
import {
  type NodeCheck,
  type NodeCheckOptions,
  type NodeFinding,
  report,
  reportConstraint,
  reportType,
} from "./node-check.js";

/**
 * Checks a node value against a shape, with all constraint traits: how trait values, default values, metadata, examples and
 * test parameters are checked. Where the specification counts Unicode scalar values, Smithy counts UTF-16 units; this follows
 * Smithy.
 */
export function checkNode(
  model: Model,
  shape: Shape,
  node: Node,
  options: NodeCheckOptions = {},
): readonly NodeFinding[] {
  const check: NodeCheck = { model, options, findings: [] };
  if (shape.kind === "member") visitMember(check, shape, node, "");
  else visit(check, shape, node, "", undefined);
  return check.findings;
}

function visitMember(check: NodeCheck, member: MemberShape, node: Node, path: string): void {
  const target = findShape(check.model, member.target);
  if (target === undefined || target.kind === "member") return;
  checkConstraints(check, { shape: member, node, path }, target);
  if (target.kind === "timestamp") checkTimestamp(check, { shape: member, node, path }, undefined);
  if (node === null) checkNull(check, member, path);
  visit(check, target, node, path, member);
}

/** Null stands only for what may be absent ("sparse trait", "required trait"). */
function checkNull(check: NodeCheck, member: MemberShape, path: string): void {
  const container = check.model.shapes.get(member.container);
  if (container?.kind === "list" || container?.kind === "map") {
    if (container.traits.has("smithy.api#sparse") && member.name !== "key") return;
    report(check, path, `Non-sparse ${container.kind} shape \`${container.id}\` cannot contain null values`);
  } else if (container?.kind === "structure" && !isNullable(container, member)) {
    report(check, path, `Required structure member \`${member.name}\` for \`${container.id}\` cannot be null`);
  }
}

function isNullable(container: StructureShape, { traits }: MemberShape): boolean {
  if (traits.has("smithy.api#clientOptional") || container.traits.has("smithy.api#input")) return true;
  const fallback = traits.get("smithy.api#default");
  return !traits.has("smithy.api#required") && (fallback === undefined || fallback.value === null);
}

/**
 * @param member - through which the shape was reached; its timestamp format wins
 */
function visit(check: NodeCheck, shape: RootShape, node: Node, path: string, member: MemberShape | undefined): void {
  const place = { shape, node, path };
  switch (shape.kind) {
    case "structure":
      return isNodeObject(node) ? visitStructure(check, shape, node, path) : reportType(check, place, "object");
    case "union":
      return isNodeObject(node) ? visitUnion(check, shape, node, path) : reportType(check, place, "object");
    case "list":
      return isNodeArray(node) ? visitList(check, shape, node, path) : reportType(check, place, "array");
    case "map":
      return isNodeObject(node) ? visitMap(check, shape, node, path) : reportType(check, place, "object");
    case "document":
      return;
    case "boolean":
      return typeof node === "boolean" ? checkConstraints(check, place, shape) : reportType(check, place, "boolean");
    case "blob":
      if (typeof node !== "string") return reportType(check, place, "string");
      if (check.options.base64Blobs === true && !isBase64(node)) {
        return report(check, path, "Blob value must be a valid base64 string");
      }
      return checkConstraints(check, place, shape);
    case "string":
    case "enum":
      return typeof node === "string" ? checkConstraints(check, place, shape) : reportType(check, place, "string");
    case "timestamp":
      checkTimestamp(check, place, member);
      return checkConstraints(check, place, shape);
    case "service":
    case "operation":
    case "resource":
      return report(check, path, `Encountered invalid shape type: ${shape.kind}`);
    default:
      if (checkNumber(check, shape, node, path)) checkConstraints(check, place, shape);
  }
}

function visitList(check: NodeCheck, shape: ListShape, node: readonly Node[], path: string): void {
  checkConstraints(check, { shape, node, path }, shape);
  for (const [index, item] of node.entries()) visitMember(check, shape.member, item, `${path}.${index}`);
}

function visitMap(check: NodeCheck, shape: MapShape, node: NodeObject, path: string): void {
  checkConstraints(check, { shape, node, path }, shape);
  for (const key of Object.keys(node)) {
    visitMember(check, shape.key, key, `${path}.${key} (map-key)`);
    visitMember(check, shape.value, node[key] as Node, `${path}.${key}`);
  }
}

function visitStructure(check: NodeCheck, shape: StructureShape, node: NodeObject, path: string): void {
  checkConstraints(check, { shape, node, path }, shape);
  for (const key of Object.keys(node)) {
    const member = shape.members.get(key);
    if (member === undefined) reportUnknown(check, shape, key, path);
    else visitMember(check, member, node[key] as Node, `${path}.${key}`);
  }
  for (const member of shape.members.values()) {
    if (!member.traits.has("smithy.api#required") || Object.hasOwn(node, member.name)) continue;
    reportConstraint(check, path, `Missing required structure member \`${member.name}\` for \`${shape.id}\``);
  }
}

/** Smithy takes a union value without members. */
function visitUnion(check: NodeCheck, shape: UnionShape, node: NodeObject, path: string): void {
  checkConstraints(check, { shape, node, path }, shape);
  const keys = Object.keys(node);
  if (keys.length > 1) {
    report(check, path, "union values can contain a value for only a single member");
    return;
  }
  for (const key of keys) {
    const member = shape.members.get(key);
    if (member === undefined) reportUnknown(check, shape, key, path);
    else visitMember(check, member, node[key] as Node, `${path}.${key}`);
  }
}

function reportUnknown(check: NodeCheck, shape: StructureShape | UnionShape, key: string, path: string): void {
  const severity = shape.kind === "structure" ? "WARNING" : "ERROR";
  const eventSuffix = `UnknownMember.${shape.id}.${key}`;
  report(check, path, `Member \`${key}\` does not exist in \`${shape.id}\``, { severity, eventSuffix });
}
