const nameStart =
  ":A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}";
const nameExpression = new RegExp(
  `[${nameStart}][${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*`,
  "uy",
);
const space = /[ \t\r\n]*/y;
const knownEntities: ReadonlySet<string> = new Set(["amp", "apos", "gt", "lt", "quot"]);

export const unfinished = "XML document structures must start and end within the same entity.";

/** Carries the first problem out of the scan. */
export class XmlError extends Error {}

/** A place in an XML text, and what every part of the grammar needs. Every method stops the scan with an {@link XmlError}. */
export class XmlCursor {
  offset = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  fail(message: string): never {
    throw new XmlError(message);
  }

  /** Stops the scan, for the reason that the text ends where it does. */
  failHere(message: string): never {
    this.fail(this.isAtEnd() ? unfinished : message);
  }

  isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.offset);
  }

  take(word: string): boolean {
    if (!this.startsWith(word)) return false;
    this.offset += word.length;
    return true;
  }

  /** Whether there was any white space. */
  skipSpace(): boolean {
    return this.#match(space) !== "";
  }

  takeName(): string | undefined {
    return this.#match(nameExpression) || undefined;
  }

  /** Moves behind the next occurrence of a word. */
  skipPast(word: string): void {
    const found = this.text.indexOf(word, this.offset);
    if (found < 0) this.fail(unfinished);
    this.offset = found + word.length;
  }

  /** The character here; stops at the end of the text and at what XML does not allow. */
  current(where: string): string {
    const code = this.text.codePointAt(this.offset);
    if (code === undefined) this.fail(unfinished);
    if (!isXmlCharacter(code)) {
      this.fail(`An invalid XML character (Unicode: 0x${code.toString(16)}) was found in ${where}.`);
    }
    return String.fromCodePoint(code);
  }

  /** The production `Reference`, behind its `&`. */
  takeReference(): void {
    if (this.take("#")) return this.#takeCharacterReference(this.take("x"));
    const name = this.takeName();
    if (name === undefined) {
      this.failHere("The entity name must immediately follow the '&' in the entity reference.");
    }
    if (!this.take(";")) this.failHere(`The reference to entity "${name}" must end with the ';' delimiter.`);
    if (!knownEntities.has(name)) this.fail(`The entity "${name}" was referenced, but not declared.`);
  }

  #takeCharacterReference(isHexadecimal: boolean): void {
    const digits = this.#match(isHexadecimal ? /[0-9a-fA-F]*/y : /[0-9]*/y);
    const start = isHexadecimal ? "&#x" : "&#";
    if (digits === "") {
      const representation = isHexadecimal ? "hexadecimal" : "decimal";
      this.failHere(
        `A ${representation} representation must immediately follow the "${start}" in a character reference.`,
      );
    }
    if (!this.take(";")) this.failHere("The character reference must end with the ';' delimiter.");
    if (!isXmlCharacter(Number.parseInt(digits, isHexadecimal ? 16 : 10))) {
      this.fail(`Character reference "${start}${digits}" is an invalid XML character.`);
    }
  }

  #match(expression: RegExp): string {
    expression.lastIndex = this.offset;
    const match = expression.exec(this.text)?.[0] ?? "";
    this.offset += match.length;
    return match;
  }
}

/** The production `Char`. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
