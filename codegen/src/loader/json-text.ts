import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Node } from "../shapes/node.js";
import type { Source } from "../source/source.js";
import { mayLoseDigits, parseJsonTokens } from "./json-parser.js";
import { duplicateJsonKey, malformed } from "./messages.js";

/** A JSON text that was read, and its mistakes: one of syntax, or any number of duplicate keys. */
export interface JsonText {
  /** Undefined when the text is no JSON. */
  readonly value: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper nodes are refused, so that no walk over a model can exhaust the stack. */
export const maximumDepth = 500;

/**
 * Reads a JSON text (RFC 8259) without losing digits of numbers, with duplicate keys noticed and syntax errors placed.
 *
 * `JSON.parse` does the work where it loses nothing; the parser that sees every token runs for the rest.
 */
export function parseJsonText(source: Source): JsonText {
  if (!mayLoseDigits(source.text)) {
    const value = parseQuickly(source.text);
    if (value !== undefined && countKeys(value, 0) === countKeysOfText(source.text)) return { value, diagnostics: [] };
  }
  const diagnostics: Diagnostic[] = [];
  const value = parseJsonTokens(source.text, maximumDepth, (problem) => {
    const { kind, message, start, end } = problem;
    const definition = kind === "syntax" ? malformed : duplicateJsonKey;
    diagnostics.push(definition.create({ location: { source, start, end } }, message));
  });
  return { value, diagnostics };
}

function parseQuickly(text: string): Node | undefined {
  try {
    return JSON.parse(text) as Node;
  } catch {
    return undefined;
  }
}

function countKeysOfText(text: string): number {
  let count = 0;
  const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;
  for (let match = strings.exec(text); match !== null; match = strings.exec(text)) {
    if (match[1] !== undefined) count++;
  }
  return count;
}

/** The keys of all objects; NaN, which equals nothing, when nodes are too deep. */
function countKeys(node: Node, depth: number): number {
  if (typeof node !== "object" || node === null) return 0;
  if (depth >= maximumDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(node)) {
    for (const item of node as readonly Node[]) count += countKeys(item, depth + 1);
    return count;
  }
  for (const item of Object.values(node as Readonly<Record<string, Node>>)) count += 1 + countKeys(item, depth + 1);
  return count;
}
