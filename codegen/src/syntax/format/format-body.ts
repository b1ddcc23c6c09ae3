import type { Comment, SyntaxNode } from "../tree.js";
import { blockDoc, braces } from "./bracket.js";
import { type Doc, group, hardBreak, join, spaceOrBreak } from "./doc.js";
import { commentDoc, commentsBetween, hasComments, type Layout, lineOf } from "./layout.js";

/** A member or property, without the comments around it. */
export interface BodyItem {
  /** Where it begins, behind its documentation. */
  readonly start: number;
  readonly end: number;
  readonly hasTraits: boolean;
  /** A line break ends it, and a comment in front of that is its own. */
  readonly isAssigned: boolean;
  readonly doc: Doc;
}

/** What stands between two items, or between one and a brace. */
interface Gap {
  readonly comments: readonly Comment[];
  readonly previous: BodyItem | undefined;
  /** The line on which what stands in front ends. */
  readonly previousLine: number;
  readonly isLast: boolean;
}

/**
 * The braces of a shape and its items. They stand close together unless one has a trait or a comment of its own; then an empty line
 * parts them. A comment behind an item stays on its line.
 */
export function itemsDoc(layout: Layout, body: SyntaxNode, items: readonly BodyItem[]): Doc {
  const docs = items.map((item, index) => withOwnComment(layout, item, items[index + 1]?.start ?? body.end));
  const gaps = gapsOf(layout, body, items);
  const isLoose =
    items.some(({ hasTraits, start, end }) => hasTraits || hasComments(layout, start, end)) ||
    gaps.some((gap) => hasStandaloneComment(layout, gap));
  const parts: Doc[] = [];
  let pending: Doc[] = [];
  gaps.forEach((gap, index) => {
    for (const comment of gap.comments) {
      const isBehind = isSameLine(layout, comment, gap);
      const doc = commentDoc(layout, comment, !gap.isLast && !isBehind);
      if (isBehind && parts.length > 0 && !(gap.isLast && isLoose)) parts.push([parts.pop() ?? "", " ", doc]);
      else pending.push(doc);
    }
    const item = docs[index];
    if (item === undefined) return;
    parts.push(join(hardBreak, [...pending, item]));
    pending = [];
  });
  if (pending.length > 0) parts.push(join(hardBreak, pending));
  if (parts.length === 0) return group([spaceOrBreak, "{}"]);
  const separator = isLoose ? [hardBreak, hardBreak] : hardBreak;
  return group([spaceOrBreak, blockDoc(braces, join(separator, parts))]);
}

/** The comment between an assigned value and its line break. */
function ownComment(layout: Layout, item: BodyItem, limit: number): Comment | undefined {
  if (!item.isAssigned) return undefined;
  const comment = commentsBetween(layout, item.end, limit)[0];
  return comment !== undefined && lineOf(layout, comment.start) === lineOf(layout, item.end) ? comment : undefined;
}

function withOwnComment(layout: Layout, item: BodyItem, limit: number): Doc {
  const comment = ownComment(layout, item, limit);
  return comment === undefined ? item.doc : [item.doc, " ", commentDoc(layout, comment, false)];
}

function gapsOf(layout: Layout, body: SyntaxNode, items: readonly BodyItem[]): readonly Gap[] {
  return [undefined, ...items].map((previous, index): Gap => {
    const limit = items[index]?.start ?? body.end;
    const start = previous?.end ?? body.start;
    const own = previous === undefined ? undefined : ownComment(layout, previous, limit);
    return {
      comments: commentsBetween(layout, own?.end ?? start, limit),
      previous,
      previousLine: lineOf(layout, start),
      isLast: index === items.length,
    };
  });
}

function isSameLine(layout: Layout, comment: Comment, gap: Gap): boolean {
  return lineOf(layout, comment.start) === gap.previousLine;
}

/** The first line behind an assigned value may still speak of it. */
function hasStandaloneComment(layout: Layout, { comments, previous, previousLine }: Gap): boolean {
  return comments.some((comment) => {
    const distance = lineOf(layout, comment.start) - previousLine;
    return distance > 1 || (distance === 1 && previous?.isAssigned !== true);
  });
}
