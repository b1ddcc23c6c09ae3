import type { Comment, ControlStatement, MetadataStatement, Statement, SyntaxNode, SyntaxTree } from "../tree.js";
import { type Doc, hardBreak, printDoc } from "./doc.js";
import { keyDoc, nodeDoc } from "./format-node.js";
import { codeStart, statementDoc } from "./format-shape.js";
import {
  commentDoc,
  commentLines,
  commentsBetween,
  isBanner,
  type Layout,
  leadingComments,
  lineOf,
  sourceText,
} from "./layout.js";
import { isBehind, neededUses, type PlacedUse } from "./use-statements.js";

/** A statement of the first sections: it ends with its line. */
interface LineStatement {
  readonly leading: Doc;
  readonly doc: Doc;
  readonly behind: Doc;
}

/** `Idl : [WS] ControlSection MetadataSection ShapeSection` */
export function fileDoc(layout: Layout, tree: SyntaxTree): Doc {
  const { controls, metadata, namespace, uses, statements } = tree;
  const heads: readonly SyntaxNode[] = [...controls, ...metadata, ...(namespace === undefined ? [] : [namespace])];
  const end = layout.source.text.length;
  const firstShape = statements[0] === undefined ? end : codeStart(statements[0]);
  const first = heads[0]?.start ?? firstShape;
  const gaps = heads.map((head, index) =>
    splitBehind(layout, head, heads[index + 1]?.start ?? uses[0]?.start ?? firstShape),
  );
  const leadingOf = (index: number) => gaps[index - 1]?.below ?? [];
  const lines = heads.map((head, index): LineStatement => {
    const isLast = head === namespace && uses.length === 0;
    return {
      leading: leadingComments(layout, leadingOf(index), false),
      doc: headDoc(layout, head, tree),
      behind: behindDoc(layout, gaps[index]?.behind ?? [], isLast),
    };
  });
  const metadataStart = controls.length;
  const namespaceStart = metadataStart + metadata.length;
  const placed = neededUses(layout, tree, gaps.at(-1)?.behind[0]?.end ?? heads.at(-1)?.end ?? 0);
  const pending = pendingComments(layout, tree, gaps.at(-1)?.below ?? [], firstShape);
  const namespaceLine = lines[namespaceStart];
  return [
    commentLines(layout, commentsBetween(layout, 0, first), false),
    sectionDoc(layout, lines.slice(0, metadataStart)),
    sectionDoc(layout, lines.slice(metadataStart, namespaceStart)),
    namespaceLine === undefined ? "" : [hardBreak, lineDoc(namespaceLine), hardBreak],
    sectionDoc(
      layout,
      placed.map((use) => useLine(layout, use, uses.at(-1) === use.statement)),
    ),
    hardBreak,
    shapesDoc(layout, statements, pending),
  ];
}

/** Comments of the shape that follows the first sections. They can be documentation. */
function pendingComments(
  layout: Layout,
  { uses }: SyntaxTree,
  below: readonly Comment[],
  firstShape: number,
): readonly Comment[] {
  const last = uses.at(-1);
  return last === undefined ? below : splitBehind(layout, last, firstShape).below;
}

interface Split {
  /** The comment on a statement's own line. */
  readonly behind: readonly Comment[];
  readonly below: readonly Comment[];
}

function splitBehind(layout: Layout, statement: SyntaxNode, end: number): Split {
  const comments = commentsBetween(layout, statement.end, end);
  const [first] = comments;
  const count = first !== undefined && isBehind(layout, statement, first) ? 1 : 0;
  return { behind: comments.slice(0, count), below: comments.slice(count) };
}

function behindDoc(layout: Layout, comments: readonly Comment[], mayDocument: boolean): Doc {
  return comments.map((comment) => [" ", commentDoc(layout, comment, mayDocument)]);
}

function headDoc(layout: Layout, head: SyntaxNode, { namespace }: SyntaxTree): Doc {
  if (head === namespace) return ["namespace ", sourceText(layout, namespace.name)];
  const { kind, key, value } = head as ControlStatement | MetadataStatement;
  const keyed = keyDoc(layout, key);
  return kind === "control"
    ? ["$", keyed, ": ", nodeDoc(layout, value)]
    : ["metadata ", keyed, " = ", nodeDoc(layout, value)];
}

function useLine(layout: Layout, { statement, leading, behind }: PlacedUse, mayDocument: boolean): LineStatement {
  return {
    leading: leadingComments(layout, leading, false),
    doc: ["use ", sourceText(layout, statement.id)],
    behind: behindDoc(layout, behind, mayDocument),
  };
}

function lineDoc({ leading, doc, behind }: LineStatement): Doc {
  return [leading, doc, behind];
}

/** Statements on a line each; empty lines part those that take several. */
function sectionDoc(layout: Layout, lines: readonly LineStatement[]): Doc {
  if (lines.length === 0) return "";
  const docs: Doc[] = [hardBreak];
  let isParted = true;
  lines.forEach((line, index) => {
    const text = printDoc(lineDoc(line), layout.width);
    const isLong = text.includes("\n");
    if (isLong && !isParted) docs.push(hardBreak);
    docs.push(text, hardBreak);
    isParted = isLong;
    if (isLong && index < lines.length - 1) docs.push(hardBreak);
  });
  return docs;
}

/** `ShapeStatements`. Comments right below a statement stay with it; others go to the next. */
function shapesDoc(layout: Layout, statements: readonly Statement[], first: readonly Comment[]): Doc {
  const docs: Doc[] = [];
  let pending = leadingComments(layout, first, true);
  statements.forEach((statement, index) => {
    const next = statements[index + 1];
    const comments = commentsBetween(
      layout,
      statement.end,
      next === undefined ? layout.source.text.length : codeStart(next),
    );
    const mayDocument = next !== undefined && next.kind !== "apply" && !isParted(layout, comments, next);
    docs.push(index === 0 ? "" : hardBreak, pending, statementDoc(layout, statement));
    const stuck = stickingComments(layout, statement, comments, mayDocument);
    for (const comment of comments.slice(0, stuck)) {
      docs.push(isBehind(layout, statement, comment) ? " " : hardBreak, commentDoc(layout, comment, mayDocument));
    }
    docs.push(hardBreak);
    pending = leadingComments(layout, comments.slice(stuck), mayDocument);
  });
  return [docs, pending];
}

/** How many comments stay with the statement above them: those without an empty line or documentation between. */
function stickingComments(
  layout: Layout,
  statement: SyntaxNode,
  comments: readonly Comment[],
  mayDocument: boolean,
): number {
  let line = lineOf(layout, statement.end);
  const isDocumentation = (comment: Comment) => mayDocument && comment.kind === "documentation-comment";
  const end = comments.findIndex((comment) => {
    const commentLine = lineOf(layout, comment.start);
    const sticks = isBehind(layout, statement, comment) || (!isDocumentation(comment) && commentLine === line + 1);
    line = commentLine;
    return !sticks;
  });
  return end < 0 ? comments.length : end;
}

/** A banner and an empty line part comments from the shape below. */
function isParted(layout: Layout, comments: readonly Comment[], next: Statement): boolean {
  const last = comments.at(-1);
  return (
    last !== undefined &&
    lineOf(layout, codeStart(next)) > lineOf(layout, last.start) + 1 &&
    comments.some((comment) => comment.kind === "documentation-comment" && isBanner(layout, comment))
  );
}
