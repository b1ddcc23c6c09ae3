import { group, hardline, ifBroken, indent, indentWith, join, line, printDocument, softline } from "./document.js";
import type { Document } from "./document.js";
import { isParenthesised, readExpression, type Expression } from "./expression.js";
import { expressionDocument } from "./expression-document.js";
import { readTokens, TokenReader, UnknownLayout } from "./tokens.js";
import { readType, type TypeNode } from "./type.js";
import { typeDocument } from "./type-document.js";
import { isProperty, readHeader, readProperty } from "./header.js";

/** Where a text stands: among statements, or among the members of a class or an interface. */
export type Surroundings = "block" | "class" | "interface";

/**
 * Lays out what emitters write most: imports, heads of functions and methods, assignments, conditions and calls. Undefined
 * for everything else, which is then prettier's own work. The first line comes without its indentation.
 *
 * @param column where the text stands
 */
export function layOut(text: string, surroundings: Surroundings, column: number, width: number): string | undefined {
  const tokens = readTokens(text);
  if (tokens === undefined) return undefined;
  try {
    return printDocument(readAll(new TokenReader(tokens, width), surroundings), column, width);
  } catch (error) {
    if (error instanceof UnknownLayout) return undefined;
    throw error;
  }
}

function readAll(reader: TokenReader, surroundings: Surroundings): Document {
  const document = surroundings === "block" ? readStatement(reader) : readMember(reader, surroundings);
  if (!reader.isDone()) throw new UnknownLayout();
  return document;
}

function readMember(reader: TokenReader, surroundings: Surroundings): Document {
  return surroundings === "interface" && isProperty(reader) ? readProperty(reader) : readHeader(reader);
}

function readStatement(reader: TokenReader): Document {
  if (reader.at("import")) return readImport(reader);
  if (reader.at("{")) return readBlock(reader);
  if (reader.at("if")) return readIf(reader);
  if (reader.at("for")) return reader.at("const", 2) ? readForOf(reader) : readFor(reader);
  if (reader.at("return") || reader.at("throw")) return readReturn(reader);
  const exported = reader.tryTake("export") ? "export " : "";
  if (reader.at("function") || (reader.at("async") && reader.at("function", 1))) return [exported, readHeader(reader)];
  if (reader.tryTake("const")) return readConstant(reader, exported);
  if (exported !== "" || statementWords.has(reader.peek()?.text ?? "")) throw new UnknownLayout();
  return readExpressionStatement(reader);
}

const statementWords = new Set([
  ..."let var for while do switch case default try class interface type enum declare namespace await".split(" "),
]);

/** `import type { A, B as C } from "module";` with several names. */
function readImport(reader: TokenReader): Document {
  reader.expect("import");
  const head = reader.tryTake("type") ? "import type " : "import ";
  reader.expect("{");
  const names: string[] = [];
  do {
    const words: string[] = [];
    while (reader.peek()?.kind === "word") words.push(reader.word());
    if (words.length === 0) break;
    names.push(words.join(" "));
  } while (reader.tryTake(","));
  reader.expect("}");
  reader.expect("from");
  const specifier = reader.take();
  reader.expect(";");
  if (names.length < 2 || specifier.kind !== "string") throw new UnknownLayout();
  const list = group(["{", indent([line, join([",", line], names)]), ifBroken(","), line, "}"]);
  return [head, list, " from ", specifier.text, ";"];
}

function readBlock(reader: TokenReader): Document {
  reader.expect("{");
  const statements: Document[] = [];
  while (!reader.tryTake("}")) {
    const isApart = statements.length > 0 && reader.skipBlank();
    statements.push(isApart ? [hardline, hardline] : hardline, readStatement(reader));
  }
  if (statements.length === 0) throw new UnknownLayout();
  return ["{", indent(statements), hardline, "}"];
}

function readIf(reader: TokenReader): Document {
  reader.expect("if");
  reader.expect("(");
  const test = readExpression(reader);
  reader.expect(")");
  if (isParenthesised(test)) throw new UnknownLayout();
  const head = ["if (", group([indent([softline, expressionDocument(test, "if")]), softline]), ")"];
  const isBlock = reader.at("{");
  const opening = group([head, readClause(reader)]);
  if (!reader.tryTake("else")) return opening;
  const isChain = reader.at("if");
  const otherwise = isChain ? [" ", readIf(reader)] : readClause(reader);
  return [opening, isBlock ? " " : hardline, "else", group(otherwise)];
}

function readClause(reader: TokenReader): Document {
  return reader.at("{") ? [" ", readBlock(reader)] : indent([line, readStatement(reader)]);
}

/** `for (const name of values) { … }` */
function readForOf(reader: TokenReader): Document {
  for (const text of ["for", "(", "const"]) reader.expect(text);
  const name = reader.word();
  reader.expect("of");
  const values = expressionDocument(readExpression(reader), "other");
  reader.expect(")");
  return ["for (const ", name, " of ", values, ") ", readBlock(reader)];
}

/** `for (let name = first; name < last; name += step) { … }` */
function readFor(reader: TokenReader): Document {
  for (const text of ["for", "(", "let"]) reader.expect(text);
  const name = reader.word();
  reader.expect("=");
  const first = expressionDocument(readExpression(reader), "other");
  reader.expect(";");
  const test = expressionDocument(readExpression(reader), "other");
  reader.expect(";");
  const target = reader.word();
  reader.expect("+=");
  const step = expressionDocument(readExpression(reader), "other");
  reader.expect(")");
  const parts = [["let ", name, " = ", first], test, [target, " += ", step]];
  return ["for (", group([indent([softline, join([";", line], parts)]), softline]), ") ", readBlock(reader)];
}

