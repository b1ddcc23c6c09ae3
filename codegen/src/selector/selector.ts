/** How an attribute is compared ("Attribute comparison", "Projection comparators"). */
export type Comparator =
  "=" | "!=" | "^=" | "$=" | "*=" | "?=" | ">" | ">=" | "<" | "<=" | "{<}" | "{<<}" | "{=}" | "{!=}";

/** The names that lead to a value, such as `trait`, `enum`, `(values)`, `name`. */
export type AttributePath = readonly string[];

/** A side of a scoped comparison: a text, or a path that begins at the scope. */
export type ScopedValue = { readonly literal: string } | { readonly path: AttributePath };

/** One comparison of a scoped attribute selector: true when any of the right values compares. */
export interface Assertion {
  readonly left: ScopedValue;
  readonly comparator: Comparator;
  readonly right: readonly ScopedValue[];
  readonly ignoresCase: boolean;
}

/** The functions with steps of their own ("Functions"). `root` is evaluated before all else and has a step of another kind. */
export type FunctionName = "in" | "is" | "not" | "recursive" | "test" | "topdown";

/** One step of a selector: takes a shape and gives any number of shapes. */
export type SelectorStep =
  /** "Shape types": a type, or a category such as `simpleType`. */
  | { readonly kind: "type"; readonly type: string }
  /** "Attribute selectors": without a comparison, the attribute must exist. */
  | {
      readonly kind: "attribute";
      readonly path: AttributePath;
      readonly comparison?: {
        readonly comparator: Comparator;
        readonly values: readonly string[];
        readonly ignoresCase: boolean;
      };
    }
  /** "Scoped attribute selectors" */
  | { readonly kind: "scoped"; readonly path: AttributePath; readonly assertions: readonly Assertion[] }
  /** "Neighbors": no relationship named means any. */
  | {
      readonly kind: "neighbors";
      readonly direction: "forward" | "reverse";
      readonly relationships: readonly string[];
    }
  /** "Recursive neighbors": `~>` */
  | { readonly kind: "recursiveNeighbors" }
  /** "Functions" */
  | { readonly kind: "function"; readonly name: FunctionName; readonly selectors: readonly SelectorSteps[] }
  /** A function that this version of the language does not have: matches nothing. */
  | { readonly kind: "unknownFunction"; readonly name: string }
  /** `:root`: the index is that in {@link Selector.roots}. */
  | { readonly kind: "root"; readonly index: number }
  /** "Variables": `$name(…)` and `${name}` */
  | { readonly kind: "store"; readonly variable: string; readonly selector: SelectorSteps }
  | { readonly kind: "load"; readonly variable: string };

/** Steps that follow one another. None at all, as in `*`, takes every shape. */
export type SelectorSteps = readonly SelectorStep[];

/** A parsed selector (Smithy 2.0, "Selectors"). Plain data, of no model. */
export interface Selector {
  /** As it was written. */
  readonly text: string;
  /** What it does to a shape, from left to right. */
  readonly steps: SelectorSteps;
  /** The selectors of `:root` functions, inner ones before those that hold them. */
  readonly roots: readonly SelectorSteps[];
}
