import { group, hardline, ifBroken, indent, join, line, softline, type Document } from "./document.js";
import { readExpression } from "./expression.js";
import { expressionDocument } from "./expression-document.js";
import { UnknownLayout, type TokenReader } from "./tokens.js";
import { readType } from "./type.js";
import { annotationDocument, typeDocument } from "./type-document.js";

const modifiers = new Set(["async", "function", "static", "override"]);

/**
 * The head of a function or method, up to the end of its declaration or to a body of one mark: `name(a: A, b?: B): C {` and
 * the lines after it.
 */
export function readHeader(reader: TokenReader): Document {
  const words: string[] = [];
  while (reader.peek()?.kind === "word") words.push(reader.word());
  const isKnown = words.slice(0, -1).every((word) => modifiers.has(word));
  if (!isKnown || words.length === 0) throw new UnknownLayout();
  const types = readTypeParameters(reader);
  reader.expect("(");
  const parameters: Document[] = [];
  let isRest = false;
  do {
    if (reader.at(")") || isRest) break;
    isRest = reader.at("...");
    parameters.push(readParameter(reader));
  } while (reader.tryTake(","));
  reader.expect(")");
  if (parameters.length === 0) throw new UnknownLayout();
  // A single parameter behind type parameters may be grouped by itself.
  if (types !== "" && parameters.length < 2) throw new UnknownLayout();
  const comma = isRest ? "" : ifBroken(",");
  const list: Document = ["(", indent([softline, join([",", line], parameters)]), comma, softline, ")"];
  const result = reader.tryTake(":") ? [": ", readResult(reader)] : "";
  return [group([words.join(" "), types, list, result]), readBody(reader)];
}

/** `<A, B extends C = D>` */
function readTypeParameters(reader: TokenReader): Document {
  if (!reader.tryTake("<")) return "";
  const found: Document[] = [];
  do {
    const name = reader.word();
    const bound = reader.tryTake("extends") ? [" extends ", typeDocument(readType(reader))] : "";
    const initial = reader.tryTake("=") ? [" = ", typeDocument(readType(reader))] : "";
    found.push([name, bound, initial]);
  } while (reader.tryTake(","));
  reader.expect(">");
  return group(["<", indent([softline, join([",", line], found)]), ifBroken(","), softline, ">"]);
}

function readParameter(reader: TokenReader): Document {
  const isRest = reader.tryTake("...");
  const isList = isRest && reader.tryTake("[");
  const word = reader.word();
  if (isList) reader.expect("]");
  const name = `${isRest ? "..." : ""}${isList ? `[${word}]` : word}`;
  const isOptional = !isRest && reader.tryTake("?");
  reader.expect(":");
  const type = typeDocument(readType(reader));
  const initial = reader.tryTake("=") ? [" = ", expressionDocument(readExpression(reader), "other")] : "";
  return [name, isOptional ? "?: " : ": ", type, initial];
}

/** A type, or `value is Type`. */
function readResult(reader: TokenReader): Document {
  if (!reader.at("is", 1)) return typeDocument(readType(reader));
  const subject = reader.word();
  reader.expect("is");
  return [subject, " is ", typeDocument(readType(reader))];
}

function readBody(reader: TokenReader): Document {
  if (reader.tryTake(";")) return ";";
  reader.expect("{");
  const mark = reader.word();
  if (!/^_\d+_$/.test(mark)) throw new UnknownLayout();
  reader.expect(";");
  reader.expect("}");
  return [" {", indent([hardline, mark, ";"]), hardline, "}"];
}

/** Whether a member of an interface is a property, whose name is followed by its type. */
export function isProperty(reader: TokenReader): boolean {
  const name = reader.at("readonly") && !reader.at(":", 1) ? 1 : 0;
  return reader.at(":", name + 1) || (reader.at("?", name + 1) && reader.at(":", name + 2));
}

/** `readonly name?: Type;` */
export function readProperty(reader: TokenReader): Document {
  const modifier = reader.at("readonly") && !reader.at(":", 1) ? `${reader.word()} ` : "";
  const key = reader.take();
  // Quotes that a name does not need go or stay with those of its neighbours.
  const isPlain = key.kind === "string" ? !/^.[A-Za-z_$][\w$]*.$|^.\d/.test(key.text) : key.kind === "word";
  if (!isPlain) throw new UnknownLayout();
  const optional = reader.tryTake("?") ? "?" : "";
  reader.expect(":");
  const type = annotationDocument(readType(reader));
  reader.expect(";");
  return [modifier, key.text, optional, type, ";"];
}
