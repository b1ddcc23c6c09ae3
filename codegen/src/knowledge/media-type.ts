/** A media type's parts (RFC 9110, section 8.3.1). Type, subtype and the names of parameters are lower case. */
export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const tokenCharacters = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Where reading a media type stopped, and why. */
interface Stop {
  readonly at: number;
  readonly expected: string;
}

/** Reads a media type; for a text that is none, says in Smithy's words why. */
export function parseMediaType(text: string): MediaType | { readonly problem: string } {
  const reader = new MediaTypeReader(text);
  const mediaType = reader.read();
  return mediaType ?? { problem: describeStop(text, reader.stop) };
}

/** Why a text is no media type; undefined when it is one. */
export function mediaTypeProblem(text: string): string | undefined {
  const parsed = parseMediaType(text);
  return "problem" in parsed ? parsed.problem : undefined;
}

function describeStop(text: string, { at, expected }: Stop): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  const found = text[at] ?? "[EOF]";
  if (expected.length === 1) return `Syntax error at ${place}: Expected: '${expected}', but found '${found}'`;
  if (expected === "") return `Syntax error at ${place}: Expected character after escape`;
  const tokens = [...expected].map((token) => ` '${token}'`).join("");
  return `Syntax error at ${place}: Found '${found}', but expected one of the following tokens:${tokens}`;
}

class MediaTypeReader {
  stop: Stop = { at: 0, expected: tokenCharacters };
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(): MediaType | undefined {
    const type = this.#token();
    if (type === undefined || !this.#expect("/")) return undefined;
    const subtype = this.#token();
    if (subtype === undefined) return undefined;
    const parameters = new Map<string, string>();
    this.#skipSpace();
    while (this.#at < this.#text.length) {
      if (!this.#parameter(parameters)) return undefined;
      this.#skipSpace();
    }
    return { type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters };
  }

  #parameter(parameters: Map<string, string>): boolean {
    if (!this.#expect(";")) return false;
    this.#skipSpace();
    const name = this.#token();
    if (name === undefined || !this.#expect("=")) return false;
    const value = this.#text[this.#at] === '"' ? this.#quoted() : this.#token();
    if (value !== undefined) parameters.set(name.toLowerCase(), value);
    return value !== undefined;
  }

  #token(): string | undefined {
    const token = this.#match(/[\w!#$%&'*+\-.^`|~]+/y);
    if (token === undefined) this.stop = { at: this.#at, expected: tokenCharacters };
    return token;
  }

  #quoted(): string | undefined {
    const body = this.#match(/"(?:[^"\\]|\\[^])*/y) ?? "";
    if (this.#text[this.#at] === "\\") {
      this.stop = { at: this.#at + 1, expected: "" };
      return undefined;
    }
    return this.#expect('"') ? body.slice(1).replaceAll(/\\([^])/g, "$1") : undefined;
  }

  #expect(character: string): boolean {
    if (this.#text[this.#at] === character) {
      this.#at += 1;
      return true;
    }
    this.stop = { at: this.#at, expected: character };
    return false;
  }

  #skipSpace(): void {
    this.#match(/[ \t\r\n]+/y);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}
