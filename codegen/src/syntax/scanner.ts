import { positionAt, type Source } from "../source/source.js";
import { quotedTextValue, textBlockValue } from "./text-value.js";
import type { TokenKind } from "./token.js";
import type { Comment } from "./tree.js";

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const plus = 0x2b;
const minus = 0x2d;
const dot = 0x2e;
const slash = 0x2f;
const zero = 0x30;
const equal = 0x3d;
const backslash = 0x5c;
const underscore = 0x5f;
const byteOrderMark = 0xfeff;

const punctuation: ReadonlyMap<number, TokenKind> = new Map<number, TokenKind>([
  [0x23, "POUND"],
  [0x24, "DOLLAR"],
  [0x28, "LPAREN"],
  [0x29, "RPAREN"],
  [0x2c, "COMMA"],
  [dot, "DOT"],
  [equal, "EQUAL"],
  [0x40, "AT"],
  [0x5b, "LBRACKET"],
  [0x5d, "RBRACKET"],
  [0x7b, "LBRACE"],
  [0x7d, "RBRACE"],
]);

function isDigit(code: number): boolean {
  return code >= zero && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isIdentifierCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === underscore;
}

/**
 * Reads one token at a time. What is no token is an ERROR token that says why; scanning goes on after it, so nothing that a
 * file holds stops the scanner, and no character is looked at more than a fixed number of times.
 */
export class Scanner {
  readonly source: Source;
  readonly comments: Comment[] = [];
  kind: TokenKind = "SPACE";
  start = 0;
  end = 0;
  /** Why an ERROR token is one. */
  error = "";
  /** The value of a STRING or a TEXT_BLOCK. */
  value = "";

  readonly #text: string;
  /** No string, or no text block, that begins at or after these offsets is ever closed. */
  #unclosedStringsFrom = Number.POSITIVE_INFINITY;
  #unclosedTextBlocksFrom = Number.POSITIVE_INFINITY;

  constructor(source: Source) {
    this.source = source;
    this.#text = source.text;
    if (this.#text.charCodeAt(0) === byteOrderMark) this.end = 1;
    this.next();
  }

  /** The text of the current token. */
  get lexeme(): string {
    return this.#text.slice(this.start, this.end);
  }

  /** Goes back, or ahead, to a place where a token begins. */
  moveTo(offset: number): void {
    this.end = offset;
    this.next();
  }

  next(): void {
    const text = this.#text;
    const start = this.end;
    this.start = start;
    if (start >= text.length) {
      this.kind = "EOF";
      return;
    }
    const code = text.charCodeAt(start);
    if (isLetter(code)) {
      this.#scanIdentifier(start);
    } else if (code === space || code === tab) {
      let end = start + 1;
      while (text.charCodeAt(end) === space || text.charCodeAt(end) === tab) end += 1;
      this.#accept("SPACE", end);
    } else if (code === lineFeed || code === carriageReturn) {
      const pair = code === carriageReturn && text.charCodeAt(start + 1) === lineFeed;
      this.#accept("NEWLINE", start + (pair ? 2 : 1));
    } else if (code === quote) {
      if (text.startsWith('"""', start)) this.#scanTextBlock(start);
      else this.#scanString(start);
    } else if (code === slash && text.charCodeAt(start + 1) === slash) {
      this.#scanComment(start);
    } else if (code === 0x3a) {
      if (text.charCodeAt(start + 1) === equal) this.#accept("WALRUS", start + 2);
      else this.#accept("COLON", start + 1);
    } else if (isDigit(code) || code === minus) {
      this.#scanNumber(start);
    } else if (code === underscore) {
      this.#scanIdentifier(start);
    } else {
      const kind = punctuation.get(code);
      if (kind === undefined) this.#rejectCharacter(start);
      else this.#accept(kind, start + 1);
    }
  }

  #accept(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #reject(error: string, end: number): void {
    this.kind = "ERROR";
    this.error = error;
    this.end = end;
  }

