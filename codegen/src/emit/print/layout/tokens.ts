/** A word, a literal or a mark of TypeScript. */
export interface Token {
  readonly kind: "word" | "number" | "string" | "mark" | "pattern" | "pure";
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
}

const pattern =
  /(\s*)(?:([\w$]*[A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?n?)(?![\w.])|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(\/\* @__PURE__ \*\/)|(===|!==|&&|\|\||\?\?|\+=|<=|>=|=>|\.\.\.|[!<>=+\-*?:;,.()[\]{}|]))/y;

/** Only behind an `=`: elsewhere a slash may divide. */
const regularExpression = /\s*(\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)/y;

/** The tokens of a text; undefined where it has any that this reader does not know, such as templates and comments. */
export function readTokens(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    if (tokens.at(-1)?.text === "=") {
      regularExpression.lastIndex = pattern.lastIndex;
      const literal = regularExpression.exec(text)?.[1];
      if (literal !== undefined) {
        tokens.push({ kind: "pattern", text: literal, afterBlank: false });
        pattern.lastIndex = regularExpression.lastIndex;
        continue;
      }
    }
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const [, space = "", word, number, string, pure, mark = ""] = match;
    const afterBlank = tokens.length > 0 && space.indexOf("\n") !== space.lastIndexOf("\n");
    if (word !== undefined) {
      if (/^\d/.test(word)) return undefined;
      tokens.push({ kind: "word", text: word, afterBlank });
    } else if (number !== undefined) tokens.push({ kind: "number", text: number, afterBlank });
    else if (string !== undefined) tokens.push({ kind: "string", text: string, afterBlank });
    else if (pure !== undefined) tokens.push({ kind: "pure", text: pure, afterBlank });
    else tokens.push({ kind: "mark", text: mark, afterBlank });
  }
  return tokens;
}

/** Reads tokens one by one. `fail` ends the reading of a text that is not among those known here. */
export class TokenReader {
  /** Columns of a line: how long is short depends on them. */
  readonly width: number;
  readonly #tokens: Token[];
  #next = 0;

  constructor(tokens: readonly Token[], width: number) {
    this.#tokens = [...tokens];
    this.width = width;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** Whether the next token is that word or mark. */
  at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token !== undefined && token.text === text && (token.kind === "mark" || token.kind === "word");
  }

  take(): Token {
    const token = this.peek();
    if (token === undefined || token.afterBlank) throw new UnknownLayout();
    this.#next += 1;
    return token;
  }

  /** Takes the next token if it is that word or mark. */
  tryTake(text: string): boolean {
    if (!this.at(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.tryTake(text)) throw new UnknownLayout();
  }

  word(): string {
    const token = this.take();
    if (token.kind !== "word") throw new UnknownLayout();
    return token.text;
  }

  /** Goes past a blank line, which is only allowed between statements. */
  skipBlank(): boolean {
    const token = this.peek();
    if (token?.afterBlank !== true) return false;
    this.#tokens[this.#next] = { ...token, afterBlank: false };
    return true;
  }

  isDone(): boolean {
    return this.peek() === undefined;
  }
}

/** What a text is that only prettier itself can lay out. */
export class UnknownLayout extends Error {}
