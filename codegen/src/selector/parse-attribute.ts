import { isShapeId } from "../shapes/shape-id.js";
import { absoluteTraitId } from "./attribute-value.js";
import type { Assertion, AttributePath, Comparator, ScopedValue, SelectorStep } from "./selector.js";
import type { SelectorCursor } from "./selector-cursor.js";

/** `attr`: what follows `[` ("Attribute selectors") */
export function parseAttribute(cursor: SelectorCursor): SelectorStep {
  const start = cursor.offset;
  const path = parsePath(cursor);
  checkTrait(cursor, path, start);
  cursor.skipSpace();
  const token = cursor.expect("]", "=", "!", "^", "$", "*", "?", ">", "<");
  if (token === "]") return { kind: "attribute", path };
  const comparator = parseComparator(cursor, token);
  const values = [parseValue(cursor)];
  cursor.skipSpace();
  while (cursor.peek() === ",") {
    cursor.skip();
    values.push(parseValue(cursor));
    cursor.skipSpace();
  }
  const ignoresCase = parseIgnoresCase(cursor);
  cursor.expect("]");
  return { kind: "attribute", path, comparison: { comparator, values, ignoresCase } };
}

/** A trait's name is known when the selector is read, and must be one. */
function checkTrait(cursor: SelectorCursor, [first, trait]: AttributePath, start: number): void {
  if (first !== "trait" || trait === undefined || trait.startsWith("(")) return;
  const id = absoluteTraitId(trait);
  if (!isShapeId(id)) cursor.fail(`Invalid shape ID: ${id}`, start);
}

/** `scoped_attr`: what follows `[@` ("Scoped attribute selectors") */
export function parseScopedAttribute(cursor: SelectorCursor): SelectorStep {
  const path = parsePath(cursor);
  cursor.skipSpace();
  cursor.expect(":");
  const assertions = [parseAssertion(cursor)];
  cursor.skipSpace();
  while (cursor.peek() === "&") {
    cursor.expect("&");
    cursor.expect("&");
    assertions.push(parseAssertion(cursor));
  }
  cursor.expect("]");
  return { kind: "scoped", path, assertions };
}

function parseAssertion(cursor: SelectorCursor): Assertion {
  const left = parseScopedValue(cursor);
  const token = cursor.shown();
  cursor.skip();
  const comparator = parseComparator(cursor, token);
  const right = [parseScopedValue(cursor)];
  while (cursor.peek() === ",") {
    cursor.skip();
    right.push(parseScopedValue(cursor));
  }
  return { left, comparator, right, ignoresCase: parseIgnoresCase(cursor) };
}

function parseScopedValue(cursor: SelectorCursor): ScopedValue {
  cursor.skipSpace();
  const value = cursor.peek() === "@" ? { path: parseScopedPath(cursor) } : { literal: parseValue(cursor) };
  cursor.skipSpace();
  return value;
}

/** `@{…}`, as in scoped comparisons and in the message templates of validators. */
export function parseScopedPath(cursor: SelectorCursor): AttributePath {
  cursor.expect("@");
  cursor.expect("{");
  const path = [parseSegment(cursor), ...parseSegments(cursor)];
  cursor.expect("}");
  return path;
}

/** `attr_path`: an identifier, then segments. Before a colon there may be none: the shape itself. */
function parsePath(cursor: SelectorCursor): AttributePath {
  cursor.skipSpace();
  return cursor.peek() === ":" ? [] : [cursor.identifier(), ...parseSegments(cursor)];
}

function parseSegments(cursor: SelectorCursor): AttributePath {
  cursor.skipSpace();
  const segments: string[] = [];
  while (cursor.peek() === "|") {
    cursor.skip();
    segments.push(parseSegment(cursor));
  }
  return segments;
}

/** `attr_path_segment`: a value, or a function such as `(values)`. */
function parseSegment(cursor: SelectorCursor): string {
  cursor.skipSpace();
  if (cursor.peek() !== "(") return parseValue(cursor);
  cursor.skip();
  const name = cursor.identifier();
  cursor.expect(")");
  return `(${name})`;
}

/** `attr_value` */
function parseValue(cursor: SelectorCursor): string {
  cursor.skipSpace();
  const next = cursor.peek();
  if (next === "'" || next === '"') return cursor.quoted();
  return /[-0-9]/.test(next) ? cursor.number() : cursor.rootShapeId();
}

/** `comparator`, its first character read. */
function parseComparator(cursor: SelectorCursor, token: string): Comparator {
  const comparator = readComparator(cursor, token);
  cursor.skipSpace();
  return comparator;
}

function readComparator(cursor: SelectorCursor, token: string): Comparator {
  if (token === "=") return "=";
  if (token === "{") return readProjectionComparator(cursor);
  if (token === "<" || token === ">") {
    if (cursor.peek() !== "=") return token;
    cursor.skip();
    return `${token}=`;
  }
  if (token === "!" || token === "^" || token === "$" || token === "*" || token === "?") {
    cursor.expect("=");
    return `${token}=`;
  }
  return cursor.fail(`Unknown attribute comparator token '${token}'`);
}

function readProjectionComparator(cursor: SelectorCursor): Comparator {
  let comparator: Comparator;
  const token = cursor.expect("<", "=", "!");
  if (token === "<" && cursor.peek() === "<") {
    cursor.skip();
    comparator = "{<<}";
  } else if (token === "!") {
    cursor.expect("=");
    comparator = "{!=}";
  } else {
    comparator = token === "<" ? "{<}" : "{=}";
  }
  cursor.expect("}");
  return comparator;
}

function parseIgnoresCase(cursor: SelectorCursor): boolean {
  cursor.skipSpace();
  if (cursor.peek() !== "i") return false;
  cursor.skip();
  cursor.skipSpace();
  return true;
}