  #rejectCharacter(start: number): void {
    if (this.#text.charCodeAt(start) === slash) {
      this.#reject("Expected a '/' to follow '/' to form a comment.", start + 1);
      return;
    }
    const character = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    this.#reject(`Unexpected character: '${character}'`, start + character.length);
  }

  #syntaxErrorAt(offset: number, message: string): string {
    const { line, column } = positionAt(this.source, offset);
    return `Syntax error at line ${line}, column ${column}: ${message}`;
  }

  /** The character there, or Smithy's word for none. */
  #characterAt(offset: number): string {
    const code = this.#text.codePointAt(offset);
    return code === undefined ? "[EOF]" : String.fromCodePoint(code);
  }

  #lineEnd(from: number): number {
    const text = this.#text;
    let end = from;
    while (end < text.length && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== carriageReturn) end += 1;
    return end;
  }

  /** `Comment`; the line break is a token of its own. */
  #scanComment(start: number): void {
    const isDocumentation = this.#text.charCodeAt(start + 2) === slash;
    const end = this.#lineEnd(start);
    const last = this.comments[this.comments.length - 1];
    // After going back, a comment is met a second time.
    if (last === undefined || last.start < start) {
      this.comments.push({ kind: isDocumentation ? "documentation-comment" : "line-comment", start, end });
    }
    this.#accept(isDocumentation ? "DOC_COMMENT" : "COMMENT", end);
  }

  /** `Identifier`: underscores at its start must lead to a letter or digit. */
  #scanIdentifier(start: number): void {
    const text = this.#text;
    let end = start;
    while (text.charCodeAt(end) === underscore) end += 1;
    if (end > start && !isIdentifierCharacter(text.charCodeAt(end))) {
      const message = `Expected a valid identifier character, but found '${this.#characterAt(end)}'`;
      this.#reject(this.#syntaxErrorAt(end, message), end);
      return;
    }
    while (isIdentifierCharacter(text.charCodeAt(end))) end += 1;
    this.#accept("IDENTIFIER", end);
  }

  #digitsEnd(from: number): number {
    let end = from;
    while (isDigit(this.#text.charCodeAt(end))) end += 1;
    return end;
  }

  /** `Number` */
  #scanNumber(start: number): void {
    const text = this.#text;
    const integer = text.charCodeAt(start) === minus ? start + 1 : start;
    let end = this.#digitsEnd(integer);
    if (end === integer) return this.#rejectNumber(start, end, "'-' must be followed by a digit");
    if (text.charCodeAt(end) === dot) {
      const fraction = end + 1;
      end = this.#digitsEnd(fraction);
      if (end === fraction) return this.#rejectNumber(start, end, "'.' must be followed by a digit");
    }
    if ((text.charCodeAt(end) | 0x20) === 0x65) {
      const sign = text.charCodeAt(end + 1);
      const exponent = end + (sign === plus || sign === minus ? 2 : 1);
      end = this.#digitsEnd(exponent);
      if (end === exponent) return this.#rejectNumber(start, end, "'e', '+', and '-' must be followed by a digit");
    }
    this.#accept("NUMBER", end);
  }

  #rejectNumber(start: number, end: number, reason: string): void {
    this.#reject(`Invalid number '${this.#text.slice(start, end)}': ${reason}`, end);
  }

  /** `QuotedText` */
  #scanString(start: number): void {
    const text = this.#text;
    let end = start + 1;
    if (start >= this.#unclosedStringsFrom) end = text.length;
    for (let code = text.charCodeAt(end); code !== quote && end < text.length; code = text.charCodeAt(end)) {
      end += code === backslash ? 2 : 1;
    }
    if (end >= text.length) {
      // Each quotation mark behind is escaped: seen from any of them, the others are too.
      this.#unclosedStringsFrom = Math.min(start, this.#unclosedStringsFrom);
      this.#rejectUnclosed("quoted string", start);
      return;
    }
    const result = quotedTextValue(text.slice(start + 1, end));
    if ("error" in result) {
      this.#reject(`Error parsing quoted string: ${result.error}`, end + 1);
    } else {
      this.value = result.value;
      this.#accept("STRING", end + 1);
    }
  }

  /** `TextBlock` */
  #scanTextBlock(start: number): void {
    const text = this.#text;
    let end = start + 3;
    if (start >= this.#unclosedTextBlocksFrom) end = text.length;
    while (end < text.length && !(text.charCodeAt(end) === quote && text.startsWith('"""', end))) {
      end += text.charCodeAt(end) === backslash ? 2 : 1;
    }
    if (end >= text.length) {
      this.#unclosedTextBlocksFrom = Math.min(start, this.#unclosedTextBlocksFrom);
      this.#rejectUnclosed("text block", start);
      return;
    }
    const result = textBlockValue(text.slice(start + 3, end));
    if ("error" in result) {
      this.#reject(`Error parsing text block: ${result.error}`, end + 3);
    } else {
      this.value = result.value;
      this.#accept("TEXT_BLOCK", end + 3);
    }
  }

  /** The token is one line long, so that what follows can be read. */
  #rejectUnclosed(what: string, start: number): void {
    const message = this.#syntaxErrorAt(this.#text.length, `Expected: '"', but found '[EOF]'`);
    this.#reject(`Error parsing ${what}: ${message}`, this.#lineEnd(start));
  }
}
