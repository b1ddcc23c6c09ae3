import type { Comment, Statement, SyntaxNode, SyntaxTree, UseStatement } from "../tree.js";
import { commentsBetween, type Layout, lineOf } from "./layout.js";

/** A use statement with the comments that go where it goes. */
export interface PlacedUse {
  readonly statement: UseStatement;
  readonly leading: readonly Comment[];
  readonly behind: readonly Comment[];
}

/**
 * The use statements whose names the file needs, sorted. Comments in front of one that is not needed go with it.
 *
 * @param start where the comments in front of the first one begin
 */
export function neededUses(layout: Layout, tree: SyntaxTree, start: number): readonly PlacedUse[] {
  const names = relativeNames(tree.statements);
  let previousEnd = start;
  const placed = tree.uses.map((statement, index): PlacedUse => {
    const leading = commentsBetween(layout, previousEnd, statement.start);
    const next = tree.uses[index + 1]?.start ?? layout.source.text.length;
    const behind = commentsBetween(layout, statement.end, next)
      .slice(0, 1)
      .filter((comment) => isBehind(layout, statement, comment));
    previousEnd = behind[0]?.end ?? statement.end;
    return { statement, leading, behind };
  });
  return placed.filter(({ statement }) => names.has(nameOf(statement))).toSorted(byId);
}

export function isBehind(layout: Layout, statement: SyntaxNode, comment: Comment): boolean {
  return lineOf(layout, statement.end) === lineOf(layout, comment.start);
}

function nameOf({ id }: UseStatement): string {
  return id.text.slice(id.text.indexOf("#") + 1);
}

function byId(left: PlacedUse, right: PlacedUse): number {
  const [first, second] = [left.statement.id.text, right.statement.id.text];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The shapes that relative IDs name, in traits, targets, clauses and values. */
function relativeNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const stack: unknown[] = [statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { kind, text } = node as { readonly kind?: unknown; readonly text?: unknown };
    if (kind === "shape-id" && typeof text === "string") {
      if (!text.includes("#")) names.add(text.split("$", 1)[0] as string);
    } else for (const child of Object.values(node)) if (typeof child === "object") stack.push(child);
  }
  return names;
}
