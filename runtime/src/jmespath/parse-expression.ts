import type { Comparator, Expression } from "./expression.js";
import { JmespathError } from "./problem.js";
import { scanTokens } from "./scanner.js";
import { bindingOf, describeToken, projectionStop, type Token, type TokenKind, tokenKinds } from "./token.js";
import { expectNext, peekToken, takeToken, tokenProblem, type TokenStream } from "./token-stream.js";

/** How deep an expression may be: far beyond what people write, far below what would exhaust a stack. */
const maximumDepth = 400;

const starts = [
  "current",
  "identifier",
  "literal",
  "star",
  "leftBrace",
  "leftBracket",
  "flatten",
  "reference",
  "not",
  "filter",
  "leftParenthesis",
] as const satisfies readonly TokenKind[];

const continuations = [
  "dot",
  "leftBracket",
  "or",
  "and",
  "pipe",
  "flatten",
  "filter",
  "equal",
  "notEqual",
  "greater",
  "greaterOrEqual",
  "less",
  "lessOrEqual",
  "leftParenthesis",
] as const satisfies readonly TokenKind[];

const comparators: Partial<Readonly<Record<TokenKind, Comparator>>> = {
  equal: "==",
  notEqual: "!=",
  greater: ">",
  greaterOrEqual: ">=",
  less: "<",
  lessOrEqual: "<=",
};

type Place = Pick<Token, "line" | "column">;

interface Parser extends TokenStream {
  /** How many expressions are being read around the current one. */
  nesting: number;
  /** How deep the tree below each expression is. */
  readonly depths: WeakMap<Expression, number>;
}

/**
 * Reads a JMESPath expression by the strength of its operators (the specification's "Grammar"). As Smithy's implementation
 * does, it takes the elements of lists and arguments without a comma between them, and numbers with a fraction as indexes.
 *
 * @param text - the whole expression
 * @returns a tree for `evaluateExpression`, however often
 * @throws JmespathError of kind `syntax`, with Smithy's texts; of kind `limit` when the expression nests deeper than 400.
 */
export function parseExpression(text: string): Expression {
  const parser: Parser = { text, tokens: scanTokens(text), position: 0, nesting: 0, depths: new WeakMap() };
  const expression = parseFrom(parser, 0);
  takeToken(parser, "end");
  return expression;
}

/** An expression up to an operator that binds no stronger than `binding`. */
function parseFrom(parser: Parser, binding: number): Expression {
  parser.nesting += 1;
  if (parser.nesting > maximumDepth) throw tooDeep(parser);
  let expression = parseStart(parser);
  while (binding < bindingOf(peekToken(parser))) expression = parseContinuation(parser, expression);
  parser.nesting -= 1;
  return expression;
}

function tooDeep(parser: Parser): JmespathError {
  const { line, column } = peekToken(parser);
  return new JmespathError(
    "limit",
    `Syntax error at line ${line} column ${column}: the expression nests deeper than ${maximumDepth}`,
  );
}

/** Bounds the depth of the tree: a long chain nests to the left without any recursion here. */
function measure(parser: Parser, expression: Expression, children: readonly Expression[]): Expression {
  let depth = 0;
  for (const child of children) depth = Math.max(depth, parser.depths.get(child) ?? 0);
  if (depth >= maximumDepth) throw tooDeep(parser);
  parser.depths.set(expression, depth + 1);
  return expression;
}

function place({ line, column }: Place): Place {
  return { line, column };
}

function here(parser: Parser): Place {
  return place(peekToken(parser));
}

function currentAt(at: Place): Expression {
  return { kind: "current", ...at };
}

