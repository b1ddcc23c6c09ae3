import type { CharSet } from "./char-set.js";

/** What a regular expression says, without how it was written. Captures and laziness do not change what matches. */
export type PatternNode =
  | { readonly kind: "set"; readonly set: CharSet }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "alternatives"; readonly items: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "boundary"; readonly negated: boolean }
  | { readonly kind: "look"; readonly item: PatternNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: "backreference" };

/** Whether a part of the pattern satisfies the condition. */
export function someNode(node: PatternNode, condition: (node: PatternNode) => boolean): boolean {
  if (condition(node)) return true;
  switch (node.kind) {
    case "sequence":
    case "alternatives":
      return node.items.some((item) => someNode(item, condition));
    case "repeat":
    case "look":
      return someNode(node.item, condition);
    default:
      return false;
  }
}

/** Whether every match has to begin at the start of the text. */
export function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case "start":
      return true;
    case "sequence":
      return node.items.some((item, index) => isAnchored(item) && node.items.slice(0, index).every(isEmptyWidth));
    case "alternatives":
      return node.items.every(isAnchored);
    case "repeat":
      return node.min > 0 && isAnchored(node.item);
    default:
      return false;
  }
}

function isEmptyWidth(node: PatternNode): boolean {
  return node.kind === "start" || node.kind === "end" || node.kind === "boundary" || node.kind === "look";
}
