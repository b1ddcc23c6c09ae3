import { suggest } from "../diagnostics/suggest.js";
import type { Cursor } from "./cursor.js";
import { misplacedWordHint } from "./hints.js";
import { duplicateKey, messages } from "./messages.js";
import { parseBody } from "./parse-body.js";
import { parseForResource, parseMixins } from "./parse-clause.js";
import { parseEnumBody, parseMemberBody } from "./parse-member.js";
import { parseIdentifier, parseObjectEntry, parseShapeId } from "./parse-node.js";
import { parseOperationBody } from "./parse-operation.js";
import { parseTrait, parseTraits } from "./parse-trait.js";
import { shapeTypeNames, skipToBody } from "./recovery.js";
import {
  type AggregateShapeStatement,
  type ApplyBlock,
  type ApplyStatement,
  type Documentation,
  type EntityShapeStatement,
  type EnumShapeStatement,
  keyText,
  type ObjectEntry,
  type ShapeStatement,
  type SimpleTypeName,
  type Statement,
  type Trait,
} from "./tree.js";

/** `ShapeOrApplyStatement : ShapeStatement / ApplyStatement`, from behind documentation and traits */
export function parseStatement(
  cursor: Cursor,
  documentation: Documentation | undefined,
  traits: readonly Trait[],
): Statement {
  cursor.expect("IDENTIFIER");
  if (!cursor.isWord("apply")) return parseShape(cursor, documentation, traits);
  if (traits.length > 0) cursor.fail(messages.traitsOnApply());
  return parseApply(cursor);
}

type ShapeStart = Pick<ShapeStatement, "start" | "documentation" | "traits" | "typeStart" | "name">;

/** `Shape : SimpleShape / EnumShape / AggregateShape / EntityShape / OperationShape` */
function parseShape(
  cursor: Cursor,
  documentation: Documentation | undefined,
  traits: readonly Trait[],
): ShapeStatement {
  const recoveriesBefore = cursor.recoveries;
  const typeStart = cursor.start;
  const type = cursor.lexeme;
  if (!shapeTypeNames.includes(type)) {
    cursor.fail(messages.unknownShapeType(type), {
      suggestion: misplacedWordHint(type) ?? suggest(type, shapeTypeNames),
    });
  }
  cursor.next();
  cursor.expectSpaces();
  const name = parseIdentifier(cursor);
  const start = documentation?.start ?? traits[0]?.start ?? typeStart;
  const shape = parseByType(cursor, type, { start, documentation, traits, typeStart, name });
  return { ...shape, recovered: cursor.recoveries > recoveriesBefore };
}

type Unfinished<Shape> = Shape extends ShapeStatement ? Omit<Shape, "recovered"> : never;

function parseByType(cursor: Cursor, type: string, common: ShapeStart): Unfinished<ShapeStatement> {
  switch (type) {
    case "enum":
    case "intEnum":
      return parseEnumShape(cursor, type, common);
    case "list":
    case "set":
    case "map":
    case "union":
    case "structure":
      return parseAggregateShape(cursor, type, common);
    case "service":
    case "resource":
      return parseEntityShape(cursor, type, common);
    case "operation":
      return parseOperationShape(cursor, common);
    default:
      return parseSimpleShape(cursor, type as SimpleTypeName, common);
  }
}

/** `SimpleShape : SimpleTypeName SP Identifier [Mixins]` */
function parseSimpleShape(cursor: Cursor, type: SimpleTypeName, common: ShapeStart): Unfinished<ShapeStatement> {
  const mixins = parseMixins(cursor, idOf(cursor, common));
  return { kind: "simple-shape", type, ...common, end: mixins?.end ?? common.name.end, mixins };
}

/** `EnumShape : EnumTypeName SP Identifier [Mixins] [WS] EnumShapeMembers` */
function parseEnumShape(
  cursor: Cursor,
  type: EnumShapeStatement["type"],
  common: ShapeStart,
): Unfinished<EnumShapeStatement> {
  const id = idOf(cursor, common);
  const mixins = parseHead(cursor, () => parseMixins(cursor, id));
  cursor.documentation.reportStray(cursor.here());
  const body = parseEnumBody(cursor, id);
  return { kind: "enum-shape", type, ...common, end: body.end, mixins, body };
}