function parseStart(parser: Parser): Expression {
  const token = takeToken(parser, ...starts);
  const at = place(token);
  switch (token.kind as (typeof starts)[number]) {
    case "current":
      return currentAt(at);
    case "identifier":
      return parseNamed(parser, token);
    case "literal":
      return { kind: "literal", value: token.value ?? null, ...at };
    case "star":
      return parseObjectProjection(parser, currentAt(at));
    case "leftBracket":
      return parseStartingBracket(parser);
    case "leftBrace":
      return parseMultiSelectHash(parser);
    case "flatten":
      return parseFlatten(parser, currentAt(at));
    case "reference":
    case "not": {
      const kind = token.kind === "not" ? "not" : "reference";
      const expression = parseFrom(parser, tokenKinds[kind].binding);
      return measure(parser, { kind, expression, ...at }, [expression]);
    }
    case "filter":
      return parseFilter(parser, currentAt(at));
    case "leftParenthesis": {
      const inside = parseFrom(parser, 0);
      takeToken(parser, "rightParenthesis");
      return inside;
    }
  }
}

/** A field, or a function's call when a parenthesis follows. */
function parseNamed(parser: Parser, token: Token): Expression {
  const name = String(token.value);
  if (token.quoted === true || peekToken(parser).kind !== "leftParenthesis") {
    return { kind: "field", name, ...place(token) };
  }
  takeToken(parser, "leftParenthesis");
  const list = parseList(parser, "rightParenthesis");
  return measure(parser, { kind: "function", name, arguments: list, ...place(token) }, list);
}

function parseContinuation(parser: Parser, left: Expression): Expression {
  const token = takeToken(parser, ...continuations);
  const at = place(token);
  const pair = (kind: "and" | "or" | "subexpression", right: Expression) =>
    measure(parser, { kind, left, right, ...at }, [left, right]);
  switch (token.kind as (typeof continuations)[number]) {
    case "dot":
      if (peekToken(parser).kind !== "star") return pair("subexpression", parseAfterDot(parser, bindingOf(token)));
      takeToken(parser, "star");
      return parseObjectProjection(parser, left);
    case "flatten":
      return parseFlatten(parser, left);
    case "filter":
      return parseFilter(parser, left);
    case "or":
      return pair("or", parseFrom(parser, bindingOf(token)));
    case "and":
      return pair("and", parseFrom(parser, bindingOf(token)));
    case "pipe":
      return pair("subexpression", parseFrom(parser, bindingOf(token)));
    case "leftBracket":
      if (expectNext(parser, "number", "colon", "star").kind === "star") return parseListProjection(parser, left);
      return pair("subexpression", parseIndex(parser));
    case "leftParenthesis":
      parser.position -= 1;
      throw tokenProblem(parser, `Invalid led token: ${describeToken(token)}`);
    default:
      return parseComparison(parser, comparators[token.kind] as Comparator, left);
  }
}

/** `[` that starts an expression: an index or slice, `[*]`, or a list of expressions. */
function parseStartingBracket(parser: Parser): Expression {
  const next = peekToken(parser);
  if (next.kind === "number" || next.kind === "colon") return parseIndex(parser);
  if (next.kind === "star" && peekToken(parser, 1).kind === "rightBracket") {
    return parseListProjection(parser, currentAt(place(next)));
  }
  return parseMultiSelectList(parser);
}

/** `[0]`, `[-1]`, `[1:2]`, `[::-1]` (grammar `bracket-specifier`), its bracket already read. */
function parseIndex(parser: Parser): Expression {
  const at = here(parser);
  const parts: (number | undefined)[] = [undefined];
  for (;;) {
    const next = expectNext(parser, "number", "rightBracket", "colon");
    if (next.kind === "rightBracket") break;
    takeToken(parser, next.kind);
    if (next.kind === "number") {
      parts[parts.length - 1] = Math.trunc(Number(next.value));
      expectNext(parser, "colon", "rightBracket");
    } else if (parts.push(undefined) > 3) {
      throw tokenProblem(parser, "Too many colons in slice expression");
    }
  }
  takeToken(parser, "rightBracket");
  const [start, stop, step] = parts;
  if (parts.length === 1) return { kind: "index", index: start ?? 0, ...at };
  const slice: Expression = { kind: "slice", start, stop, step: step ?? 1, ...at };
  return finishProjection(parser, slice, at);
}

