const maximumDepth = 1000;

/**
 * Why a text is no JSON (RFC 8259), in the words and with the place that Smithy's parser gives; undefined for JSON. Only syntax counts:
 * keys may be repeated and numbers may have any size.
 */
export function jsonProblem(text: string): string | undefined {
  const scanner = new JsonScanner(text);
  const problem = scanner.scan();
  return problem === undefined ? undefined : `Error parsing JSON: ${problem} ([${placeOf(text, scanner.offset)}])`;
}

/** Line and column from 1. The end of the text stands in the line of its last character. */
function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  if (offset === text.length && lines.length > 1 && lines.at(-1) === "") {
    lines.pop();
    lines.push(`${lines.pop() ?? ""}\n`);
  }
  return `${lines.length}, ${(lines.at(-1) ?? "").length + 1}`;
}

type Container = "array" | "object";

/** Scans without recursion, so that no nesting exhausts the stack. Each step gives what is wrong at `offset`, or undefined. */
class JsonScanner {
  offset = 0;
  readonly #text: string;
  readonly #containers: Container[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  scan(): string | undefined {
    let problem = this.#startValue();
    while (problem === undefined && this.#containers.length > 0) {
      problem = this.#continue(this.#containers.at(-1) === "array" ? "]" : "}");
    }
    if (problem !== undefined) return problem;
    this.#skipSpace();
    return this.offset < this.#text.length ? "Unexpected character" : undefined;
  }

  /** After a value in a container: its end, or a comma and the next value. */
  #continue(end: "]" | "}"): string | undefined {
    this.#skipSpace();
    if (this.#take(end)) {
      this.#containers.pop();
      return undefined;
    }
    if (!this.#take(",")) return this.#expected(`',' or '${end}'`);
    return end === "]" ? this.#startValue() : this.#startMember();
  }

  #startMember(): string | undefined {
    this.#skipSpace();
    if (this.#text[this.offset] !== '"') return this.#expected("name");
    const problem = this.#string();
    if (problem !== undefined) return problem;
    this.#skipSpace();
    return this.#take(":") ? this.#startValue() : this.#expected("':'");
  }

  /** A scalar, an empty container, or the start of a container with its first value. */
  #startValue(): string | undefined {
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.offset] !== "[") break;
      const problem = this.#open("array");
      if (problem !== undefined) return problem;
      this.#skipSpace();
      if (this.#text[this.offset] === "]") return undefined;
    }
    if (this.#text[this.offset] === "{") return this.#open("object") ?? this.#firstMember();
    return this.#scalar();
  }

  #firstMember(): string | undefined {
    this.#skipSpace();
    return this.#text[this.offset] === "}" ? undefined : this.#startMember();
  }

  #open(container: Container): string | undefined {
    if (this.#containers.length >= maximumDepth - 1) return "Nesting too deep";
    this.#containers.push(container);
    this.offset += 1;
    return undefined;
  }

  #scalar(): string | undefined {
    const first = this.#text[this.offset] ?? "";
    if (first === '"') return this.#string();
    if (first === "-" || isDigit(first)) return this.#number();
    const word = ["null", "true", "false"].find((candidate) => candidate[0] === first);
    return word === undefined ? this.#expected("value") : this.#word(word);
  }

  #word(word: string): string | undefined {
    for (const character of word) {
      if (!this.#take(character)) return this.#expected(`'${character}'`);
    }
    return undefined;
  }

  #string(): string | undefined {
    this.offset += 1;
    while (!this.#take('"')) {
      const character = this.#text[this.offset];
      if (character === undefined || character < " ") return this.#expected("valid string character");
      this.offset += 1;
      const problem = character === "\\" ? this.#escape() : undefined;
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #escape(): string | undefined {
    const character = this.#text[this.offset];
    if (character === undefined || !'"/\\bfnrtu'.includes(character)) return this.#expected("valid escape sequence");
    this.offset += 1;
    if (character !== "u") return undefined;
    for (let digit = 0; digit < 4; digit += 1) {
      if (!/^[0-9a-fA-F]$/.test(this.#text[this.offset] ?? "")) return this.#expected("hexadecimal digit");
      this.offset += 1;
    }
    return undefined;
  }

  #number(): string | undefined {
    this.#take("-");
    const isZero = this.#text[this.offset] === "0";
    if (!this.#digits(isZero ? 1 : Number.POSITIVE_INFINITY)) return this.#expected("digit");
    if (this.#take(".") && !this.#digits()) return this.#expected("digit");
    if (this.#take("e") || this.#take("E")) {
      if (!this.#take("+")) this.#take("-");
      if (!this.#digits()) return this.#expected("digit");
    }
    return undefined;
  }

  #digits(maximum = Number.POSITIVE_INFINITY): boolean {
    const start = this.offset;
    while (this.offset - start < maximum && isDigit(this.#text[this.offset] ?? "")) this.offset += 1;
    return this.offset > start;
  }

  #take(character: string): boolean {
    if (this.#text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  #skipSpace(): void {
    while (" \t\n\r".includes(this.#text[this.offset] ?? "x")) this.offset += 1;
  }

  #expected(what: string): string {
    return this.offset < this.#text.length ? `Expected ${what}` : "Unexpected end of input";
  }
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}
