import { suggest } from "../diagnostics/suggest.js";
import { parseAttribute, parseScopedAttribute } from "./parse-attribute.js";
import type { FunctionName, Selector, SelectorStep, SelectorSteps } from "./selector.js";
import { SelectorCursor, type SelectorProblem, SelectorSyntaxError } from "./selector-cursor.js";
import { relationshipNames } from "./relationship-names.js";
import { isShapeType, shapeTypes } from "./shape-types.js";

/** How deep selectors may stand in one another, as in Smithy. */
const maximumDepth = 100;

/** How many steps a selector may have in all: evaluating one nests as deep as it has steps. */
const maximumSteps = 1000;

/** A selector, or the first mistake in its text. One of the two is there. */
export type ParsedSelector =
  | {
      readonly selector: Selector;
      readonly problem?: undefined;
      /** Names of relationships that do not exist, which match nothing; undefined where there are none. */
      readonly unknownRelationships?: readonly UnknownRelationship[];
    }
  | { readonly selector?: undefined; readonly problem: SelectorProblem };

/** A name in brackets of an arrow that no relationship has. */
export interface UnknownRelationship {
  readonly name: string;
  /** UTF-16 offset of its beginning in the text. */
  readonly offset: number;
  readonly suggestion?: string | undefined;
}

/**
 * Parses a selector (Smithy 2.0, "Selectors", `selector`).
 *
 * As in Smithy, a relationship that does not exist is no mistake but leads nowhere, and a function that does not exist
 * matches nothing. Whether the attributes of a shape exist is known only when a shape is matched.
 *
 * @param text - the whole selector; it may nest 100 deep and have 1,000 steps
 * @returns the selector, or the first mistake: its message has Smithy's text. Never throws.
 */
export function parseSelector(text: string): ParsedSelector {
  const parsing: Parsing = { cursor: new SelectorCursor(text), roots: [], unknown: [], depth: 0, steps: 0 };
  try {
    const steps = parseSteps(parsing);
    if (!parsing.cursor.atEnd()) parsing.cursor.fail(`Unexpected selector character: ${parsing.cursor.peek()}`);
    const selector = { text, steps, roots: parsing.roots };
    return parsing.unknown.length === 0 ? { selector } : { selector, unknownRelationships: parsing.unknown };
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return { problem: error.problem };
    throw error;
  }
}

interface Parsing {
  readonly cursor: SelectorCursor;
  readonly roots: SelectorSteps[];
  readonly unknown: UnknownRelationship[];
  depth: number;
  steps: number;
}

/** `selector`: one step at least, up to a token that belongs to what surrounds it. */
function parseSteps(parsing: Parsing): SelectorSteps {
  const { cursor } = parsing;
  parsing.depth += 1;
  if (parsing.depth > maximumDepth) {
    cursor.fail(`Selector exceeds the maximum allowed nesting depth of ${maximumDepth}`);
  }
  const steps: SelectorStep[] = [];
  do {
    parsing.steps += 1;
    if (parsing.steps > maximumSteps) cursor.fail(`Selector exceeds the maximum of ${maximumSteps} steps`);
    const step = parseStep(parsing);
    if (step !== undefined) steps.push(step);
    cursor.skipSpace();
  } while (!cursor.atEnd() && !",])".includes(cursor.peek()));
  parsing.depth -= 1;
  return steps;
}

/** `selector_expression`; undefined for `*`, which takes every shape. */
function parseStep(parsing: Parsing): SelectorStep | undefined {
  const { cursor } = parsing;
  cursor.skipSpace();
  const next = cursor.peek();
  if (/[A-Za-z_]/.test(next)) return parseType(cursor);
  if (next === "") cursor.fail("Unexpected selector EOF");
  if (!":[><~-*$".includes(next)) cursor.fail(`Unexpected selector character: ${next}`);
  cursor.skip();
  switch (next) {
    case ":":
      return parseFunction(parsing);
    case "[":
      if (cursor.peek() !== "@") return parseAttribute(cursor);
      cursor.skip();
      return parseScopedAttribute(cursor);
    case ">":
      return { kind: "neighbors", direction: "forward", relationships: [] };
    case "<":
      return parseReverse(parsing);
    case "~":
      cursor.expect(">");
      return { kind: "recursiveNeighbors" };
    case "-":
      return parseForward(parsing);
    case "$":
      return parseVariable(parsing);
    default:
      return undefined;
  }
}

