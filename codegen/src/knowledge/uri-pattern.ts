import {
  type LabelPattern,
  type ParsedPattern,
  parseSegment,
  type PatternSegment,
  repeatedLabelProblem,
} from "./label-pattern.js";

/** The `uri` of an `http` trait: path segments, then literals of the query string (Smithy 2.0, "URI of a HTTP operation"). */
export interface UriPattern extends LabelPattern {
  /** Values of literal query parameters; empty for a parameter without one. */
  readonly queryLiterals: ReadonlyMap<string, string>;
}

/** Reads a URI pattern. Empty segments at the end are dropped, as in Smithy's implementation: `/a/` is `/a`. */
export function parseUriPattern(uri: string): ParsedPattern<UriPattern> {
  if (uri.endsWith("?")) return { problem: `URI patterns must not end with '?'. Found ${uri}` };
  if (!uri.startsWith("/")) return { problem: `URI pattern must start with '/'. Found ${uri}` };
  if (uri.includes("#")) return { problem: `URI pattern must not contain a fragment. Found ${uri}` };
  const queryStart = uri.indexOf("?");
  const path = parsePath(queryStart < 0 ? uri : uri.slice(0, queryStart));
  if ("problem" in path) return path;
  const query = queryStart < 0 ? { literals: new Map<string, string>() } : parseQuery(uri, uri.slice(queryStart + 1));
  if ("problem" in query) return query;
  const pattern = { text: uri, segments: path.segments, queryLiterals: query.literals };
  const repeated = repeatedLabelProblem(pattern);
  return repeated === undefined ? { pattern } : { problem: repeated };
}

function parsePath(path: string): { readonly segments: readonly PatternSegment[] } | { readonly problem: string } {
  const segments: PatternSegment[] = [];
  let offset = 1;
  for (const text of withoutEmptyEnd(path.split("/")).slice(1)) {
    const parsed = parseSegment(text, offset);
    if ("problem" in parsed) return parsed;
    segments.push(parsed.segment);
    offset += text.length + 1;
  }
  return { segments };
}

function parseQuery(
  uri: string,
  query: string,
): { readonly literals: ReadonlyMap<string, string> } | { readonly problem: string } {
  if (/[{}]/.test(query)) return { problem: `URI labels must not appear in the query string. Found ${uri}` };
  const literals = new Map<string, string>();
  for (const parameter of withoutEmptyEnd(query.split("&"))) {
    const equals = parameter.indexOf("=");
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    if (literals.has(name)) return { problem: `Literal query parameters must not be repeated: ${uri}` };
    literals.set(name, equals < 0 ? "" : parameter.slice(equals + 1));
  }
  return { literals };
}

function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

/**
 * A text that two patterns share exactly when a request could not be told apart by them ("Conflicting URI patterns"): the same
 * literals and kinds of labels at the same places, and the same query literals in any order.
 */
export function conflictKey({ segments, queryLiterals }: UriPattern): string {
  const path = segments.map(({ kind, content }) => (kind === "literal" ? [content] : kind));
  return JSON.stringify([path, [...queryLiterals].toSorted(([left], [right]) => (left < right ? -1 : 1))]);
}
