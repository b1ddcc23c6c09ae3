import type { Value } from "./value.js";

/** Why a text is not in shorthand syntax, with the place marked below it. */
export class ShorthandError extends Error {}

const keyCharacter = /[A-Za-z0-9\-_.#/:]/;
const singleQuoted = /'(?:\\\\|\\'|[^'])*'/y;
const doubleQuoted = /"(?:\\\\|\\"|[^"])*"/y;
// A bare word: starts with none of `"`, `'`, `,`, `=`, `[`, `{`; the first one after `=` may hold `=`, those after a comma may not.
const firstWord = /(?:\\,|[!#-&(-+\-.-<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\-.-\\^-|~-\uffff])*/y;
const laterWord = /(?:\\,|[!#-&(-+\-.-<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\-.-<>-\uffff])*/y;
const whitespace = /[ \t\n\r\v\f]/;

/**
 * Parses `key=value` text into an object of texts, lists and objects.
 *
 * ```
 * parameter     = keyval *("," keyval)
 * keyval        = key "=" [values]
 * values        = csv-list / explicit-list / hash-literal
 * csv-list      = value *("," value)
 * explicit-list = "[" [element *("," element)] "]"
 * hash-literal  = "{" keyval *("," keyval) "}"
 * value         = word / "'" text "'" / DQUOTE text DQUOTE
 * ```
 *
 * A comma in a bare word is written `\,`; quotes and backslashes within quotes have a backslash before them.
 *
 * @throws ShorthandError
 */
export function parseShorthand(text: string): ReadonlyMap<string, Value> {
  return new ShorthandReader(text).parameter();
}

class ShorthandReader {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parameter(): ReadonlyMap<string, Value> {
    const members = new Map<string, Value>();
    for (let first = true; first || !this.#atEnd; first = false) {
      const before = this.#index + 1;
      if (!first) this.#expect(",", true);
      const key = this.#keyAndSign();
      const value = this.#values();
      if (members.has(key)) this.#failDuplicate(key, before);
      members.set(key, value);
    }
    return members;
  }

  #keyAndSign(): string {
    const start = this.#index;
    while (keyCharacter.test(this.#text[this.#index] ?? "")) this.#index += 1;
    const key = this.#text.slice(start, this.#index);
    this.#expect("=", true);
    return key;
  }

  #values(): Value {
    if (this.#atEnd) return "";
    if (this.#current === "[") return this.#list();
    if (this.#current === "{") return this.#object();
    return this.#wordOrList();
  }

  /** `a` is a text, `a,b` a list, and in `a,b=c` the comma ends the value: what follows it is a key. */
  #wordOrList(): Value {
    const first = this.#word();
    this.#space();
    if (this.#current !== ",") return first;
    this.#expect(",", true);
    const words = [first];
    for (;;) {
      try {
        const word = this.#laterWord();
        this.#space();
        if (this.#atEnd) {
          words.push(word);
          break;
        }
        this.#expect(",", true);
        words.push(word);
      } catch (error) {
        if (!(error instanceof ShorthandError) || this.#atEnd) throw error;
        while (this.#index > 0 && this.#text[this.#index] !== ",") this.#index -= 1;
        break;
      }
    }
    return words.length === 1 ? first : words;
  }

  #list(): Value {
    this.#expect("[", true);
    const items: Value[] = [];
    while (this.#current !== "]") {
      items.push(this.#element());
      this.#separator("]");
    }
    this.#index += 1;
    return items;
  }

  #object(): Value {
    this.#expect("{", true);
    const members = new Map<string, Value>();
    while (this.#current !== "}") {
      const key = this.#keyAndSign();
      members.set(key, this.#element());
      this.#separator("}");
    }
    this.#index += 1;
    return members;
  }

  #separator(end: string): void {
    this.#space();
    if (this.#current === end) return;
    this.#expect(",", false);
    this.#space();
  }

  #element(): Value {
    if (this.#current === "[") return this.#list();
    if (this.#current === "{") return this.#object();
    return this.#word();
  }

  #word(): string {
    return this.#quotedWord() ?? bareWord(this.#match(firstWord) ?? "");
  }

  #laterWord(): string {
    const quoted = this.#quotedWord();
    if (quoted !== undefined) return quoted;
    const word = this.#match(laterWord);
    if (word === undefined) this.#fail("<second>", "<none>");
    return bareWord(word);
  }

  #quotedWord(): string | undefined {
    const quote = this.#current;
    if (quote !== "'" && quote !== '"') return undefined;
    const quoted = this.#match(quote === "'" ? singleQuoted : doubleQuoted);
    if (quoted === undefined) this.#fail(quote === "'" ? "<singled quoted>" : "<double quoted>", "<none>");
    return quoted.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#index;
    const matched = pattern.exec(this.#text)?.[0];
    if (matched !== undefined) this.#index += matched.length;
    return matched;
  }

  #expect(character: string, spaceAround: boolean): void {
    if (spaceAround) this.#space();
    if (this.#current !== character) this.#fail(character, this.#current ?? "EOF");
    this.#index += 1;
    if (spaceAround) this.#space();
  }

  #space(): void {
    while (whitespace.test(this.#current ?? "")) this.#index += 1;
  }

  get #current(): string | undefined {
    return this.#text[this.#index];
  }

  get #atEnd(): boolean {
    return this.#index >= this.#text.length;
  }

  #fail(expected: string, received: string): never {
    throw new ShorthandError(
      `Expected: '${expected}', received: '${received}' for input:\n${markedText(this.#text, this.#index)}`,
    );
  }

  #failDuplicate(key: string, index: number): never {
    throw new ShorthandError(
      `Second instance of key "${key}" encountered for input:\n${markedText(this.#text, index)}\n` +
        'This is often because there is a preceding "," instead of a space.',
    );
  }
}

function bareWord(word: string): string {
  return word.replaceAll("\\,", ",").trimEnd();
}

/** The text with a caret under the place, on a line of its own. */
function markedText(text: string, index: number): string {
  const lineStart = text.lastIndexOf("\n", index - 1) + 1;
  const nextLine = text.indexOf("\n", index);
  const consumed = nextLine < 0 ? text : text.slice(0, nextLine);
  const remaining = nextLine < 0 ? "" : text.slice(nextLine);
  return `${consumed}\n${" ".repeat(index - lineStart)}^${remaining}`;
}
