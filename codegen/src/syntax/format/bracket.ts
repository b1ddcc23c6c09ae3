import {
  commaOrBreak,
  type Doc,
  emptyOrBreak,
  fitsInLine,
  group,
  hardBreak,
  indent,
  join,
  spaceOrBreak,
} from "./doc.js";

export interface Brackets {
  readonly open: "{" | "[" | "(";
  readonly close: "}" | "]" | ")";
}

export const braces: Brackets = { open: "{", close: "}" };
export const squareBrackets: Brackets = { open: "[", close: "]" };
export const parentheses: Brackets = { open: "(", close: ")" };

/** Brackets whose content stands on lines of its own, each child on one. */
export function blockDoc({ open, close }: Brackets, content: Doc): Doc {
  return [open, indent([hardBreak, content]), hardBreak, close];
}

export function linesInBrackets(brackets: Brackets, children: readonly Doc[]): Doc {
  return blockDoc(brackets, join(hardBreak, children));
}

/** Brackets in one line with commas where that fits, else each child on a line of its own. */
export function fittedBrackets(brackets: Brackets, children: readonly Doc[]): Doc {
  const edge = edgeBreak(brackets, children);
  return group([brackets.open, indent([edge, join(commaOrBreak, children)]), edge, brackets.close]);
}

/** {@link fittedBrackets}, except that what is wider than a whole line takes several whatever is around it. */
export function narrowBrackets(brackets: Brackets, children: readonly Doc[], width: number): Doc {
  const fitted = fittedBrackets(brackets, children);
  return children.length === 0 || fitsInLine(fitted, width) ? fitted : linesInBrackets(brackets, children);
}

/** Brackets that hug the one thing that they hold. */
export function huggingBrackets({ open, close }: Brackets, child: Doc): Doc {
  return group([open, child, close]);
}

function edgeBreak({ open }: Brackets, children: readonly Doc[]): Doc {
  if (children.length > 0 && open === "{") return spaceOrBreak;
  return children.length > 1 ? emptyOrBreak : "";
}
