/** What is wrong with a selector, in Smithy's words, and where. */
export interface SelectorProblem {
  /** The whole message: place, rest of the text, what is wrong, and the text. */
  readonly message: string;
  /** What is wrong, alone. */
  readonly reason: string;
  /** UTF-16 offset in the text. */
  readonly offset: number;
  /** What to try instead. */
  readonly suggestion?: string | undefined;
}

/**
 * A text is no selector (Smithy 2.0, "Selectors"). Of all that this package exports only `select` throws it, for a selector that is given as
 * text; its message is that of the problem.
 */
export class SelectorSyntaxError extends Error {
  readonly problem: SelectorProblem;

  constructor(problem: SelectorProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads the tokens of a selector from left to right. */
export class SelectorCursor {
  readonly text: string;
  offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character, or the empty string at the end. */
  peek(): string {
    return this.text.charAt(this.offset);
  }

  atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  skip(): void {
    if (!this.atEnd()) this.offset += 1;
  }

  skipSpace(): void {
    while (this.peek() !== "" && " \t\r\n".includes(this.peek())) this.offset += 1;
  }

  /** Takes one of the characters. */
  expect(...characters: readonly string[]): string {
    const found = this.peek();
    if (found !== "" && characters.includes(found)) {
      this.offset += 1;
      return found;
    }
    if (characters.length === 1) this.fail(`Expected: '${characters[0]}', but found '${this.shown()}'`);
    const list = characters.map((character) => `'${character}'`).join(" ");
    this.fail(`Found '${this.shown()}', but expected one of the following tokens: ${list}`);
  }

  /** The grammar's `identifier` */
  identifier(): string {
    const match = this.match(/_*[A-Za-z0-9]?[A-Za-z0-9_]*/y);
    if (/^(?:_+[A-Za-z0-9]|[A-Za-z])/.test(match)) return this.take(match);
    this.offset += /^_*/.exec(match)?.[0].length ?? 0;
    this.fail(`Expected a valid identifier character, but found '${this.shown()}'`);
  }

  /** The grammar's `root_shape_id`, relative or absolute, here also a namespace alone. */
  rootShapeId(): string {
    const start = this.offset;
    this.identifier();
    while (this.peek() === ".") {
      this.skip();
      this.identifier();
    }
    if (this.peek() === "#") {
      this.skip();
      this.identifier();
    }
    return this.text.slice(start, this.offset);
  }

  /** The grammar's `number`; a leading zero is no mistake here. */
  number(): string {
    const start = this.offset;
    const digits = (rule: string): void => {
      const found = this.take(this.match(/\d*/y));
      if (found !== "") return;
      this.fail(`Invalid number '${this.text.slice(start, this.offset)}': ${rule} must be followed by a digit`);
    };
    if (this.peek() === "-") {
      this.skip();
      digits("'-'");
    }
    this.take(this.match(/\d*/y));
    if (this.peek() === ".") {
      this.skip();
      digits("'.'");
    }
    if (this.peek() === "e" || this.peek() === "E") {
      this.skip();
      this.take(this.match(/[+-]?/y));
      digits("'e', '+', and '-'");
    }
    return this.text.slice(start, this.offset);
  }

  /** A text between quotes, which has no escapes. */
  quoted(): string {
    const quote = this.peek();
    const start = this.offset + 1;
    const end = this.text.indexOf(quote, start);
    if (end < 0) {
      this.offset = this.text.length;
      this.fail(`Expected ${quote} to close ${this.text.slice(start)}`);
    }
    this.offset = end + 1;
    this.skipSpace();
    return this.text.slice(start, end);
  }

  /**
   * Ends parsing.
   *
   * @param near - where the text is quoted from, when that is not the place of the mistake
   */
  fail(reason: string, near: number = this.offset, suggestion?: string): never {
    const { line, column } = positionIn(this.text, this.offset);
    const rest = this.text.slice(near);
    const message = `Syntax error at line ${line} column ${column}, near \`${rest}\`: ${reason}; expression: ${this.text}`;
    throw new SelectorSyntaxError({
      message,
      reason,
      offset: near,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  /** The next character in a message. */
  shown(): string {
    return this.peek() === "" ? "[EOF]" : this.peek();
  }

  private match(expression: RegExp): string {
    expression.lastIndex = this.offset;
    return expression.exec(this.text)?.[0] ?? "";
  }

  private take(text: string): string {
    this.offset += text.length;
    return text;
  }
}

/** Line and column of an offset, from 1. */
export function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
