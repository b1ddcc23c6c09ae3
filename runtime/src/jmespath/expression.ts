import type { Json } from "./json.js";

/** The comparators of filters ("Filter Expressions"). The ordering ones give null for anything but numbers. */
export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=";

interface Placed {
  /** Where the expression stands in the text, both from 1: the place that findings about it name. */
  readonly line: number;
  readonly column: number;
}

interface Pair extends Placed {
  readonly left: Expression;
  readonly right: Expression;
}

/** A JMESPath expression as a tree (the specification's "Grammar"). */
export type Expression =
  | (Placed & { readonly kind: "current" })
  | (Placed & { readonly kind: "field"; readonly name: string })
  | (Placed & { readonly kind: "literal"; readonly value: Json })
  | (Placed & { readonly kind: "index"; readonly index: number })
  | (Placed & {
      readonly kind: "slice";
      readonly start: number | undefined;
      readonly stop: number | undefined;
      readonly step: number;
    })
  | (Placed & { readonly kind: "flatten"; readonly expression: Expression })
  | (Placed & { readonly kind: "not"; readonly expression: Expression })
  /** `&expression`: handed to a function as it is. */
  | (Placed & { readonly kind: "reference"; readonly expression: Expression })
  /** `left.right`, `left[0]` and `left | right`: what is on the right sees the result of the left. */
  | (Pair & { readonly kind: "subexpression" })
  | (Pair & { readonly kind: "and" })
  | (Pair & { readonly kind: "or" })
  | (Pair & { readonly kind: "comparison"; readonly comparator: Comparator })
  /** `left[*].right`: the right for every element of a list. */
  | (Pair & { readonly kind: "projection" })
  /** `left.*.right`: the right for every value of an object. */
  | (Pair & { readonly kind: "objectProjection" })
  /** `left[?condition].right`. */
  | (Pair & { readonly kind: "filterProjection"; readonly condition: Expression })
  | (Placed & { readonly kind: "multiSelectList"; readonly expressions: readonly Expression[] })
  | (Placed & { readonly kind: "multiSelectHash"; readonly entries: ReadonlyMap<string, Expression> })
  | (Placed & { readonly kind: "function"; readonly name: string; readonly arguments: readonly Expression[] });

/** The kinds of nodes in the tree of an expression. */
export type ExpressionKind = Expression["kind"];

/** The nodes of one kind. */
export type ExpressionOf<Kind extends ExpressionKind> = Extract<Expression, { kind: Kind }>;
