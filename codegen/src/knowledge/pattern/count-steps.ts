import { contains, wordCharacters } from "./char-set.js";
import type { PatternNode } from "./pattern-tree.js";

/** Where matching goes on; true when the rest matches. */
type Continue = (position: number) => boolean;

class OutOfSteps extends Error {}

/**
 * How many steps a backtracking matcher, such as that of every JavaScript engine, takes to search a text, at most `limit`,
 * whether it finds something in the end or not.
 */
export function countSteps(pattern: PatternNode, text: readonly number[], limit: number): number {
  let steps = 0;

  function match(node: PatternNode, position: number, next: Continue): boolean {
    steps += 1;
    if (steps > limit) throw new OutOfSteps();
    switch (node.kind) {
      case "set": {
        const character = text[position];
        return character !== undefined && contains(node.set, character) && next(position + 1);
      }
      case "sequence":
        return matchAll(node.items, 0, position, next);
      case "alternatives":
        return node.items.some((item) => match(item, position, next));
      case "repeat":
        return matchRepeat(node, 0, position, next);
      case "start":
        return position === 0 && next(position);
      case "end":
        return position === text.length && next(position);
      case "boundary":
        return (isWord(position - 1) !== isWord(position)) !== node.negated && next(position);
      case "look":
        // Looking behind reads backwards, which no attack found here does.
        if (node.behind) return next(position);
        return match(node.item, position, () => true) !== node.negated && next(position);
      case "backreference":
        return next(position);
    }
  }

  function matchAll(items: readonly PatternNode[], index: number, position: number, next: Continue): boolean {
    const item = items[index];
    if (item === undefined) return next(position);
    return match(item, position, (after) => matchAll(items, index + 1, after, next));
  }

  function matchRepeat(
    node: Extract<PatternNode, { kind: "repeat" }>,
    count: number,
    position: number,
    next: Continue,
  ): boolean {
    if (count < node.max) {
      // An empty round after the required ones would never end (ECMA 262, RepeatMatcher).
      const again: Continue = (after) =>
        (after !== position || count < node.min) && matchRepeat(node, count + 1, after, next);
      if (match(node.item, position, again)) return true;
    }
    return count >= node.min && next(position);
  }

  function isWord(position: number): boolean {
    const character = text[position];
    return character !== undefined && contains(wordCharacters, character);
  }

  try {
    for (let start = 0; start <= text.length; start += 1) {
      if (match(pattern, start, () => true)) break;
    }
    return steps;
  } catch (error) {
    // A stack that ends is as good a sign as steps that do.
    if (error instanceof OutOfSteps || error instanceof RangeError) return limit;
    throw error;
  }
}
