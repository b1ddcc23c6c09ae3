import type { ForResourceClause, MixinClause } from "../tree.js";
import { fittedBrackets, linesInBrackets, squareBrackets } from "./bracket.js";
import { type Doc, group, isEmptyDoc, join } from "./doc.js";
import { childrenOf } from "./format-node.js";
import { hasComments, type Layout, sourceText } from "./layout.js";

/** A shape's words with spaces between them, and its body in one piece. */
export function shapeDoc(words: readonly Doc[], body: Doc): Doc {
  return [
    join(
      " ",
      words.filter((word) => !isEmptyDoc(word)),
    ),
    group(body),
  ];
}

interface Clauses {
  readonly forResource?: ForResourceClause | undefined;
  readonly mixins: MixinClause | undefined;
}

/** `[ForResource] [Mixins]` */
export function clausesOf(layout: Layout, { forResource, mixins }: Clauses): readonly Doc[] {
  return [
    forResource === undefined ? "" : ["for ", sourceText(layout, forResource.id)],
    mixins === undefined ? "" : ["with ", mixinsDoc(layout, mixins)],
  ];
}

function mixinsDoc(layout: Layout, mixins: MixinClause): Doc {
  const children = childrenOf(layout, mixins, mixins.ids, (id) => sourceText(layout, id));
  return hasComments(layout, mixins.start, mixins.end)
    ? linesInBrackets(squareBrackets, children)
    : fittedBrackets(squareBrackets, children);
}
