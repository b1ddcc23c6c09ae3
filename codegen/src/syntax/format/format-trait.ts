import type { ApplyStatement, SyntaxNode, Trait, TraitBody } from "../tree.js";
import { fittedBrackets, huggingBrackets, linesInBrackets, narrowBrackets, parentheses } from "./bracket.js";
import { type Doc, hardBreak, indent, join } from "./doc.js";
import { childrenOf, entryDoc, entryParts, hasHardBreak, nodeDoc } from "./format-node.js";
import { commentsBetween, type Layout, leadingComments, sourceText } from "./layout.js";

/** `Trait`. Empty parentheses are left out. */
function traitDoc(layout: Layout, trait: Trait): Doc {
  return ["@", sourceText(layout, trait.id), trait.body === undefined ? "" : bodyDoc(layout, trait.body)];
}

function bodyDoc(layout: Layout, body: TraitBody): Doc {
  switch (body.kind) {
    case "empty-trait-body": {
      const comments = childrenOf(layout, body, [], () => "");
      return comments.length === 0 ? "" : linesInBrackets(parentheses, comments);
    }
    case "entries-trait-body": {
      const children = childrenOf(layout, body, body.entries, (entry) => entryDoc(layout, entry, false));
      return hasHardBreak(layout, body, entryParts(body.entries))
        ? linesInBrackets(parentheses, children)
        : narrowBrackets(parentheses, children, layout.width);
    }
    default: {
      const { value } = body;
      const children = childrenOf(layout, body, [value], (child) => nodeDoc(layout, child));
      if (children.length > 1) return linesInBrackets(parentheses, children);
      if (value.kind === "array" || value.kind === "object") return huggingBrackets(parentheses, children);
      return hasHardBreak(layout, body, [value])
        ? linesInBrackets(parentheses, children)
        : fittedBrackets(parentheses, children);
    }
  }
}

/** `TraitStatements`, each on a line; `end` is where what they are of begins. Comments behind a trait document nothing. */
function traitLines(layout: Layout, traits: readonly Trait[], end: number): readonly Doc[] {
  const first = traits[0];
  if (first === undefined) return [];
  return childrenOf(layout, { start: first.start, end }, traits, (trait) => traitDoc(layout, trait));
}

export function traitsDoc(layout: Layout, traits: readonly Trait[], end: number): Doc {
  return traitLines(layout, traits, end).map((line) => [line, hardBreak]);
}

/** `ApplyStatement`. Comments between its parts move in front of it. */
export function applyDoc(layout: Layout, { target, body }: ApplyStatement): Doc {
  const head = ["apply ", sourceText(layout, target)];
  if (body.kind === "trait") return [hoisted(layout, target, body.start), ...head, " ", traitDoc(layout, body)];
  const traitsStart = body.traits[0]?.start ?? body.end;
  const lines = traitLines(layout, body.traits, body.end);
  const content = lines.length === 0 ? "" : indent([hardBreak, join(hardBreak, lines)]);
  return [hoisted(layout, target, traitsStart), ...head, " {", content, hardBreak, "}"];
}

function hoisted(layout: Layout, target: SyntaxNode, end: number): Doc {
  return leadingComments(layout, commentsBetween(layout, target.end, end), false);
}
