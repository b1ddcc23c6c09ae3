import { matchingIn } from "../../selector/model-selectors.js";
import { findShape } from "../../shapes/model.js";
import { isNodeArray, isNodeNumber, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import type { RootShape } from "../../shapes/shape.js";
import { isShapeId } from "../../shapes/shape-id.js";
import { tickedList } from "../ticked-list.js";
import { base64Length } from "./base64.js";
import { checkConditions } from "./check-conditions.js";
import { checkRange } from "./check-range.js";
import { matchPattern } from "./match-pattern.js";
import { type NodeCheck, type NodePlace, report, reportConstraint } from "./node-check.js";
import { jsonText, nodeText } from "../../shapes/node-text.js";

/**
 * Checks the constraint traits that stand on a shape or member itself (Smithy 2.0, "Constraint traits"). A value of the wrong
 * type breaks none.
 *
 * @param target - the shape itself, or the member's target
 */
export function checkConstraints(check: NodeCheck, place: NodePlace, target: RootShape): void {
  if (target.kind === "enum" || target.kind === "intEnum") checkEnum(check, place);
  if (place.shape.traits.size === 0) return;
  checkLength(check, place, target);
  checkRange(check, place, target);
  checkConditions(check, place);
  if (target.kind === "list") checkUniqueItems(check, place);
  if (target.kind !== "string") return;
  checkPattern(check, place);
  checkEnumTrait(check, place);
  checkIdRef(check, place);
}

function checkLength(check: NodeCheck, place: NodePlace, target: RootShape): void {
  const { shape, node, path } = place;
  const trait = shape.traits.get("smithy.api#length")?.value;
  if (trait === undefined) return;
  const measured = measure(check, target, node);
  if (measured === undefined) return;
  const { length, unit } = measured;
  const min = bound(trait, "min");
  const max = bound(trait, "max");
  const isText = unit === "characters";
  const subject = `${isText ? "String value" : "Value"} provided for \`${shape.id}\` must`;
  // Smithy has no allowance for the length of lists.
  const tell = unit === "elements" ? report : reportConstraint;
  if (min !== undefined && length < min) {
    const message = isText
      ? `${subject} be >= ${min} characters, but the provided value is only ${length} characters.`
      : `${subject} have at least ${min} ${unit}, but the provided value only has ${length} ${unit}`;
    tell(check, path, message);
  }
  if (max !== undefined && length > max) {
    const message = isText
      ? `${subject} be <= ${max} characters, but the provided value is ${length} characters.`
      : `${subject} have no more than ${max} ${unit}, but the provided value has ${length} ${unit}`;
    tell(check, path, message);
  }
}

interface Measure {
  readonly length: number;
  readonly unit: "bytes" | "characters" | "elements" | "entries";
}

function measure({ options }: NodeCheck, { kind }: RootShape, node: Node): Measure | undefined {
  if (kind === "blob" && typeof node === "string") {
    const length = options.base64Blobs === true ? base64Length(node) : new TextEncoder().encode(node).length;
    return { length, unit: "bytes" };
  }
  if (kind === "string" && typeof node === "string") return { length: node.length, unit: "characters" };
  if (kind === "list" && isNodeArray(node)) return { length: node.length, unit: "elements" };
  if (kind === "map" && isNodeObject(node)) return { length: Object.keys(node).length, unit: "entries" };
  return undefined;
}

function bound(trait: Node, name: string): number | undefined {
  const value = nodeMember(trait, name);
  return isNodeNumber(value) ? Number(String(value)) : undefined;
}

function checkPattern(check: NodeCheck, { shape, node, path }: NodePlace): void {
  const pattern = shape.traits.get("smithy.api#pattern")?.value;
  if (typeof pattern !== "string" || typeof node !== "string") return;
  if (matchPattern(check.model, pattern, node) !== false) return;
  const message = `String value provided for \`${shape.id}\` must match regular expression: ${pattern}`;
  reportConstraint(check, path, message);
}

function checkUniqueItems(check: NodeCheck, { shape, node, path }: NodePlace): void {
  if (!shape.traits.has("smithy.api#uniqueItems") || !isNodeArray(node)) return;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const item of node) {
    const text = canonicalText(item);
    if (seen.has(text)) repeated.add(nodeText(item));
    seen.add(text);
  }
  if (repeated.size === 0) return;
  const items = [...repeated].map((item) => `\`${item}\``).join(", ");
  const message = `Value provided for \`${shape.id}\` must have unique items, but the following items had multiple entries: [${items}]`;
  report(check, path, message);
}

/** A text that equal nodes share, objects whatever the order of their keys. Smithy tells 1 from 1.0. */
function canonicalText(node: Node): string {
  if (isNodeArray(node)) return `[${node.map(canonicalText).join(",")}]`;
  if (!isNodeObject(node)) return jsonText(node);
  const keys = Object.keys(node).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(node[key] as Node)}`).join(",")}}`;
}

/** "enum", "intEnum" */
function checkEnum(check: NodeCheck, { shape, node, path }: NodePlace): void {
  if (shape.kind !== "enum" && shape.kind !== "intEnum") return;
  if (shape.kind === "enum" ? typeof node !== "string" : !isNodeNumber(node)) return;
  const values = [...shape.members.values()].flatMap((member) => {
    const value = member.traits.get("smithy.api#enumValue")?.value;
    return value === undefined ? [] : [nodeText(value)];
  });
  if (values.includes(nodeText(node))) return;
  const [noun, found] = shape.kind === "enum" ? ["String", ""] : ["Integer", `, but found ${nodeText(node)}`];
  const list = tickedList(values);
  report(
    check,
    path,
    `${noun} value provided for \`${shape.id}\` must be one of the following values: ${list}${found}`,
  );
}

/** "enum trait", of version 1.0 */
function checkEnumTrait(check: NodeCheck, { shape, node, path }: NodePlace): void {
  const trait = shape.kind === "string" ? shape.traits.get("smithy.api#enum")?.value : undefined;
  if (!isNodeArray(trait) || typeof node !== "string") return;
  const values = trait.flatMap((definition) => nodeMember(definition, "value") ?? []);
  if (values.includes(node)) return;
  const list = tickedList(values.map(String));
  report(check, path, `String value provided for \`${shape.id}\` must be one of the following values: ${list}`);
}

/** "idRef trait" */
function checkIdRef(check: NodeCheck, { shape, node, path }: NodePlace): void {
  const trait = shape.traits.get("smithy.api#idRef")?.value;
  if (trait === undefined || typeof node !== "string") return;
  if (!isShapeId(node)) {
    report(check, path, `Invalid shape ID: ${node}`);
    return;
  }
  const custom = nodeMember(trait, "errorMessage");
  const words = (problem: string): string => (typeof custom === "string" ? custom : problem);
  const named = findShape(check.model, node);
  if (named === undefined) {
    if (nodeMember(trait, "failWhenMissing") !== true) return;
    report(check, path, words(`Shape ID \`${node}\` was not found in the model`));
    return;
  }
  const selector = nodeMember(trait, "selector") ?? "*";
  if (typeof selector !== "string" || selector === "*") return;
  if (matchingIn(check.model, selector, [named]).shapes.has(named)) return;
  report(check, path, words(`Shape ID \`${node}\` does not match selector \`${selector}\``));
}
