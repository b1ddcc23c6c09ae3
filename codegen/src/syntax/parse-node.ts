import type { Cursor } from "./cursor.js";
import { duplicateKey } from "./messages.js";
import type {
  ArrayNode,
  Identifier,
  KeywordNode,
  NamespaceName,
  NodeValue,
  NumberNode,
  ObjectEntry,
  ObjectKey,
  ObjectNode,
  ShapeIdNode,
  StringNode,
  TextBlockNode,
} from "./tree.js";

const keywords: ReadonlyMap<string, KeywordNode["value"]> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * `NodeValue : NodeArray / NodeObject / Number / NodeKeyword / NodeStringValue`
 */
export function parseNodeValue(cursor: Cursor): NodeValue {
  switch (cursor.kind) {
    case "LBRACKET":
      return cursor.nested(parseNodeArray);
    case "LBRACE":
      return cursor.nested(parseNodeObject);
    case "NUMBER":
      return parseNumber(cursor);
    case "STRING":
      return parseQuotedText(cursor);
    case "TEXT_BLOCK":
      return parseTextBlock(cursor);
    case "IDENTIFIER":
      return parseUnquotedValue(cursor);
    default:
      return cursor.failExpected("STRING", "TEXT_BLOCK", "NUMBER", "IDENTIFIER", "LBRACE", "LBRACKET");
  }
}

/** `NodeArray : "[" [WS] *(NodeValue [WS]) "]"` */
function parseNodeArray(cursor: Cursor): ArrayNode {
  const start = cursor.start;
  cursor.expectAndSkip("LBRACKET");
  cursor.skipWhitespace();
  const elements: NodeValue[] = [];
  while (!cursor.is("RBRACKET")) {
    elements.push(parseNodeValue(cursor));
    cursor.skipWhitespace();
  }
  const end = cursor.end;
  cursor.next();
  return { kind: "array", start, end, elements };
}

/** `NodeObject : "{" [WS] [NodeObjectKvp *(WS NodeObjectKvp)] [WS] "}"` */
function parseNodeObject(cursor: Cursor): ObjectNode {
  const start = cursor.start;
  cursor.expectAndSkip("LBRACE");
  cursor.skipWhitespace();
  const entries: ObjectEntry[] = [];
  while (!cursor.is("RBRACE")) {
    entries.push(parseObjectEntry(cursor));
    cursor.skipWhitespace();
  }
  const end = cursor.end;
  cursor.next();
  cursor.reportDuplicates(entries, duplicateKey);
  return { kind: "object", start, end, entries };
}

/** `NodeObjectKvp : NodeObjectKey [WS] ":" [WS] NodeValue`, in braces */
export function parseObjectEntry(cursor: Cursor): ObjectEntry {
  if (cursor.is("EOF")) cursor.failExpected("RBRACE");
  if (!cursor.is("STRING") && !cursor.is("IDENTIFIER")) cursor.failExpected("RBRACE", "STRING", "IDENTIFIER");
  return parseEntryAfterKey(cursor, parseObjectKey(cursor));
}

/** What follows the key of a `NodeObjectKvp`. */
export function parseEntryAfterKey(cursor: Cursor, key: ObjectKey): ObjectEntry {
  cursor.skipWhitespace();
  cursor.expectAndSkip("COLON");
  cursor.skipWhitespace();
  const value = parseNodeValue(cursor);
  return { kind: "entry", start: key.start, end: value.end, key, value };
}

/** `NodeObjectKey : QuotedText / Identifier` */
export function parseObjectKey(cursor: Cursor): ObjectKey {
  if (cursor.is("STRING")) return parseQuotedText(cursor);
  if (cursor.is("IDENTIFIER")) return parseIdentifier(cursor);
  return cursor.failExpected("IDENTIFIER", "STRING");
}

/** `Number`, as it is written */
function parseNumber(cursor: Cursor): NumberNode {
  const { start, end, lexeme } = cursor;
  cursor.next();
  return { kind: "number", start, end, text: lexeme };
}

/** `QuotedText` */
export function parseQuotedText(cursor: Cursor): StringNode {
  const { start, end } = cursor;
  const value = cursor.scanner.value;
  cursor.next();
  return { kind: "string", start, end, value };
}

/** `TextBlock` */
function parseTextBlock(cursor: Cursor): TextBlockNode {
  const { start, end } = cursor;
  const value = cursor.scanner.value;
  cursor.next();
  return { kind: "text-block", start, end, value };
}

/** `NodeKeyword` or `ShapeId` */
function parseUnquotedValue(cursor: Cursor): KeywordNode | ShapeIdNode {
  return unquotedValue(parseShapeId(cursor));
}

/** A keyword is one only when nothing is joined to it. */
export function unquotedValue(id: ShapeIdNode): KeywordNode | ShapeIdNode {
  const value = keywords.get(id.text);
  return value === undefined ? id : { kind: "keyword", start: id.start, end: id.end, value };
}

/** `Identifier` */
export function parseIdentifier(cursor: Cursor): Identifier {
  cursor.expect("IDENTIFIER");
  const { start, end, lexeme } = cursor;
  cursor.next();
  return { kind: "identifier", start, end, text: lexeme };
}

/** Takes an identifier and tells where it ended. */
function skipIdentifier(cursor: Cursor): number {
  cursor.expect("IDENTIFIER");
  const end = cursor.end;
  cursor.next();
  return end;
}

/** `Namespace : Identifier *("." Identifier)`; gives its end */
function skipNamespace(cursor: Cursor): number {
  let end = skipIdentifier(cursor);
  while (cursor.is("DOT")) {
    cursor.next();
    end = skipIdentifier(cursor);
  }
  return end;
}

/** `Namespace` */
export function parseNamespaceName(cursor: Cursor): NamespaceName {
  const start = cursor.start;
  const end = skipNamespace(cursor);
  return { kind: "namespace-name", start, end, text: cursor.source.text.slice(start, end) };
}

/** `ShapeId : RootShapeId [ShapeIdMember]`, `RootShapeId : AbsoluteRootShapeId / Identifier` */
export function parseShapeId(cursor: Cursor): ShapeIdNode {
  const start = cursor.start;
  cursor.expect("IDENTIFIER");
  const identifierEnd = cursor.end;
  cursor.next();
  return parseShapeIdAfterIdentifier(cursor, start, identifierEnd);
}

/** What follows the first identifier of a `ShapeId`. */
export function parseShapeIdAfterIdentifier(cursor: Cursor, start: number, identifierEnd: number): ShapeIdNode {
  let end = identifierEnd;
  const isAbsolute = cursor.is("DOT") || cursor.is("POUND");
  if (isAbsolute) {
    while (cursor.is("DOT")) {
      cursor.next();
      skipIdentifier(cursor);
    }
    cursor.expectAndSkip("POUND");
    end = skipIdentifier(cursor);
  }
  return finishShapeId(cursor, start, end);
}

/** `AbsoluteRootShapeId [ShapeIdMember]`: a member is no syntax error of its own. */
export function parseAbsoluteShapeId(cursor: Cursor): ShapeIdNode {
  const start = cursor.start;
  skipNamespace(cursor);
  cursor.expectAndSkip("POUND");
  return finishShapeId(cursor, start, skipIdentifier(cursor));
}

/** `[ShapeIdMember]` */
function finishShapeId(cursor: Cursor, start: number, rootEnd: number): ShapeIdNode {
  let end = rootEnd;
  if (cursor.is("DOLLAR")) {
    cursor.next();
    end = skipIdentifier(cursor);
  }
  return { kind: "shape-id", start, end, text: cursor.source.text.slice(start, end) };
}
