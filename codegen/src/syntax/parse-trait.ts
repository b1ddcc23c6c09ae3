import type { Cursor } from "./cursor.js";
import { hints } from "./hints.js";
import { duplicateTraitKey } from "./messages.js";
import {
  parseEntryAfterKey,
  parseIdentifier,
  parseNodeValue,
  parseObjectKey,
  parseQuotedText,
  parseShapeId,
  parseShapeIdAfterIdentifier,
  unquotedValue,
} from "./parse-node.js";
import type { NodeValue, ObjectEntry, ObjectKey, Trait, TraitBody } from "./tree.js";

/** `TraitStatements : *(Trait [WS])` */
export function parseTraits(cursor: Cursor): Trait[] {
  const traits: Trait[] = [];
  while (cursor.is("AT")) {
    const trait = parseTrait(cursor);
    traits.push(trait);
    cursor.skipWhitespace();
    if (cursor.is("LPAREN") && trait.body === undefined) cursor.failExpectedWith(hints.traitBody, "IDENTIFIER");
  }
  return traits;
}

/** `Trait : "@" ShapeId [TraitBody]` */
export function parseTrait(cursor: Cursor): Trait {
  const start = cursor.start;
  cursor.expectAndSkip("AT");
  const id = parseShapeId(cursor);
  const body = cursor.is("LPAREN") ? parseTraitBody(cursor) : undefined;
  return { kind: "trait", start, end: body?.end ?? id.end, id, body };
}

/** `TraitBody : "(" [WS] [TraitStructure / TraitNode] ")"` */
function parseTraitBody(cursor: Cursor): TraitBody {
  const start = cursor.start;
  cursor.next();
  cursor.skipWhitespace();
  switch (cursor.kind) {
    case "RPAREN":
      return { kind: "empty-trait-body", start, end: finishBody(cursor) };
    case "STRING": {
      const text = parseQuotedText(cursor);
      cursor.skipWhitespace();
      return cursor.is("COLON") ? parseEntriesBody(cursor, start, text) : finishValueBody(cursor, start, text);
    }
    case "IDENTIFIER":
      return parseUnquotedBody(cursor, start);
    case "LBRACE":
    case "LBRACKET":
    case "TEXT_BLOCK":
    case "NUMBER":
      return finishValueBody(cursor, start, parseNodeValue(cursor));
    default:
      return cursor.failExpected("LBRACE", "LBRACKET", "TEXT_BLOCK", "STRING", "NUMBER", "IDENTIFIER");
  }
}

/** An identifier is a key or begins a value; what comes next tells. */
function parseUnquotedBody(cursor: Cursor, start: number): TraitBody {
  const identifier = parseIdentifier(cursor);
  const isJoined = cursor.is("DOT") || cursor.is("POUND") || cursor.is("DOLLAR");
  if (!isJoined) cursor.skipWhitespace();
  if (!isJoined && !cursor.is("RPAREN")) return parseEntriesBody(cursor, start, identifier);
  const id = parseShapeIdAfterIdentifier(cursor, identifier.start, identifier.end);
  return finishValueBody(cursor, start, unquotedValue(id));
}

/** `TraitNode : NodeValue [WS]`, from behind the value */
function finishValueBody(cursor: Cursor, start: number, value: NodeValue): TraitBody {
  cursor.skipWhitespace();
  return { kind: "value-trait-body", start, end: finishBody(cursor), value };
}

/** `TraitStructure : 1*(NodeObjectKvp [WS])`, from behind the first key */
function parseEntriesBody(cursor: Cursor, start: number, firstKey: ObjectKey): TraitBody {
  return cursor.nested(() => {
    const entries: ObjectEntry[] = [parseEntryAfterKey(cursor, firstKey)];
    cursor.skipWhitespace();
    while (!cursor.is("RPAREN")) {
      entries.push(parseEntryAfterKey(cursor, parseObjectKey(cursor)));
      cursor.skipWhitespace();
    }
    cursor.reportDuplicates(entries, duplicateTraitKey);
    return { kind: "entries-trait-body", start, end: finishBody(cursor), entries };
  });
}

function finishBody(cursor: Cursor): number {
  cursor.expect("RPAREN");
  const end = cursor.end;
  cursor.next();
  return end;
}
