/** A token of a JSON text: a bracket, a comma, a colon, a string or a run of anything else. */
export interface JsonToken {
  readonly text: string;
  /** UTF-16 offset in the whole text. */
  readonly start: number;
}

const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** The tokens of a JSON text in order, and of a text that is none. */
export function* scanJsonTokens(text: string): Iterable<JsonToken> {
  for (const match of text.matchAll(tokens)) yield { text: match[0], start: match.index };
}

/** What a string token stands for; its own text where it is broken. */
export function stringOfToken({ text }: JsonToken): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text.slice(1);
  }
}
