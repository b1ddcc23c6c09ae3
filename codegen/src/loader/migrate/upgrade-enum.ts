import { isIdentifier } from "../../shapes/shape-id.js";
import {
  keyText,
  type NodeValue,
  type ObjectNode,
  type SimpleShapeStatement,
  type SyntaxTree,
  type Trait,
} from "../../syntax/tree.js";
import { commentsBetween } from "../../syntax/format/layout.js";
import { lineBreakOf, removeRange, type TextEdit } from "./text-edits.js";

/**
 * Makes an enum of a string with the `enum` trait ("Updating models from 1.0 to 2.0"). Values without names stay as they are: there is
 * no name to give the members. Comments in the trait move to the members.
 */
export function upgradeEnum(tree: SyntaxTree, statement: SimpleShapeStatement, trait: Trait): readonly TextEdit[] {
  const { text } = tree.source;
  const definitions = definitionsOf(trait);
  if (definitions === undefined) return [];
  const lineBreak = lineBreakOf(text);
  let previousEnd = trait.start;
  const members = definitions.map((definition) => {
    const comments = commentsIn(tree, previousEnd, definition.start);
    previousEnd = definition.end;
    return [...comments, ...memberLines(text, definition)].map((line) => `    ${line}${lineBreak}`).join("");
  });
  const last = commentsIn(tree, previousEnd, trait.end).map((line) => `    ${line}${lineBreak}`);
  return [
    removeRange(text, trait.start, trait.end),
    { start: statement.typeStart, end: statement.typeStart + statement.type.length, text: "enum" },
    { start: statement.end, end: statement.end, text: ` {${lineBreak}${members.join("")}${last.join("")}}` },
  ];
}

/** The trait's entries, when each can become a member. */
function definitionsOf(trait: Trait): readonly ObjectNode[] | undefined {
  if (trait.body?.kind !== "value-trait-body" || trait.body.value.kind !== "array") return undefined;
  const { elements } = trait.body.value;
  const definitions = elements.filter((element) => element.kind === "object");
  const names = definitions.map((definition) => textOf(valueOf(definition, "name")) ?? "");
  const isUsable = definitions.length > 0 && definitions.length === elements.length && names.every(isIdentifier);
  return isUsable && new Set(names).size === names.length ? definitions : undefined;
}

function valueOf({ entries }: ObjectNode, key: string): NodeValue | undefined {
  return entries.find((entry) => keyText(entry.key) === key)?.value;
}

function textOf(value: NodeValue | undefined): string | undefined {
  return value?.kind === "string" || value?.kind === "text-block" ? value.value : undefined;
}

/** One member, its values as they were written. */
function memberLines(text: string, definition: ObjectNode): readonly string[] {
  const name = textOf(valueOf(definition, "name")) ?? "";
  const value = valueOf(definition, "value");
  const written = value === undefined ? "" : text.slice(value.start, value.end);
  const documentation = textOf(valueOf(definition, "documentation"));
  const tags = valueOf(definition, "tags");
  const deprecated = valueOf(definition, "deprecated");
  const isInternal = tags?.kind === "array" && tags.elements.some((tag) => textOf(tag) === "internal");
  return [
    ...(documentation === undefined ? [] : documentation.split("\n").map((line) => `/// ${line}`)),
    ...(deprecated?.kind === "keyword" && deprecated.value === true ? ["@deprecated"] : []),
    ...(isInternal ? ["@internal"] : []),
    ...(tags?.kind === "array" && tags.elements.length > 0 ? [`@tags(${text.slice(tags.start, tags.end)})`] : []),
    textOf(value) === name || value === undefined ? name : `${name} = ${written}`,
  ];
}

function commentsIn(tree: SyntaxTree, start: number, end: number): readonly string[] {
  return commentsBetween(tree, start, end).map((comment) =>
    tree.source.text
      .slice(comment.start, comment.end)
      .replace(/^\/\/\/+/, "//")
      .trimEnd(),
  );
}
