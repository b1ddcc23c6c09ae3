import type { Json } from "./json.js";

/**
 * Every kind of token: how strongly it binds what is left of it, and how messages call it. What binds weaker than
 * {@link projectionStop} ends a projection.
 */
export const tokenKinds = {
  end: { binding: -1, shown: "EOF" },
  identifier: { binding: 0, shown: "'A-Z|a-z|_'" },
  literal: { binding: 0, shown: "'`'" },
  rightBracket: { binding: 0, shown: "']'" },
  rightParenthesis: { binding: 0, shown: "')'" },
  comma: { binding: 0, shown: "','" },
  // Smithy shows it so.
  rightBrace: { binding: 0, shown: "']'" },
  number: { binding: 0, shown: "'-|0-9'" },
  current: { binding: 0, shown: "'@'" },
  reference: { binding: 0, shown: "'&'" },
  colon: { binding: 0, shown: "':'" },
  pipe: { binding: 1, shown: "'|'" },
  or: { binding: 2, shown: "'||'" },
  and: { binding: 3, shown: "'&&'" },
  equal: { binding: 5, shown: "'=='" },
  greater: { binding: 5, shown: "'>'" },
  less: { binding: 5, shown: "'<'" },
  greaterOrEqual: { binding: 5, shown: "'>='" },
  lessOrEqual: { binding: 5, shown: "'<='" },
  notEqual: { binding: 5, shown: "'!='" },
  flatten: { binding: 9, shown: "'[]'" },
  star: { binding: 20, shown: "'*'" },
  filter: { binding: 21, shown: "'[?'" },
  dot: { binding: 40, shown: "'.'" },
  not: { binding: 45, shown: "'!'" },
  leftBrace: { binding: 50, shown: "'{'" },
  leftBracket: { binding: 55, shown: "'['" },
  leftParenthesis: { binding: 60, shown: "'('" },
} as const;

/** The kinds of tokens: the keys of {@link tokenKinds}. */
export type TokenKind = keyof typeof tokenKinds;

/** Where the right side of a projection ends: at tokens that bind weaker, such as comparators and pipes. */
export const projectionStop = 10;

/** A part of an expression's text that the grammar knows as one. */
export interface Token {
  readonly kind: TokenKind;
  /** Of identifiers, numbers and literals. */
  readonly value?: Json;
  /** Set on an identifier in quotes: it names a field, never a function. */
  readonly quoted?: boolean;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** How strongly a token binds what is left of it. */
export function bindingOf(token: Token): number {
  return tokenKinds[token.kind].binding;
}

/** A token as messages show it: its value where it has one, else its kind. */
export function describeToken(token: Token): string {
  if (token.value === undefined || token.value === null) return tokenKinds[token.kind].shown;
  const text = typeof token.value === "object" ? JSON.stringify(token.value) : String(token.value);
  return `'${text.replaceAll("'", "\\'")}'`;
}

/** Kinds of tokens as messages list them: one alone, several in brackets. */
export function describeKinds(kinds: readonly TokenKind[]): string {
  const shown = kinds.map((kind) => tokenKinds[kind].shown);
  return shown.length === 1 ? String(shown[0]) : `[${shown.join(", ")}]`;
}