function parseMultiSelectList(parser: Parser): Expression {
  const at = here(parser);
  const expressions = parseList(parser, "rightBracket");
  return measure(parser, { kind: "multiSelectList", expressions, ...at }, expressions);
}

function parseList(parser: Parser, closing: TokenKind): readonly Expression[] {
  const expressions: Expression[] = [];
  while (peekToken(parser).kind !== closing) {
    expressions.push(parseFrom(parser, 0));
    if (peekToken(parser).kind !== "comma") continue;
    takeToken(parser, "comma");
    const next = peekToken(parser);
    if (next.kind === closing) throw tokenProblem(parser, `Invalid token after ',': ${describeToken(next)}`);
  }
  takeToken(parser, closing);
  return expressions;
}

function parseMultiSelectHash(parser: Parser): Expression {
  const at = here(parser);
  const entries = new Map<string, Expression>();
  for (;;) {
    const key = takeToken(parser, "identifier");
    takeToken(parser, "colon");
    entries.set(String(key.value), parseFrom(parser, 0));
    if (expectNext(parser, "rightBrace", "comma").kind === "rightBrace") break;
    takeToken(parser, "comma");
  }
  takeToken(parser, "rightBrace");
  return measure(parser, { kind: "multiSelectHash", entries, ...at }, [...entries.values()]);
}

function parseListProjection(parser: Parser, left: Expression): Expression {
  const at = here(parser);
  takeToken(parser, "star");
  takeToken(parser, "rightBracket");
  return finishProjection(parser, left, at);
}

function finishProjection(parser: Parser, left: Expression, at: Place): Expression {
  const right = parseProjected(parser, tokenKinds.star.binding);
  return measure(parser, { kind: "projection", left, right, ...at }, [left, right]);
}

function parseObjectProjection(parser: Parser, left: Expression): Expression {
  const { line, column } = here(parser);
  const right = parseProjected(parser, tokenKinds.star.binding);
  // The star stands before what follows it.
  return measure(parser, { kind: "objectProjection", left, right, line, column: column - 1 }, [left, right]);
}

function parseFlatten(parser: Parser, left: Expression): Expression {
  const at = here(parser);
  const { line, column } = left;
  const flatten = measure(parser, { kind: "flatten", expression: left, line, column }, [left]);
  return finishProjection(parser, flatten, at);
}

function parseFilter(parser: Parser, left: Expression): Expression {
  const condition = parseFrom(parser, 0);
  takeToken(parser, "rightBracket");
  const right = parseProjected(parser, tokenKinds.filter.binding);
  const { line, column } = condition;
  const filter: Expression = { kind: "filterProjection", left, condition, right, line, column };
  return measure(parser, filter, [left, condition, right]);
}

/** What a projection does to each element. */
function parseProjected(parser: Parser, binding: number): Expression {
  const next = peekToken(parser);
  if (next.kind === "dot") {
    takeToken(parser, "dot");
    return parseAfterDot(parser, binding);
  }
  if (next.kind === "leftBracket" || next.kind === "filter") return parseFrom(parser, binding);
  if (bindingOf(next) < projectionStop) return currentAt(place(next));
  throw tokenProblem(parser, "Invalid projection");
}

function parseComparison(parser: Parser, comparator: Comparator, left: Expression): Expression {
  const at = here(parser);
  const right = parseFrom(parser, tokenKinds.equal.binding);
  return measure(parser, { kind: "comparison", comparator, left, right, ...at }, [left, right]);
}

function parseAfterDot(parser: Parser, binding: number): Expression {
  const next = expectNext(parser, "leftBracket", "leftBrace", "star", "identifier");
  if (next.kind !== "leftBracket") return parseFrom(parser, binding);
  takeToken(parser, "leftBracket");
  return parseMultiSelectList(parser);
}