/** `shape_types` */
function parseType(cursor: SelectorCursor): SelectorStep {
  const type = cursor.identifier();
  if (!isShapeType(type)) cursor.fail(`Unknown shape type: ${type}`, cursor.offset, suggest(type, shapeTypes()));
  return { kind: "type", type };
}

/** `selector_forward_directed_neighbor`, behind its first dash */
function parseForward(parsing: Parsing): SelectorStep {
  const { cursor } = parsing;
  const relationships = parseRelationships(parsing);
  cursor.expect("-");
  cursor.expect(">");
  return { kind: "neighbors", direction: "forward", relationships };
}

/** `selector_reverse_directed_neighbor` or `selector_reverse_undirected_neighbor`, behind `<` */
function parseReverse(parsing: Parsing): SelectorStep {
  const { cursor } = parsing;
  let relationships: readonly string[] = [];
  if (cursor.peek() === "-") {
    cursor.skip();
    relationships = parseRelationships(parsing);
    cursor.expect("-");
  }
  return { kind: "neighbors", direction: "reverse", relationships };
}

function parseRelationships({ cursor, unknown }: Parsing): readonly string[] {
  const relationships: string[] = [];
  cursor.expect("[");
  do {
    cursor.skipSpace();
    const { offset } = cursor;
    const name = cursor.identifier();
    relationships.push(name);
    if (!relationshipNames.has(name)) unknown.push({ name, offset, suggestion: suggest(name, relationshipNames) });
    cursor.skipSpace();
  } while (cursor.expect("]", ",") === ",");
  return relationships;
}

/** `selector_variable_set` and `selector_variable_get`, behind `$` */
function parseVariable(parsing: Parsing): SelectorStep {
  const { cursor } = parsing;
  cursor.skipSpace();
  if (cursor.peek() === "{") {
    cursor.skip();
    cursor.skipSpace();
    const variable = cursor.identifier();
    cursor.skipSpace();
    cursor.expect("}");
    return { kind: "load", variable };
  }
  const variable = cursor.identifier();
  cursor.skipSpace();
  cursor.expect("(");
  const selector = parseSteps(parsing);
  cursor.expect(")");
  return { kind: "store", variable, selector };
}

const functionNames: readonly string[] = ["in", "is", "not", "recursive", "test", "topdown"] satisfies FunctionName[];

/** The functions that take one selector alone. */
const unary: ReadonlySet<string> = new Set(["in", "not", "recursive", "root"]);

/** `selector_function`, behind its colon */
function parseFunction(parsing: Parsing): SelectorStep {
  const { cursor } = parsing;
  const start = cursor.offset;
  const name = cursor.identifier();
  const selectors = parseArguments(parsing);
  if (unary.has(name) && selectors.length !== 1) {
    cursor.fail(`The :${name} function requires a single selector argument`, start);
  }
  if (name === "topdown" && selectors.length > 2) {
    cursor.fail(`The :topdown function accepts 1 or 2 selectors, but found ${selectors.length}`, start);
  }
  if (name === "root") {
    parsing.roots.push(selectors.flat());
    return { kind: "root", index: parsing.roots.length - 1 };
  }
  // The former name of `is`.
  if (name === "each") return { kind: "function", name: "is", selectors };
  return isFunctionName(name) ? { kind: "function", name, selectors } : { kind: "unknownFunction", name };
}

function isFunctionName(name: string): name is FunctionName {
  return functionNames.includes(name);
}

/** `selector_function_args` */
function parseArguments(parsing: Parsing): readonly SelectorSteps[] {
  const { cursor } = parsing;
  cursor.skipSpace();
  cursor.expect("(");
  const selectors: SelectorSteps[] = [];
  do selectors.push(parseSteps(parsing));
  while (cursor.expect(")", ",") === ",");
  return selectors;
}
