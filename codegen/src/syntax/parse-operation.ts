import type { Cursor } from "./cursor.js";
import { messages } from "./messages.js";
import { parseBody } from "./parse-body.js";
import { parseForResource, parseMixins } from "./parse-clause.js";
import { parseMemberBody } from "./parse-member.js";
import { parseShapeId } from "./parse-node.js";
import { parseTraits } from "./parse-trait.js";
import { suggest } from "../diagnostics/suggest.js";
import type { InlineStructure, OperationBody, OperationErrors, OperationProperty, ShapeIdNode } from "./tree.js";

const propertyNames = ["input", "output", "errors"] as const;

type PropertyName = (typeof propertyNames)[number];

/** `OperationBody : "{" [WS] *(OperationProperty [WS]) "}"` */
export function parseOperationBody(cursor: Cursor, shape: string): OperationBody {
  const names = new Set<string>();
  const { start, end, members } = parseBody(cursor, () => parseProperty(cursor, shape, names));
  return { kind: "operation-body", start, end, properties: members };
}

/** `OperationProperty : OperationInput / OperationOutput / OperationErrors` */
function parseProperty(cursor: Cursor, shape: string, names: Set<string>): OperationProperty {
  cursor.expect("IDENTIFIER");
  const { start, end, lexeme } = cursor;
  const name = propertyNames.find((candidate) => candidate === lexeme);
  if (name === undefined) {
    cursor.fail(messages.unknownProperty(lexeme, shape), { shape, suggestion: suggest(lexeme, propertyNames) });
  }
  cursor.next();
  if (names.has(name)) cursor.report(messages.duplicateProperty(name, shape), { start, end }, { shape });
  names.add(name);
  cursor.skipWhitespace();
  const property = name === "errors" ? parseErrors(cursor, start) : parseInputOrOutput(cursor, shape, name, start);
  // Smithy asks for whitespace behind properties even where a brace or bracket parts them from what follows.
  if (cursor.is("RBRACE")) cursor.report(messages.expectedWhitespace("RBRACE", "}"), cursor.here());
  else if (!cursor.abandoned) cursor.attempt(() => cursor.expectWhitespace());
  return property;
}

/** `OperationInput : %s"input" [WS] (InlineAggregateShape / (":" [WS] ShapeId))`, `OperationOutput` alike */
function parseInputOrOutput(
  cursor: Cursor,
  shape: string,
  name: Exclude<PropertyName, "errors">,
  start: number,
): OperationProperty {
  const value = parseTargetOrInline(cursor, shape);
  return { kind: `operation-${name}`, start, end: value.end, value };
}

function parseTargetOrInline(cursor: Cursor, shape: string): ShapeIdNode | InlineStructure {
  switch (cursor.kind) {
    case "COLON":
      cursor.next();
      cursor.skipWhitespace();
      return parseShapeId(cursor);
    case "WALRUS":
      return parseInlineStructure(cursor, shape);
    default:
      return cursor.failExpected("COLON", "WALRUS");
  }
}

/** `InlineAggregateShape : ":=" [WS] TraitStatements [ForResource] [Mixins] [WS] ShapeMembers` */
function parseInlineStructure(cursor: Cursor, shape: string): InlineStructure {
  const start = cursor.start;
  cursor.next();
  if (cursor.version === "1.0") cursor.report(messages.inlineVersion(), cursor.here(), { shape });
  // Smithy says nothing about comments in front of `:=`.
  cursor.documentation.forgetStray();
  const documentation = cursor.skipWhitespaceAndDocumentation();
  const traits = parseTraits(cursor);
  cursor.documentation.reportStray(cursor.here());
  const forResource = parseForResource(cursor, shape);
  const mixins = parseMixins(cursor, shape);
  cursor.skipWhitespace();
  cursor.documentation.reportStray(cursor.here());
  const body = parseMemberBody(cursor, shape);
  return { kind: "inline-structure", start, end: body.end, documentation, traits, forResource, mixins, body };
}

/** `OperationErrors : %s"errors" [WS] ":" [WS] "[" [WS] *(ShapeId [WS]) "]"` */
function parseErrors(cursor: Cursor, start: number): OperationErrors {
  cursor.expectAndSkip("COLON");
  cursor.skipWhitespace();
  cursor.expectAndSkip("LBRACKET");
  cursor.skipWhitespace();
  const ids: ShapeIdNode[] = [];
  while (!cursor.is("RBRACKET")) {
    if (cursor.is("EOF")) cursor.failExpected("RBRACKET");
    ids.push(parseShapeId(cursor));
    cursor.skipWhitespace();
  }
  const end = cursor.end;
  cursor.next();
  return { kind: "operation-errors", start, end, ids };
}
