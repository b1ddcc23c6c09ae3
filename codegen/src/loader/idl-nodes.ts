import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { createNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import { numberNode } from "../shapes/node-equality.js";
import {
  keyText,
  type NodeValue,
  type ObjectEntry,
  type ShapeIdNode,
  spanOf,
  type SyntaxTree,
  type TraitBody,
} from "../syntax/tree.js";
import { containerOf } from "../shapes/shape-id.js";
import { type NameScope, resolveId } from "./idl-names.js";
import { syntacticShapeId } from "./messages.js";

/** What turning node values into nodes needs. */
export interface IdlNodes {
  readonly tree: SyntaxTree;
  readonly scope: NameScope;
  readonly diagnostics: Diagnostic[];
}

/** "Node values", with syntactic shape IDs resolved. */
export function lowerNode(nodes: IdlNodes, value: NodeValue): Node {
  switch (value.kind) {
    case "array":
      return value.elements.map((element) => lowerNode(nodes, element));
    case "object":
      return lowerEntries(nodes, value.entries);
    case "number":
      return numberNode(value.text);
    case "keyword":
      return value.value;
    case "string":
    case "text-block":
      return value.value;
    case "shape-id":
      return lowerShapeIdNode(nodes, value);
  }
}

function lowerEntries(nodes: IdlNodes, entries: readonly ObjectEntry[]): NodeObject {
  const object = createNodeObject();
  for (const { key, value } of entries) object[keyText(key)] = lowerNode(nodes, value);
  return object;
}

/** "Syntactic shape IDs": an unquoted name is a string that holds the absolute ID. */
export function lowerShapeIdNode(nodes: IdlNodes, value: ShapeIdNode): string {
  const id = resolveId(nodes.scope, value.text);
  if (!nodes.scope.isDefined(containerOf(id))) {
    const location = spanOf(nodes.tree, value);
    nodes.diagnostics.push(syntacticShapeId.create({ location }, value.text, id));
  }
  return id;
}

/** "Trait values"; undefined for an annotation. */
export function lowerTraitBody(nodes: IdlNodes, body: TraitBody | undefined): Node | undefined {
  if (body === undefined || body.kind === "empty-trait-body") return undefined;
  return body.kind === "value-trait-body" ? lowerNode(nodes, body.value) : lowerEntries(nodes, body.entries);
}
