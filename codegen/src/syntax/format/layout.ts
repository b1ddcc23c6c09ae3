import { positionAt, type Source } from "../../source/source.js";
import type { Comment, SyntaxNode, SyntaxTree } from "../tree.js";
import { type Doc, hardBreak, join } from "./doc.js";

/** What all formatting functions need: the text, its comments, and the width of a line. */
export interface Layout {
  readonly source: Source;
  readonly comments: readonly Comment[];
  readonly width: number;
}

export function layoutOf(tree: SyntaxTree, width: number): Layout {
  return { source: tree.source, comments: tree.comments, width };
}

export function sourceText({ source }: Layout, { start, end }: SyntaxNode): string {
  return source.text.slice(start, end);
}

export function lineOf({ source }: Layout, offset: number): number {
  return positionAt(source, offset).line;
}

/** The comments that begin in a range of the text, found by bisection. */
export function commentsBetween(
  { comments }: Pick<Layout, "comments">,
  start: number,
  end: number,
): readonly Comment[] {
  const first = firstCommentFrom(comments, start);
  let last = first;
  while (last < comments.length && (comments[last] as Comment).start < end) last += 1;
  return comments.slice(first, last);
}

export function hasComments({ comments }: Layout, start: number, end: number): boolean {
  const comment = comments[firstCommentFrom(comments, start)];
  return comment !== undefined && comment.start < end;
}

function firstCommentFrom(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a punctuation mark at or behind `from`, passing over comments. */
export function offsetOfMark(layout: Layout, mark: string, from: number): number {
  const { text } = layout.source;
  let index = firstCommentFrom(layout.comments, from);
  let offset = from;
  while (offset < text.length) {
    const comment = layout.comments[index];
    if (comment?.start === offset) {
      offset = comment.end;
      index += 1;
    } else if (text[offset] === mark) return offset;
    else offset += 1;
  }
  return offset;
}

/** Four slashes and more draw a line between parts of a file. */
export function isBanner(layout: Layout, comment: Comment): boolean {
  return layout.source.text.startsWith("////", comment.start);
}

/** A comment with one space behind its slashes, as a documentation comment only when it is one and is to stay one. */
export function commentDoc(layout: Layout, comment: Comment, mayDocument: boolean): Doc {
  const text = sourceText(layout, comment).trim();
  if (comment.kind === "documentation-comment" && mayDocument) return spaced("///", text.slice(3), true);
  const isDemoted = comment.kind === "documentation-comment" && !isBanner(layout, comment);
  return spaced("//", text.slice(isDemoted ? 3 : 2), false);
}

function spaced(slashes: string, content: string, isDocumentation: boolean): string {
  const stands = content === "" || /^[ \t]/.test(content) || (isDocumentation && content.startsWith("/"));
  return stands ? slashes + content : `${slashes} ${content}`;
}

/** Comments on lines of their own, to stand in front of something. */
export function leadingComments(layout: Layout, comments: readonly Comment[], mayDocument: boolean): Doc {
  return comments.map((comment) => [commentDoc(layout, comment, mayDocument), hardBreak]);
}

export function commentLines(layout: Layout, comments: readonly Comment[], mayDocument: boolean): Doc {
  return join(
    hardBreak,
    comments.map((comment) => commentDoc(layout, comment, mayDocument)),
  );
}