/** `AggregateShape : AggregateTypeName SP Identifier [ForResource] [Mixins] [WS] ShapeMembers` */
function parseAggregateShape(
  cursor: Cursor,
  type: AggregateShapeStatement["type"],
  common: ShapeStart,
): Unfinished<AggregateShapeStatement> {
  const id = idOf(cursor, common);
  const head = parseHead(cursor, () => ({
    forResource: parseForResource(cursor, id),
    mixins: parseMixins(cursor, id),
  }));
  cursor.documentation.reportStray(cursor.here());
  const body = parseMemberBody(cursor, id);
  return {
    kind: "aggregate-shape",
    type,
    ...common,
    end: body.end,
    forResource: head?.forResource,
    mixins: head?.mixins,
    body,
  };
}

/** `EntityShape : EntityTypeName SP Identifier [Mixins] [WS] NodeObject` */
function parseEntityShape(
  cursor: Cursor,
  type: EntityShapeStatement["type"],
  common: ShapeStart,
): Unfinished<EntityShapeStatement> {
  const id = idOf(cursor, common);
  const mixins = parseHead(cursor, () => parseMixins(cursor, id));
  const { start, end, members } = cursor.nested(() => parseBody(cursor, () => parseEntityProperty(cursor, type, id)));
  cursor.reportDuplicates(members, duplicateKey);
  const body = { kind: "object", start, end, entries: members } as const;
  return { kind: "entity-shape", type, ...common, end, mixins, body };
}

/** `NodeObjectKvp` of a service or resource */
function parseEntityProperty(cursor: Cursor, type: EntityShapeStatement["type"], id: string): ObjectEntry {
  const entry = parseObjectEntry(cursor);
  if (type === "resource" && cursor.version === "1.0" && keyText(entry.key) === "properties") {
    cursor.report(messages.propertiesVersion(), entry.key, { shape: id });
  }
  return entry;
}

/** `OperationShape : %s"operation" SP Identifier [Mixins] [WS] OperationBody` */
function parseOperationShape(cursor: Cursor, common: ShapeStart): Unfinished<ShapeStatement> {
  const id = idOf(cursor, common);
  const mixins = parseHead(cursor, () => parseMixins(cursor, id));
  const body = parseOperationBody(cursor, id);
  return { kind: "operation-shape", type: "operation", ...common, end: body.end, mixins, body };
}

function idOf(cursor: Cursor, { name }: ShapeStart): string {
  return `${cursor.namespace}#${name.text}`;
}

/**
 * What stands between a shape's name and its body. A broken head does not cost the body: the cursor is at its brace in any
 * case, unless the line has none.
 */
function parseHead<Head>(cursor: Cursor, parseClauses: () => Head): Head | undefined {
  let head: Head | undefined;
  try {
    head = parseClauses();
    cursor.skipWhitespace();
    cursor.expect("LBRACE");
  } catch (failure) {
    cursor.recoverFrom(failure);
    skipToBody(cursor);
    if (!cursor.is("LBRACE")) cursor.abandoned = true;
  }
  return head;
}

/**
 * `ApplyStatementSingular : %s"apply" SP ShapeId WS Trait`,
 * `ApplyStatementBlock : %s"apply" SP ShapeId WS "{" [WS] TraitStatements "}"`
 */
function parseApply(cursor: Cursor): ApplyStatement {
  const start = cursor.start;
  cursor.next();
  cursor.expectWhitespace();
  const target = parseShapeId(cursor);
  cursor.expectWhitespace();
  const body = parseApplyBody(cursor);
  return { kind: "apply", start, end: body.end, target, body };
}

function parseApplyBody(cursor: Cursor): Trait | ApplyBlock {
  switch (cursor.kind) {
    case "AT":
      return parseTrait(cursor);
    case "LBRACE":
      return parseApplyBlock(cursor);
    default:
      return cursor.failExpected("AT", "LBRACE");
  }
}

function parseApplyBlock(cursor: Cursor): ApplyBlock {
  const start = cursor.start;
  cursor.next();
  cursor.skipWhitespace();
  const traits = parseTraits(cursor);
  cursor.expect("RBRACE");
  const end = cursor.end;
  cursor.next();
  return { kind: "apply-block", start, end, traits };
}
