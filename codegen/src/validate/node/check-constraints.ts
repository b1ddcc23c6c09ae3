import { matchingIn } from "../../selector/model-selectors.js";
import { equalNodes, normaliseDecimal } from "../../shapes/node-equality.js";
import { isNodeArray, isNodeNumber, isNodeObject, type Node, nodeMember, NumberToken } from "../../shapes/node.js";
import { findShape } from "../../shapes/model.js";
import type { Shape } from "../../shapes/shape.js";
import { isShapeId } from "../../shapes/shape-id.js";
import { checkConditions } from "./check-conditions.js";
import { type NodeCheck, report } from "./node-check.js";
import { compareDecimals } from "./compare-decimals.js";
import { matchPattern } from "./match-pattern.js";
import { jsonText } from "./node-text.js";

/**
 * Checks the constraint traits that stand on a shape or member itself (Smithy 2.0, "Constraint traits").
 *
 * @param target - the shape itself, or the member's target
 */
export function checkConstraints(check: NodeCheck, shape: Shape, target: Shape, node: Node, path: string): void {
  if (shape.traits.size === 0) return;
  checkLength(check, shape, target, node, path);
  checkPattern(check, shape, node, path);
  checkRange(check, shape, node, path);
  checkUniqueItems(check, shape, node, path);
  checkEnumTrait(check, shape, node, path);
  checkIdRef(check, shape, node, path);
  checkConditions(check, shape, node, path);
}

function checkLength(check: NodeCheck, shape: Shape, target: Shape, node: Node, path: string): void {
  const trait = shape.traits.get("smithy.api#length")?.value;
  if (trait === undefined) return;
  const measured = measure(target, node);
  if (measured === undefined) return;
  const [length, unit] = measured;
  const min = bound(trait, "min");
  const max = bound(trait, "max");
  const subject = `${unit === "characters" ? "String value" : "Value"} provided for \`${shape.id}\` must`;
  if (min !== undefined && length < min) {
    const message =
      unit === "characters"
        ? `${subject} be >= ${min} characters, but the provided value is only ${length} characters.`
        : `${subject} have at least ${min} ${unit}, but the provided value only has ${length} ${unit}`;
    report(check, path, "constraint", message);
  }
  if (max !== undefined && length > max) {
    const message =
      unit === "characters"
        ? `${subject} be <= ${max} characters, but the provided value is ${length} characters.`
        : `${subject} have no more than ${max} ${unit}, but the provided value has ${length} ${unit}`;
    report(check, path, "constraint", message);
  }
}

function measure(target: Shape, node: Node): readonly [number, string] | undefined {
  if (typeof node === "string") {
    if (target.kind === "blob") return [new TextEncoder().encode(node).length, "bytes"];
    return [[...node].length, "characters"];
  }
  if (isNodeArray(node)) return [node.length, "elements"];
  return isNodeObject(node) && target.kind === "map" ? [Object.keys(node).length, "entries"] : undefined;
}

function bound(trait: Node, name: string): number | undefined {
  const value = nodeMember(trait, name);
  return isNodeNumber(value) ? Number(String(value)) : undefined;
}

function checkPattern(check: NodeCheck, shape: Shape, node: Node, path: string): void {
  const pattern = shape.traits.get("smithy.api#pattern")?.value;
  if (typeof pattern !== "string" || typeof node !== "string") return;
  if (matchPattern(pattern, node) !== false) return;
  const message = `String value provided for \`${shape.id}\` must match regular expression: ${pattern}`;
  report(check, path, "constraint", message);
}

function checkRange(check: NodeCheck, shape: Shape, node: Node, path: string): void {
  const trait = shape.traits.get("smithy.api#range")?.value;
  if (trait === undefined || (!isNodeNumber(node) && typeof node !== "string")) return;
  const subject = `Value provided for \`${shape.id}\` must be`;
  if (node === "NaN") {
    const message = `${subject} a number because the \`smithy.api#range\` trait is applied, but found "NaN"`;
    report(check, path, "constraint", message);
    return;
  }
  const more = { eventSuffix: `${shape.kind === "member" ? "Member" : "Target"}.InvalidRange` };
  const min = nodeMember(trait, "min");
  const max = nodeMember(trait, "max");
  if (isNodeNumber(min) && compareDecimals(decimal(node), decimal(min)) < 0) {
    const message = `${subject} greater than or equal to ${decimal(min)}, but found ${jsonText(node)}`;
    report(check, path, "constraint", message, more);
  }
  if (isNodeNumber(max) && compareDecimals(decimal(node), decimal(max)) > 0) {
    const message = `${subject} less than or equal to ${decimal(max)}, but found ${jsonText(node)}`;
    report(check, path, "constraint", message, more);
  }
}

function decimal(node: number | NumberToken | string): string {
  return node instanceof NumberToken ? node.text : String(node);
}

function checkUniqueItems(check: NodeCheck, shape: Shape, node: Node, path: string): void {
  if (!shape.traits.has("smithy.api#uniqueItems") || !isNodeArray(node)) return;
  const repeated = node.filter((item, index) => node.slice(0, index).some((other) => equalNodes(item, other)));
  if (repeated.length === 0) return;
  const items = [...new Set(repeated.map(canonicalText))].join(", ");
  const message = `Value provided for \`${shape.id}\` must have unique items, but the following items had multiple entries: [${items}]`;
  report(check, path, "constraint", message);
}

function canonicalText(node: Node): string {
  return isNodeNumber(node) ? normaliseDecimal(decimal(node)) : jsonText(node);
}

/** "enum trait", of version 1.0 */
function checkEnumTrait(check: NodeCheck, shape: Shape, node: Node, path: string): void {
  const trait = shape.traits.get("smithy.api#enum")?.value;
  if (!isNodeArray(trait) || typeof node !== "string" || shape.kind === "enum") return;
  const values = trait.map((definition) => nodeMember(definition, "value"));
  if (values.includes(node)) return;
  const list = values.map((value) => `\`${String(value)}\``).toSorted();
  const message = `String value provided for \`${shape.id}\` must be one of the following values: ${list.join(", ")}`;
  report(check, path, "constraint", message);
}

/** "idRef trait" */
function checkIdRef(check: NodeCheck, shape: Shape, node: Node, path: string): void {
  const trait = shape.traits.get("smithy.api#idRef")?.value;
  if (trait === undefined || typeof node !== "string") return;
  const custom = nodeMember(trait, "errorMessage");
  const words = (problem: string): string => (typeof custom === "string" ? custom : problem);
  if (!isShapeId(node)) {
    const creationProblem = `Invalid shape ID: ${node}`;
    report(check, path, "constraint", words(creationProblem), { creationProblem });
    return;
  }
  const named = findShape(check.model, node);
  if (named === undefined) {
    if (nodeMember(trait, "failWhenMissing") !== true) return;
    report(check, path, "constraint", words(`Shape ID \`${node}\` was not found in the model`));
  } else {
    const selector = nodeMember(trait, "selector") ?? "*";
    if (typeof selector !== "string" || selector === "*") return;
    if (matchingIn(check.model, selector, [named]).shapes.has(named)) return;
    report(check, path, "constraint", words(`Shape ID \`${node}\` does not match selector \`${selector}\``));
  }
}
