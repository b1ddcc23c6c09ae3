import type { Cursor } from "./cursor.js";
import { hints } from "./hints.js";
import { messages } from "./messages.js";
import { parseBody } from "./parse-body.js";
import { parseIdentifier, parseNodeValue, parseShapeId } from "./parse-node.js";
import { parseTraits } from "./parse-trait.js";
import type {
  Documentation,
  ElidedMember,
  EnumBody,
  EnumMember,
  ExplicitMember,
  Identifier,
  MemberBody,
  ShapeMember,
  ValueAssignment,
} from "./tree.js";

/** `EnumShapeMembers : "{" [WS] 1*(EnumShapeMember [WS]) "}"`; that there is one is the loader's to say */
export function parseEnumBody(cursor: Cursor, shape: string): EnumBody {
  const names = new Set<string>();
  const body = parseBody(cursor, (documentation) => parseEnumMember(cursor, documentation, shape, names));
  return { kind: "enum-body", ...body };
}

/** `EnumShapeMember : TraitStatements Identifier [ValueAssignment]` */
function parseEnumMember(
  cursor: Cursor,
  documentation: Documentation | undefined,
  shape: string,
  names: Set<string>,
): EnumMember {
  const first = cursor.start;
  const traits = parseTraits(cursor);
  cursor.documentation.reportStray(cursor.here());
  const name = parseMemberName(cursor, shape, names, messages.conflictingMember);
  const assignment = parseAssignment(cursor);
  const start = documentation?.start ?? first;
  return {
    kind: "enum-member",
    start,
    end: assignment?.end ?? name.end,
    documentation,
    traits,
    name,
    assignment,
  };
}

/** `ShapeMembers : "{" [WS] *(ShapeMember [WS]) "}"` */
export function parseMemberBody(cursor: Cursor, shape: string): MemberBody {
  const names = new Set<string>();
  const body = parseBody(cursor, (documentation) => parseShapeMember(cursor, documentation, shape, names));
  return { kind: "member-body", ...body };
}

/** `ShapeMember : TraitStatements (ExplicitShapeMember / ElidedShapeMember) [ValueAssignment]` */
function parseShapeMember(
  cursor: Cursor,
  documentation: Documentation | undefined,
  shape: string,
  names: Set<string>,
): ShapeMember {
  const first = cursor.start;
  const traits = parseTraits(cursor);
  cursor.documentation.reportStray(cursor.here());
  const common = { start: documentation?.start ?? first, documentation, traits };
  return cursor.is("DOLLAR")
    ? parseElidedMember(cursor, common, shape, names)
    : parseExplicitMember(cursor, common, shape, names);
}

type MemberStart = Pick<ExplicitMember, "start" | "documentation" | "traits">;

/** `ExplicitShapeMember : Identifier [SP] ":" [SP] ShapeId` */
function parseExplicitMember(cursor: Cursor, common: MemberStart, shape: string, names: Set<string>): ExplicitMember {
  const name = parseMemberName(cursor, shape, names, messages.duplicateMember);
  cursor.skipSpaces();
  cursor.expectAndSkip("COLON");
  cursor.skipSpaces();
  if (cursor.is("LBRACKET") || cursor.is("LBRACE")) cursor.failExpectedWith(hints.memberTarget, "IDENTIFIER");
  const target = parseShapeId(cursor);
  const assignment = parseDefault(cursor);
  return { kind: "explicit-member", ...common, end: assignment?.end ?? target.end, name, target, assignment };
}

/** `ElidedShapeMember : "$" Identifier` */
function parseElidedMember(cursor: Cursor, common: MemberStart, shape: string, names: Set<string>): ElidedMember {
  cursor.next();
  const name = parseMemberName(cursor, shape, names, messages.duplicateMember);
  if (cursor.version === "1.0") {
    cursor.report(messages.elisionVersion(), name, { shape: `${shape}$${name.text}` });
  }
  const assignment = parseDefault(cursor);
  return { kind: "elided-member", ...common, end: assignment?.end ?? name.end, name, assignment };
}

/** A member's name, which no other member of the shape has. */
function parseMemberName(
  cursor: Cursor,
  shape: string,
  names: Set<string>,
  duplicate: (name: string, shape: string) => string,
): Identifier {
  const name = parseIdentifier(cursor);
  if (names.has(name.text)) cursor.report(duplicate(name.text, shape), name, { shape });
  names.add(name.text);
  return name;
}

/** The `ValueAssignment` of a member that is not an enum's. */
function parseDefault(cursor: Cursor): ValueAssignment | undefined {
  const assignment = parseAssignment(cursor);
  if (assignment !== undefined && cursor.version === "1.0") {
    cursor.report(messages.defaultVersion(), { start: assignment.start, end: assignment.start + 1 });
  }
  return assignment;
}

/** `ValueAssignment : [SP] "=" [SP] NodeValue [SP] [Comma] BR` */
function parseAssignment(cursor: Cursor): ValueAssignment | undefined {
  cursor.skipSpaces();
  if (!cursor.is("EQUAL")) return undefined;
  const start = cursor.start;
  cursor.next();
  cursor.skipSpaces();
  const value = parseNodeValue(cursor);
  cursor.skipSpaces();
  if (cursor.is("COMMA")) cursor.next();
  // The member is whole: a missing line break is reported without losing it.
  cursor.attempt(() => cursor.expectLineBreak(hints.behindValue));
  return { kind: "value-assignment", start, end: value.end, value };
}
