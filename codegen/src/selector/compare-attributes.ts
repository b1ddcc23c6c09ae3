import { compareDecimals } from "../shapes/compare-decimals.js";
import { type AttributeValue, flattened, isPresent, textOf } from "./attribute-value.js";
import type { Comparator } from "./selector.js";

/** Compares two values ("Attribute comparison", "Projection comparators"): of projections, any with any. */
export function compareAttributes(
  left: AttributeValue,
  comparator: Comparator,
  right: AttributeValue,
  ignoresCase: boolean,
): boolean {
  if (comparator === "?=") return textOf(right) === (isPresent(left) ? "true" : "false");
  if (comparator.startsWith("{")) return compareProjections(left, comparator, right, ignoresCase);
  const rights = flattened(right);
  return flattened(left).some((one) => rights.some((other) => compareTexts(one, comparator, other, ignoresCase)));
}

/** Projections are compared as sets, and only with each other. Negation holds where they cannot be compared. */
function compareProjections(
  left: AttributeValue,
  comparator: Comparator,
  right: AttributeValue,
  ignoresCase: boolean,
): boolean {
  if (left.kind !== "projection" || right.kind !== "projection") return comparator === "{!=}";
  const lefts = new Set(textsOf(left, ignoresCase));
  const rights = new Set(textsOf(right, ignoresCase));
  // A null equals nothing, itself included.
  const leftIsSubset = !hasAbsent(left) && [...lefts].every((text) => rights.has(text));
  const rightIsSubset = !hasAbsent(right) && [...rights].every((text) => lefts.has(text));
  switch (comparator) {
    case "{<}":
      return leftIsSubset;
    case "{<<}":
      return leftIsSubset && !rightIsSubset;
    case "{=}":
      return leftIsSubset && rightIsSubset;
    default:
      return !(leftIsSubset && rightIsSubset);
  }
}

function hasAbsent(value: AttributeValue): boolean {
  return flattened(value).some((one) => !isPresent(one));
}

function textsOf(value: AttributeValue, ignoresCase: boolean): readonly string[] {
  return flattened(value)
    .filter(isPresent)
    .map((one) => (ignoresCase ? textOf(one).toLowerCase() : textOf(one)));
}

function compareTexts(
  left: AttributeValue,
  comparator: Comparator,
  right: AttributeValue,
  ignoresCase: boolean,
): boolean {
  if (!isPresent(left) || !isPresent(right)) return false;
  const [one, other] = ignoresCase
    ? [textOf(left).toLowerCase(), textOf(right).toLowerCase()]
    : [textOf(left), textOf(right)];
  switch (comparator) {
    case "=":
      return one === other;
    case "!=":
      return one !== other;
    case "^=":
      return one.startsWith(other);
    case "$=":
      return one.endsWith(other);
    case "*=":
      return one.includes(other);
    default:
      return compareNumbers(one, comparator, other);
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,10})?$/;

/** What is no number compares with nothing. */
function compareNumbers(left: string, comparator: Comparator, right: string): boolean {
  if (!decimal.test(left) || !decimal.test(right)) return false;
  const order = compareDecimals(left, right);
  switch (comparator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    default:
      return order <= 0;
  }
}
