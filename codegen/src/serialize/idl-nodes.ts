import { effectiveTrait } from "../knowledge/traits.js";
import { findShape, type Model } from "../shapes/model.js";
import { isNodeArray, isNodeNumber, isNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import type { Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { numberText } from "./idl-number.js";
import { deeper, keyText, quoted } from "./idl-text.js";

/** What node values are written with: the model, and how a shape ID is written in the file. */
export interface NodeWriter {
  readonly model: Model;
  readonly write: (id: ShapeId) => string;
}

/**
 * `NodeValue`, over several lines. Where its shape says that a string is the ID of a shape, and there is that shape, it is
 * written as one.
 */
export function nodeText(writer: NodeWriter, node: Node, shape: Shape | undefined, indentation: string): string {
  if (typeof node === "string") return isReference(writer, node, shape) ? writer.write(node) : quoted(node);
  const target = shape?.kind === "member" ? writer.model.shapes.get(shape.target) : shape;
  if (isNodeArray(node)) return arrayText(writer, node, target, indentation);
  if (isNodeNumber(node)) return numberText(node);
  if (!isNodeObject(node)) return String(node);
  if (Object.keys(node).length === 0) return "{}";
  return `{${entriesText(writer, node, target, deeper(indentation))}\n${indentation}}`;
}

function isReference({ model }: NodeWriter, text: string, shape: Shape | undefined): boolean {
  return (
    shape !== undefined &&
    effectiveTrait(model, shape, "smithy.api#idRef") !== undefined &&
    findShape(model, text) !== undefined
  );
}

function arrayText(writer: NodeWriter, node: readonly Node[], shape: Shape | undefined, indentation: string): string {
  if (node.length === 0) return "[]";
  const inner = deeper(indentation);
  const member = shape?.kind === "list" ? shape.member : shape;
  const items = node.map((element) => `\n${inner}${nodeText(writer, element, member, inner)}`);
  return `[${items.join("")}\n${indentation}]`;
}

/** The members of an object, each on a line of its own. */
export function entriesText(
  writer: NodeWriter,
  node: NodeObject,
  shape: Shape | undefined,
  indentation: string,
): string {
  return Object.keys(node)
    .map((key) => {
      const value = nodeText(writer, node[key] as Node, memberFor(shape, key), indentation);
      return `\n${indentation}${keyText(key)}: ${value}`;
    })
    .join("");
}

function memberFor(shape: Shape | undefined, key: string): Shape | undefined {
  switch (shape?.kind) {
    case "map":
      return shape.value;
    case "structure":
    case "union":
      return shape.members.get(key);
    default:
      return shape;
  }
}
