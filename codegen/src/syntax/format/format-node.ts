import type { ArrayNode, NodeValue, ObjectEntry, ObjectKey, ObjectNode, SyntaxNode, TextBlockNode } from "../tree.js";
import { textBlockLines } from "../text-value.js";
import { braces, linesInBrackets, narrowBrackets, squareBrackets } from "./bracket.js";
import { type Doc, hardBreak, indent, join } from "./doc.js";
import { commentDoc, commentsBetween, hasComments, type Layout, leadingComments, sourceText } from "./layout.js";

/** `NodeValue`. Comments inside never document anything. */
export function nodeDoc(layout: Layout, node: NodeValue): Doc {
  switch (node.kind) {
    case "array":
      return arrayDoc(layout, node);
    case "object":
      return objectDoc(layout, node);
    case "text-block":
      return textBlockDoc(layout, node);
    default:
      return sourceText(layout, node);
  }
}

export function arrayItems(layout: Layout, node: ArrayNode): readonly Doc[] {
  return childrenOf(layout, node, node.elements, (element) => elementDoc(layout, element));
}

function arrayDoc(layout: Layout, node: ArrayNode): Doc {
  const children = arrayItems(layout, node);
  return hasHardBreak(layout, node, node.elements)
    ? linesInBrackets(squareBrackets, children)
    : narrowBrackets(squareBrackets, children, layout.width);
}

/** Objects in an array always take several lines. */
function elementDoc(layout: Layout, element: NodeValue): Doc {
  if (element.kind !== "object") return nodeDoc(layout, element);
  const children = entryDocs(layout, element, false);
  return children.length === 0 ? "{}" : linesInBrackets(braces, children);
}

function objectDoc(layout: Layout, node: ObjectNode): Doc {
  const children = entryDocs(layout, node, false);
  return hasHardBreak(layout, node, entryParts(node.entries))
    ? linesInBrackets(braces, children)
    : narrowBrackets(braces, children, layout.width);
}

export function entryDocs(layout: Layout, node: ObjectNode, mayDocument: boolean): readonly Doc[] {
  return childrenOf(layout, node, node.entries, (entry) => entryDoc(layout, entry, mayDocument), mayDocument);
}

export function entryParts(entries: readonly ObjectEntry[]): readonly (ObjectKey | NodeValue)[] {
  return entries.flatMap(({ key, value }) => [key, value]);
}

/** Nodes in brackets with the comments between them, in order. */
export function childrenOf<Child extends SyntaxNode>(
  layout: Layout,
  container: SyntaxNode,
  children: readonly Child[],
  format: (child: Child) => Doc,
  mayDocument = false,
): readonly Doc[] {
  const comments = (start: number, end: number) =>
    commentsBetween(layout, start, end).map((comment) => commentDoc(layout, comment, mayDocument));
  const docs: Doc[] = [];
  let end = container.start;
  for (const child of children) {
    docs.push(...comments(end, child.start), format(child));
    end = child.end;
  }
  docs.push(...comments(end, container.end));
  return docs;
}

/** Whether brackets hold what never stands in one line: a comment, another pair of brackets, a text of several lines. */
export function hasHardBreak(
  layout: Layout,
  container: SyntaxNode,
  parts: readonly (ObjectKey | NodeValue)[],
): boolean {
  return hasComments(layout, container.start, container.end) || parts.some((part) => isBlock(layout, part));
}

function isBlock(layout: Layout, node: ObjectKey | NodeValue): boolean {
  switch (node.kind) {
    case "array":
    case "object":
    case "text-block":
      return true;
    case "string":
      return /[\r\n]/.test(sourceText(layout, node));
    default:
      return false;
  }
}

/** `NodeObjectKvp`. Comments between its parts move in front of it. */
export function entryDoc(layout: Layout, entry: ObjectEntry, mayDocument: boolean): Doc {
  return entryWithValue(layout, entry, nodeDoc(layout, entry.value), mayDocument);
}

export function entryWithValue(layout: Layout, { key, value }: ObjectEntry, doc: Doc, mayDocument: boolean): Doc {
  const comments = commentsBetween(layout, key.end, value.start);
  const valueDoc = value.kind === "text-block" ? indent(doc) : doc;
  return [leadingComments(layout, comments, mayDocument), keyDoc(layout, key), ": ", valueDoc];
}

/** `NodeObjectKey`, without quotes where it needs none. */
export function keyDoc(layout: Layout, key: ObjectKey): Doc {
  const text = sourceText(layout, key);
  return /^"(?:[A-Za-z]|_+[A-Za-z0-9])\w*"$/.test(text) ? text.slice(1, -1) : text;
}

/** `TextBlock`: its indentation follows that of what is around it, which changes nothing in its value. */
function textBlockDoc(layout: Layout, node: TextBlockNode): Doc {
  const lines = textBlockLines(sourceText(layout, node).slice(3, -3)).map((line) => line.replace(/ +$/, ""));
  const last = lines.at(-1) ?? "";
  const closing =
    last === "" && lines.length > 1 ? [...lines.slice(0, -1), '"""'] : [...lines.slice(0, -1), `${last}"""`];
  return join(hardBreak, ['"""', ...closing]);
}