function readReturn(reader: TokenReader): Document {
  const keyword = reader.take().text;
  const value = readExpression(reader);
  reader.expect(";");
  if (isParenthesised(value)) throw new UnknownLayout();
  const document = expressionDocument(value, "return");
  if (value.kind !== "binary") return [keyword, " ", document, ";"];
  return [keyword, " ", group([ifBroken("("), indent([softline, document]), softline, ifBroken(")")]), ";"];
}

/** `const name: Type = value` */
function readConstant(reader: TokenReader, exported: string): Document {
  const name = reader.word();
  const type = reader.tryTake(":") ? readType(reader) : undefined;
  reader.expect("=");
  if (type === undefined && isCallback(reader)) {
    return [exported, "const ", readCallback(reader, `${name} = `)];
  }
  const left = type === undefined ? name : [name, ": ", typeDocument(type)];
  const document = readAssigned(reader, left, " =", type !== undefined && isComplex(type));
  reader.expect(";");
  return [exported, "const ", document, ";"];
}

/** Whether a method is called with a function of one parameter: `values.map((item: Item) => {`. */
function isCallback(reader: TokenReader): boolean {
  return [".", "(", "(", ":", ")", "=>", "{"].every((mark, index) => reader.at(mark, [1, 3, 4, 6, 8, 9, 10][index]));
}

/** No line so short is ever broken, however deep its statement stands. */
const shortHead = 60;

function readCallback(reader: TokenReader, before: string): Document {
  const [values, , method, , , item] = Array.from({ length: 6 }, () => reader.take().text);
  reader.expect(":");
  const head = `${before}${values}.${method}((${item}: ${reader.word()}) => `;
  if (head.length > shortHead) throw new UnknownLayout();
  for (const mark of [")", "=>"]) reader.expect(mark);
  const block = readBlock(reader);
  for (const mark of [")", ";"]) reader.expect(mark);
  return [head, block, ");"];
}

function readExpressionStatement(reader: TokenReader): Document {
  const target = readExpression(reader);
  if (isParenthesised(target)) throw new UnknownLayout();
  const isTarget = target.kind === "name" || target.kind === "member" || target.kind === "index";
  let document: Document;
  if (isTarget && (reader.at("=") || reader.at("+="))) {
    const operator = reader.take().text;
    document = readAssigned(reader, expressionDocument(target, "other"), ` ${operator}`);
  } else if (target.kind === "call") {
    document = expressionDocument(target, "other");
  } else {
    throw new UnknownLayout();
  }
  reader.expect(";");
  return [document, ";"];
}

/** Several type arguments, of which one has arguments itself. */
function isComplex(type: TypeNode): boolean {
  return (
    type.kind === "reference" &&
    type.arguments.length > 1 &&
    type.arguments.some((argument) => argument.kind === "reference" && argument.arguments.length > 0)
  );
}

/** An assignment is broken after its operator where the value has no better place to be broken. */
function readAssigned(reader: TokenReader, left: Document, operator: string, isComplexType = false): Document {
  const isPure = reader.peek()?.kind === "pure";
  const comment = isPure ? `${reader.take().text} ` : "";
  const value = readExpression(reader);
  if (reader.at("=") || isParenthesised(value)) throw new UnknownLayout();
  const right = [comment, expressionDocument(value, "assignment")];
  if (isComplexType) return group([left, operator, " ", group(right)]);
  if (breaksAfterOperator(value, reader.width / 4)) return group([group(left), operator, group(indent([line, right]))]);
  const gap = group(indent(line));
  return group([group(left), operator, gap, indentWith(gap, right)]);
}

function breaksAfterOperator(value: Expression, short: number): boolean {
  if (value.kind === "binary") return true;
  if (value.kind === "conditional") return value.test.kind === "binary";
  let operand: Expression = value;
  while (operand.kind === "unary") operand = operand.operand;
  if (operand.kind === "literal") return /^["']/.test(operand.text);
  return isPoorlyBreakable(operand, short, false);
}

/** Chains of members and calls whose arguments are too short, up to a quarter of the line, to be worth a line of their own. */
function isPoorlyBreakable(value: Expression, short: number, isInner: boolean): boolean {
  switch (value.kind) {
    case "call": {
      if (value.isNew) return false;
      const [only, ...others] = value.arguments;
      if (others.length > 0 || (only !== undefined && !isShort(only, short))) return false;
      return isPoorlyBreakable(value.callee, short, true);
    }
    case "member":
    case "index":
      return isPoorlyBreakable(value.object, short, true);
    default:
      return isInner && value.kind === "name";
  }
}

function isShort(argument: Expression, short: number): boolean {
  switch (argument.kind) {
    case "name":
      return argument.text.length <= short;
    case "literal":
      if (/^\d/.test(argument.text)) throw new UnknownLayout();
      return argument.text.length <= short;
    case "unary":
      return isShort(argument.operand, short);
    case "call":
      return (
        argument.arguments.length === 0 && argument.callee.kind === "name" && argument.callee.text.length <= short - 2
      );
    default:
      return false;
  }
}
