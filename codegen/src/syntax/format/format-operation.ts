import type { InlineStructure, MemberBody, OperationBody, OperationProperty } from "../tree.js";
import { linesInBrackets, squareBrackets } from "./bracket.js";
import { type Doc, hardBreak, indent } from "./doc.js";
import { type BodyItem, itemsDoc } from "./format-body.js";
import { clausesOf, shapeDoc } from "./format-head.js";
import { memberItem } from "./format-member.js";
import { childrenOf } from "./format-node.js";
import { traitsDoc } from "./format-trait.js";
import { commentsBetween, hasComments, type Layout, leadingComments, offsetOfMark, sourceText } from "./layout.js";

/** `OperationBody` */
export function operationBodyDoc(layout: Layout, body: OperationBody): Doc {
  return itemsDoc(
    layout,
    body,
    body.properties.map((property) => propertyItem(layout, property)),
  );
}

/** `OperationProperty` */
function propertyItem(layout: Layout, property: OperationProperty): BodyItem {
  const { start, end } = property;
  return { start, end, hasTraits: hasTraits(property), isAssigned: false, doc: propertyDoc(layout, property) };
}

function hasTraits(property: OperationProperty): boolean {
  if (property.kind === "operation-errors" || property.value.kind !== "inline-structure") return false;
  const { traits, body } = property.value;
  return traits.length > 0 || body.members.some((member) => member.traits.length > 0);
}

function propertyDoc(layout: Layout, property: OperationProperty): Doc {
  if (property.kind === "operation-errors") return errorsDoc(layout, property.start, property);
  const { kind, start, value } = property;
  const name = kind === "operation-input" ? "input" : "output";
  const comments = leadingComments(layout, commentsBetween(layout, start, value.start), true);
  return value.kind === "shape-id"
    ? [comments, name, ": ", sourceText(layout, value)]
    : [comments, name, inlineDoc(layout, value)];
}

/** `OperationErrors`: one a line. Comments in front of the bracket move in front of the name. */
function errorsDoc(
  layout: Layout,
  start: number,
  { end, ids }: Extract<OperationProperty, { readonly kind: "operation-errors" }>,
): Doc {
  const bracket = offsetOfMark(layout, "[", start);
  const children = childrenOf(layout, { start: bracket, end }, ids, (id) => sourceText(layout, id), true);
  const comments = leadingComments(layout, commentsBetween(layout, start, bracket), true);
  return [comments, "errors: ", linesInBrackets(squareBrackets, children)];
}

/** `InlineAggregateShape`: on the line of its property unless it has traits or comments. */
function inlineDoc(layout: Layout, node: InlineStructure): Doc {
  const { traits, forResource, mixins, body } = node;
  const headStart = (forResource ?? mixins ?? body).start;
  const headEnd = mixins?.end ?? forResource?.end ?? headStart;
  const codeStart = traits[0]?.start ?? headStart;
  const clauses = clausesOf(layout, node);
  const members = inlineBodyDoc(layout, body);
  if (traits.length === 0 && !hasComments(layout, node.start, headStart) && !hasComments(layout, headEnd, body.start)) {
    return shapeDoc([" :=", ...clauses], members);
  }
  const comments = [
    leadingComments(layout, commentsBetween(layout, node.start, codeStart), true),
    leadingComments(layout, commentsBetween(layout, headEnd, body.start), true),
  ];
  const shape = shapeDoc(clauses, members);
  return [" :=", indent([hardBreak, comments, traitsDoc(layout, traits, headStart), shape])];
}

function inlineBodyDoc(layout: Layout, body: MemberBody): Doc {
  return itemsDoc(
    layout,
    body,
    body.members.map((member) => memberItem(layout, member)),
  );
}
