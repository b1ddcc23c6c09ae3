import { UnknownLayout, type TokenReader } from "./tokens.js";
import { readType, type TypeNode } from "./type.js";

/** The expressions that emitters write: no blocks, templates, or objects and arrays with anything in them. */
export type Expression =
  | { readonly kind: "name"; readonly text: string }
  /** A literal: a number, a string, `{}` or `[]`. */
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "member"; readonly object: Expression; readonly name: string }
  | { readonly kind: "index"; readonly object: Expression; readonly key: Expression }
  | Call
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | Binary
  | Conditional
  | { readonly kind: "cast"; readonly operand: Expression; readonly type: TypeNode }
  /** `(name, other) => call()`, as the last of several arguments. */
  | { readonly kind: "arrow"; readonly parameters: readonly string[]; readonly body: Expression }
  /** An object that is laid out already and stands in for its members by one line of text. */
  | { readonly kind: "fold"; readonly text: string };

export interface Call {
  readonly kind: "call";
  readonly isNew: boolean;
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

export interface Binary {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

const precedences: Readonly<Record<string, number>> = {
  "??": 1,
  "||": 2,
  "&&": 3,
  "===": 4,
  "!==": 4,
  "<": 5,
  ">": 5,
  "<=": 5,
  ">=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
};
const equality = 4;
const relation = 5;

export function precedenceOf(operator: string): number {
  return precedences[operator] ?? 0;
}

export function isLogical(operator: string): boolean {
  return precedenceOf(operator) < equality;
}

/** Throws UnknownLayout for all other expressions, and for those with other parentheses than prettier leaves. */
export function readExpression(reader: TokenReader): Expression {
  const test = readBinary(reader, 1);
  if (!reader.tryTake("?")) return test;
  if (test.kind === "conditional") throw new UnknownLayout();
  const whenTrue = readExpression(reader);
  reader.expect(":");
  const whenFalse = readExpression(reader);
  // Chains of conditions have a layout of their own.
  if (whenTrue.kind === "conditional" || whenFalse.kind === "conditional") throw new UnknownLayout();
  return { kind: "conditional", test, whenTrue, whenFalse };
}

function readBinary(reader: TokenReader, least: number): Expression {
  let left = readCast(reader);
  for (;;) {
    const token = reader.peek();
    const precedence = token?.kind === "mark" ? precedenceOf(token.text) : 0;
    if (token === undefined || precedence < least || precedence === 0) return left;
    reader.take();
    const right = readBinary(reader, precedence + 1);
    checkOperand(token.text, left, "left");
    checkOperand(token.text, right, "right");
    left = { kind: "binary", operator: token.text, left, right };
  }
}

/** Operands in parentheses, by their positions in the text: what they are is known only with their surroundings. */
const parenthesised = new WeakSet<Expression>();

export function isParenthesised(expression: Expression): boolean {
  return parenthesised.has(expression);
}

/** Prettier writes parentheses exactly where they are needed, and around different logical operators. */
function checkOperand(operator: string, operand: Expression, side: "left" | "right"): void {
  const needs = operandNeedsParentheses(operator, operand, side);
  if (needs !== isParenthesised(operand)) throw new UnknownLayout();
}

function operandNeedsParentheses(operator: string, operand: Expression, side: "left" | "right"): boolean {
  if (operand.kind === "conditional" || operand.kind === "cast") return true;
  if (operand.kind !== "binary") return false;
  const outer = precedenceOf(operator);
  const inner = precedenceOf(operand.operator);
  if (isLogical(operator) && isLogical(operand.operator)) {
    return operator !== operand.operator || side === "right";
  }
  if (outer === inner && (outer === equality || outer === relation)) throw new UnknownLayout();
  return inner < outer || (inner === outer && side === "right");
}

function readCast(reader: TokenReader): Expression {
  const operand = readUnary(reader);
  if (!reader.tryTake("as")) return operand;
  if (operand.kind === "name" || operand.kind === "call" || operand.kind === "member" || operand.kind === "index") {
    return { kind: "cast", operand, type: readType(reader) };
  }
  throw new UnknownLayout();
}

function readUnary(reader: TokenReader): Expression {
  if (reader.at("!") || reader.at("typeof") || reader.at("-")) {
    const operator = reader.take().text;
    const operand = readUnary(reader);
    const needs = operand.kind === "binary" || operand.kind === "conditional" || operand.kind === "cast";
    if (needs !== isParenthesised(operand) || operand.kind === "unary") throw new UnknownLayout();
    return { kind: "unary", operator, operand };
  }
  return readPostfix(reader);
}

function readPostfix(reader: TokenReader): Expression {
  const isNew = reader.tryTake("new");
  let expression = readPrimary(reader);
  for (;;) {
    const isOpen = reader.at(".") || reader.at("[") || reader.at("(");
    if (!isOpen) break;
    if (isParenthesised(expression)) throw new UnknownLayout();
    if (reader.tryTake(".")) {
      // Longer chains have a layout of their own.
      if (expression.kind !== "name") throw new UnknownLayout();
      expression = { kind: "member", object: expression, name: reader.word() };
    } else if (reader.tryTake("[")) {
      const key = readExpression(reader);
      reader.expect("]");
      if (expression.kind !== "name" || (key.kind !== "name" && key.kind !== "literal")) throw new UnknownLayout();
      expression = { kind: "index", object: expression, key };
    } else {
      if (expression.kind !== "name" && expression.kind !== "member") throw new UnknownLayout();
      expression = { kind: "call", isNew, callee: expression, arguments: readArguments(reader) };
      if (isNew) return expression;
    }
  }
  if (isNew) throw new UnknownLayout();
  return expression;
}

function readArguments(reader: TokenReader): readonly Expression[] {
  reader.expect("(");
  const found: Expression[] = [];
  while (!reader.at(")")) {
    if (found.length > 0) reader.expect(",");
    if (reader.at(")")) break;
    const argument = isArrow(reader) && found.length > 0 ? readArrow(reader) : readExpression(reader);
    if (isParenthesised(argument)) throw new UnknownLayout();
    if (argument.kind === "fold" && (found.length > 0 || !reader.at(")"))) throw new UnknownLayout();
    found.push(argument);
  }
  reader.expect(")");
  return found;
}

function isArrow(reader: TokenReader): boolean {
  if (!reader.at("(")) return false;
  let ahead = 1;
  while (reader.peek(ahead)?.kind === "word" && reader.at(",", ahead + 1)) ahead += 2;
  return reader.at(")", ahead + 1) && reader.at("=>", ahead + 2);
}

function readArrow(reader: TokenReader): Expression {
  reader.expect("(");
  const parameters = [reader.word()];
  while (reader.tryTake(",")) parameters.push(reader.word());
  reader.expect(")");
  reader.expect("=>");
  const body = readExpression(reader);
  const isPlain = body.kind === "call" && body.arguments.every(({ kind }) => kind === "name" || kind === "member");
  if (!isPlain || isParenthesised(body) || !reader.at(")")) throw new UnknownLayout();
  return { kind: "arrow", parameters, body };
}

function readPrimary(reader: TokenReader): Expression {
  const token = reader.take();
  if (token.kind === "word") {
    if (reader.at("=>") || reservedStarts.has(token.text)) throw new UnknownLayout();
    return { kind: "name", text: token.text };
  }
  if (token.kind === "number" || token.kind === "string" || token.kind === "pattern")
    return { kind: "literal", text: token.text };
  if (token.text === "{" && reader.tryTake("}")) return { kind: "literal", text: "{}" };
  if (token.text === "[" && reader.tryTake("]")) return { kind: "literal", text: "[]" };
  if (token.text === "{") return readFold(reader);
  if (token.text === "(") {
    const inner = readExpression(reader);
    reader.expect(")");
    if (isParenthesised(inner) || reader.at("=>")) throw new UnknownLayout();
    // A new object, so that the mark stays with this occurrence.
    const marked = { ...inner };
    parenthesised.add(marked);
    return marked;
  }
  throw new UnknownLayout();
}

/** Words that begin what is read nowhere here. */
const reservedStarts = new Set(["function", "async", "await", "yield", "class", "import", "delete", "void", "in"]);

/** `$1$: 0,` and the closing brace. */
function readFold(reader: TokenReader): Expression {
  const name = reader.word();
  if (!/^\$\d+\$$/.test(name)) throw new UnknownLayout();
  reader.expect(":");
  if (reader.take().text !== "0") throw new UnknownLayout();
  reader.expect(",");
  reader.expect("}");
  return { kind: "fold", text: `${name}: 0,` };
}
