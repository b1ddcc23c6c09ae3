import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../source/source.js";
import { suggest } from "../diagnostics/suggest.js";
import { Cursor, startOf } from "./cursor.js";
import {
  conflictingUse,
  expectedString,
  invalidVersionValue,
  messages,
  unknownControl,
  useOfMember,
} from "./messages.js";
import { nodeJson, nodeKindName, nodeString } from "./node-json.js";
import { parseAbsoluteShapeId, parseNamespaceName, parseNodeValue, parseObjectKey } from "./parse-node.js";
import { parseStatement } from "./parse-shape.js";
import { parseTraits } from "./parse-trait.js";
import { goBackToStatement, skipToNamespace, skipToStatement } from "./recovery.js";
import {
  type ControlStatement,
  type Documentation,
  keyText,
  type MetadataStatement,
  type NamespaceStatement,
  type NodeValue,
  type Statement,
  type SyntaxTree,
  type UseStatement,
} from "./tree.js";

export interface ParseResult {
  readonly tree: SyntaxTree;
  /** Syntax errors and warnings in source order. A file without an error is well-formed. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses a file in the Smithy IDL, 1.0 or 2.0. Whatever the text is, there is a tree, and the time is linear in its length.
 *
 * `idl : [WS] ControlSection MetadataSection ShapeSection`
 */
export function parse(source: Source): ParseResult {
  const cursor = new Cursor(source);
  cursor.skipWhitespace();
  const controls = parseControlSection(cursor);
  const metadata = parseMetadataSection(cursor);
  const shapes = parseShapeSection(cursor);
  const tree: SyntaxTree = {
    kind: "idl",
    start: 0,
    end: source.text.length,
    source,
    version: cursor.version,
    recovered: cursor.recoveries > 0,
    controls,
    metadata,
    ...shapes,
    comments: cursor.scanner.comments,
  };
  return { tree, diagnostics: cursor.diagnostics.toSorted(compareStarts) };
}

/** Some mistakes show only at the end of what they are in. */
function compareStarts(left: Diagnostic, right: Diagnostic): number {
  return startOf(left) - startOf(right);
}

/** `ControlSection : *(ControlStatement)` */
function parseControlSection(cursor: Cursor): ControlStatement[] {
  const controls: ControlStatement[] = [];
  const keys = new Set<string>();
  while (cursor.is("DOLLAR")) {
    parseLine(cursor, () => {
      controls.push(parseControlStatement(cursor, keys));
    });
    cursor.skipWhitespace();
  }
  return controls;
}

/** `ControlStatement : "$" NodeObjectKey [SP] ":" [SP] NodeValue BR` */
function parseControlStatement(cursor: Cursor, keys: Set<string>): ControlStatement {
  const start = cursor.start;
  cursor.next();
  const key = parseObjectKey(cursor);
  cursor.skipSpaces();
  cursor.expectAndSkip("COLON");
  cursor.skipSpaces();
  const name = keyText(key);
  if (keys.has(name)) cursor.report(messages.duplicateControl(name), cursor.here());
  keys.add(name);
  const value = parseNodeValue(cursor);
  readControl(cursor, name, value);
  return { kind: "control", start, end: value.end, key, value };
}

const controlNames = ["version", "operationInputSuffix", "operationOutputSuffix"] as const;

/** "Control section": an unknown statement is ignored. */
function readControl(cursor: Cursor, name: string, value: NodeValue): void {
  const location = { source: cursor.source, start: value.start, end: value.end };
  const text = nodeString(value);
  if (name === "version") {
    if (text === undefined) cursor.diagnostics.push(invalidVersionValue.create({ location }, nodeJson(value)));
    else readVersion(cursor, text);
  } else if (name === "operationInputSuffix" || name === "operationOutputSuffix") {
    if (text === undefined) cursor.diagnostics.push(expectedString.create({ location }, nodeKindName(value)));
  } else {
    const suggestion = suggest(name, controlNames);
    cursor.diagnostics.push(unknownControl.create({ location, suggestion }, name, nodeJson(value)));
  }
}

/** "Version statement". A version says what the file may hold, so an unknown one lets everything pass. */
function readVersion(cursor: Cursor, text: string): void {
  const version = /^([12])(?:\.0)?$/.exec(text);
  cursor.version = version?.[1] === "1" ? "1.0" : "2.0";
  if (version === null) {
    cursor.report(messages.unsupportedVersion(text), cursor.here(), { suggestion: 'Use "2.0" or "1.0".' });
  }
}

/** `MetadataSection : *(MetadataStatement)` */
function parseMetadataSection(cursor: Cursor): MetadataStatement[] {
  const statements: MetadataStatement[] = [];
  while (cursor.isWord("metadata")) {
    parseLine(cursor, () => {
      statements.push(parseMetadataStatement(cursor));
    });
    cursor.skipWhitespace();
  }
  return statements;
}

/** `MetadataStatement : %s"metadata" SP NodeObjectKey [SP] "=" [SP] NodeValue BR` */
function parseMetadataStatement(cursor: Cursor): MetadataStatement {
  const start = cursor.start;
  cursor.next();
  cursor.expectSpaces();
  const key = parseObjectKey(cursor);
  cursor.skipSpaces();
  cursor.expectAndSkip("EQUAL");
  cursor.skipSpaces();
  const value = parseNodeValue(cursor);
  return { kind: "metadata", start, end: value.end, key, value };
}

type ShapeSection = Pick<SyntaxTree, "namespace" | "uses" | "statements">;

/** `ShapeSection : [NamespaceStatement UseSection [ShapeStatements]]` */
function parseShapeSection(cursor: Cursor): ShapeSection {
  const namespace = parseNamespaceStatement(cursor);
  const { uses, documentation } = parseUseSection(cursor);
  return { namespace, uses, statements: parseShapeStatements(cursor, documentation) };
}

/** `NamespaceStatement : %s"namespace" SP Namespace BR` */
function parseNamespaceStatement(cursor: Cursor): NamespaceStatement | undefined {
  if (cursor.is("EOF")) return undefined;
  if (!cursor.isWord("namespace")) {
    cursor.attempt(() => cursor.failExpectedNamespace());
    if (!skipToNamespace(cursor)) {
      skipToStatement(cursor);
      return undefined;
    }
  }
  let statement: NamespaceStatement | undefined;
  try {
    const start = cursor.start;
    cursor.next();
    cursor.expectSpaces();
    const name = parseNamespaceName(cursor);
    cursor.namespace = name.text;
    statement = { kind: "namespace", start, end: name.end, name };
    cursor.expectLineBreak();
  } catch (failure) {
    cursor.recoverFrom(failure);
    skipToStatement(cursor);
  }
  return statement;
}

interface UseSection {
  readonly uses: readonly UseStatement[];
  /** What stands behind the last use statement, for the first shape. */
  readonly documentation: Documentation | undefined;
}

/** `UseSection : *(UseStatement)` */
function parseUseSection(cursor: Cursor): UseSection {
  const uses: UseStatement[] = [];
  const idsByName = new Map<string, string>();
  let documentation = cursor.skipWhitespaceAndDocumentation();
  while (cursor.isWord("use")) {
    cursor.documentation.disown();
    parseLine(cursor, () => {
      const statement = parseUseStatement(cursor);
      if (isUsable(cursor, statement, idsByName)) uses.push(statement);
    });
    documentation = cursor.skipWhitespaceAndDocumentation();
  }
  return { uses, documentation };
}

/** `UseStatement : %s"use" SP AbsoluteRootShapeId BR` */
function parseUseStatement(cursor: Cursor): UseStatement {
  const start = cursor.start;
  cursor.next();
  cursor.expectSpaces();
  const id = parseAbsoluteShapeId(cursor);
  return { kind: "use", start, end: id.end, id };
}

/** "Use statement validation", as far as the use statements alone break it. */
function isUsable(cursor: Cursor, { id }: UseStatement, idsByName: Map<string, string>): boolean {
  const location = { source: cursor.source, start: id.start, end: id.end };
  if (id.text.includes("$")) {
    cursor.diagnostics.push(useOfMember.create({ location }));
    cursor.recoveries += 1;
    return false;
  }
  const name = id.text.slice(id.text.indexOf("#") + 1);
  const earlier = idsByName.get(name);
  if (earlier !== undefined && earlier !== id.text) {
    cursor.diagnostics.push(conflictingUse.create({ location }, id.text, earlier));
    cursor.recoveries += 1;
    return false;
  }
  idsByName.set(name, id.text);
  return true;
}

/** A statement that ends with its line. */
function parseLine(cursor: Cursor, parseStatementOfLine: () => void): void {
  const { start } = cursor;
  try {
    parseStatementOfLine();
  } catch (failure) {
    recoverStatement(cursor, failure, start);
    return;
  }
  finishStatement(cursor);
}

/** `BR`. A missing one is reported, and the next statement found. */
function finishStatement(cursor: Cursor): void {
  if (cursor.abandoned || !cursor.attempt(() => cursor.expectLineBreak())) skipToStatement(cursor);
}

function recoverStatement(cursor: Cursor, failure: unknown, start: number): void {
  cursor.recoverFrom(failure);
  if (cursor.start === start) cursor.next();
  else goBackToStatement(cursor, start);
  skipToStatement(cursor);
}

/** `ShapeStatements : ShapeOrApplyStatement *(BR ShapeOrApplyStatement)` */
function parseShapeStatements(cursor: Cursor, firstDocumentation: Documentation | undefined): Statement[] {
  const statements: Statement[] = [];
  let documentation = firstDocumentation;
  while (!cursor.is("EOF")) {
    cursor.abandoned = false;
    const statement = parseShapeStatement(cursor, documentation);
    if (statement !== undefined) {
      statements.push(statement);
      finishStatement(cursor);
    }
    documentation = cursor.skipWhitespaceAndDocumentation();
  }
  if (documentation !== undefined) cursor.documentation.reportUnattached(documentation, cursor.here());
  return statements;
}

/** `TraitStatements`, and what they are of */
function parseShapeStatement(cursor: Cursor, documentation: Documentation | undefined): Statement | undefined {
  let { start } = cursor;
  try {
    const traits = parseTraits(cursor);
    start = cursor.start;
    return parseStatement(cursor, documentation, traits);
  } catch (failure) {
    recoverStatement(cursor, failure, start);
    return undefined;
  }
}
