import type { Cursor } from "./cursor.js";
import { messages } from "./messages.js";
import { parseShapeId } from "./parse-node.js";
import type { ForResourceClause, MixinClause, ShapeIdNode } from "./tree.js";

/** `ForResource : SP %s"for" SP ShapeId` */
export function parseForResource(cursor: Cursor, shape: string): ForResourceClause | undefined {
  cursor.skipSpaces();
  if (!cursor.isWord("for")) return undefined;
  const start = cursor.start;
  if (cursor.version === "1.0") cursor.report(messages.forResourceVersion(), cursor.here(), { shape });
  cursor.next();
  cursor.expectSpaces();
  const id = parseShapeId(cursor);
  return { kind: "for-resource", start, end: id.end, id };
}

/** `Mixins : [SP] %s"with" [WS] "[" [WS] 1*(ShapeId [WS]) "]"` */
export function parseMixins(cursor: Cursor, shape: string): MixinClause | undefined {
  cursor.skipSpaces();
  if (!cursor.isWord("with")) return undefined;
  const start = cursor.start;
  if (cursor.version === "1.0") cursor.report(messages.mixinsVersion(), cursor.here(), { shape });
  cursor.next();
  cursor.skipWhitespace();
  cursor.expectAndSkip("LBRACKET");
  cursor.skipWhitespace();
  const ids: ShapeIdNode[] = [];
  do {
    ids.push(parseShapeId(cursor));
    cursor.skipWhitespace();
  } while (!cursor.is("RBRACKET"));
  const end = cursor.end;
  cursor.next();
  return { kind: "mixins", start, end, ids };
}
