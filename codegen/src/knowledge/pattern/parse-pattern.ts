import { oncePerText } from "../../shapes/once-per-text.js";
import {
  complement,
  digits,
  lastCodePoint,
  lineTerminators,
  rangeSet,
  spaces,
  union,
  wordCharacters,
  type CharSet,
} from "./char-set.js";
import type { PatternNode } from "./pattern-tree.js";

/**
 * Reads a regular expression that a JavaScript engine has accepted with the same flags (ECMA 262, "Patterns" and, without
 * `u`, "Additional ECMAScript Features for Web Browsers").
 */
export function parsePattern(
  source: string,
  flags: "u" | "",
  options: ParseOptions = { properties: true },
): PatternNode {
  return new PatternParser(source, flags === "u", options).disjunction();
}

/** How exact the sets of a pattern have to be. */
export interface ParseOptions {
  /** Whether to look up what `\\p{…}` stands for, which takes milliseconds; else it stands for any character. */
  readonly properties: boolean;
}

const classEscapes: Readonly<Record<string, CharSet>> = {
  d: digits,
  D: complement(digits),
  w: wordCharacters,
  W: complement(wordCharacters),
  s: spaces,
  S: complement(spaces),
};

const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

class PatternParser {
  readonly #characters: readonly string[];
  readonly #unicode: boolean;
  readonly #hasNames: boolean;
  readonly #options: ParseOptions;
  #position = 0;

  constructor(source: string, unicode: boolean, options: ParseOptions) {
    this.#options = options;
    this.#characters = unicode ? [...source] : source.split("");
    this.#unicode = unicode;
    this.#hasNames = source.includes("(?<");
  }

  disjunction(): PatternNode {
    const items = [this.#alternative()];
    while (this.#eat("|")) items.push(this.#alternative());
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: "alternatives", items };
  }

  #alternative(): PatternNode {
    const items: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek()) {
      items.push(this.#quantified(this.#atom()));
    }
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: "sequence", items };
  }

  #quantified(item: PatternNode): PatternNode {
    const bounds = this.#quantifier();
    if (bounds === undefined) return item;
    this.#eat("?");
    return { kind: "repeat", item, min: bounds[0], max: bounds[1] };
  }

  #quantifier(): readonly [number, number] | undefined {
    if (this.#eat("*")) return [0, Infinity];
    if (this.#eat("+")) return [1, Infinity];
    if (this.#eat("?")) return [0, 1];
    if (this.#peek() !== "{") return undefined;
    const rest = this.#characters.slice(this.#position, this.#position + 40).join("");
    const match = /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest);
    if (match === null) return undefined;
    this.#position += match[0].length;
    const min = Number(match[1]);
    if (match[2] === undefined) return [min, min];
    return [min, match[3] === "" || match[3] === undefined ? Infinity : Number(match[3])];
  }

  #atom(): PatternNode {
    const character = this.#take();
    switch (character) {
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case ".":
        return { kind: "set", set: complement(lineTerminators) };
      case "(":
        return this.#group();
      case "[":
        return { kind: "set", set: this.#characterClass() };
      case "\\":
        return this.#escape();
      default:
        return { kind: "set", set: single(character) };
    }
  }

  #group(): PatternNode {
    let look: { readonly behind: boolean; readonly negated: boolean } | undefined;
    if (this.#eat("?")) {
      if (this.#eat("=")) look = { behind: false, negated: false };
      else if (this.#eat("!")) look = { behind: false, negated: true };
      else if (this.#eat("<")) {
        if (this.#eat("=")) look = { behind: true, negated: false };
        else if (this.#eat("!")) look = { behind: true, negated: true };
        else while (this.#take() !== ">");
      } else this.#eat(":");
    }
    const item = this.disjunction();
    this.#eat(")");
    return look === undefined ? item : { kind: "look", item, ...look };
  }

  #escape(): PatternNode {
    const next = this.#peek() ?? "";
    if (next === "b" || next === "B") {
      this.#position += 1;
      return { kind: "boundary", negated: next === "B" };
    }
    if (next === "k" && (this.#unicode || this.#hasNames)) {
      while (this.#take() !== ">");
      return { kind: "backreference" };
    }
    if (/[1-9]/.test(next)) {
      while (/[0-9]/.test(this.#peek() ?? "")) this.#position += 1;
      return { kind: "backreference" };
    }
    return { kind: "set", set: this.#characterEscape() };
  }

  /** After a backslash, in a class or outside of one. */
  #characterEscape(): CharSet {
    const character = this.#take();
    const known = Object.hasOwn(classEscapes, character) ? classEscapes[character] : undefined;
    if (known !== undefined) return known;
    const control = Object.hasOwn(controlEscapes, character) ? controlEscapes[character] : undefined;
    if (control !== undefined) return rangeSet(control, control);
    switch (character) {
      case "p":
      case "P":
        return this.#unicode ? this.#property(character) : single(character);
      case "c": {
        const letter = this.#peek() ?? "";
        if (!/[A-Za-z]/.test(letter)) return single("\\");
        this.#position += 1;
        return rangeSet(letter.charCodeAt(0) % 32, letter.charCodeAt(0) % 32);
      }
      case "x":
        return this.#hexadecimal(2) ?? single(character);
      case "u":
        return this.#unicodeEscape() ?? single(character);
      default:
        return /[0-7]/.test(character) ? this.#octal(character) : single(character);
    }
  }

  #property(letter: string): CharSet {
    let text = "";
    for (let next = this.#take(); next !== "}"; next = this.#take()) text += next;
    return this.#options.properties ? propertySet(`\\${letter}${text}}`) : rangeSet(0, lastCodePoint);
  }

  #hexadecimal(length: number): CharSet | undefined {
    const text = this.#characters.slice(this.#position, this.#position + length).join("");
    if (text.length !== length || !/^[0-9A-Fa-f]+$/.test(text)) return undefined;
    this.#position += length;
    return rangeSet(Number.parseInt(text, 16), Number.parseInt(text, 16));
  }

  #unicodeEscape(): CharSet | undefined {
    if (this.#unicode && this.#eat("{")) {
      let text = "";
      for (let next = this.#take(); next !== "}"; next = this.#take()) text += next;
      return rangeSet(Number.parseInt(text, 16), Number.parseInt(text, 16));
    }
    const unit = this.#hexadecimal(4);
    const lead = unit?.[0]?.[0] ?? 0;
    const start = this.#position;
    if (this.#unicode && lead >= 0xd800 && lead <= 0xdbff && this.#eat("\\") && this.#eat("u")) {
      const trail = this.#hexadecimal(4)?.[0]?.[0] ?? 0;
      if (trail >= 0xdc00 && trail <= 0xdfff) {
        const codePoint = (lead - 0xd800) * 0x400 + (trail - 0xdc00) + 0x10000;
        return rangeSet(codePoint, codePoint);
      }
    }
    this.#position = start;
    return unit;
  }

  #octal(first: string): CharSet {
    let text = first;
    while (text.length < 3 && /[0-7]/.test(this.#peek() ?? "") && Number.parseInt(text + this.#peek(), 8) <= 255) {
      text += this.#take();
    }
    const value = Number.parseInt(text, 8);
    return rangeSet(value, value);
  }

  #characterClass(): CharSet {
    const negated = this.#eat("^");
    const sets: CharSet[] = [];
    while (this.#peek() !== undefined && !this.#eat("]")) {
      const from = this.#classAtom();
      if (this.#peek() !== "-" || this.#characters[this.#position + 1] === "]") {
        sets.push(from);
        continue;
      }
      this.#position += 1;
      const to = this.#classAtom();
      const first = onlyMember(from);
      const last = onlyMember(to);
      // With a class at one end, the hyphen is itself.
      if (first === undefined || last === undefined) sets.push(from, single("-"), to);
      else sets.push(rangeSet(first, last));
    }
    const set = union(...sets);
    return negated ? complement(set) : set;
  }

  #classAtom(): CharSet {
    const character = this.#take();
    if (character !== "\\") return single(character);
    if (this.#eat("b")) return rangeSet(8, 8);
    return this.#characterEscape();
  }

  #peek(): string | undefined {
    return this.#characters[this.#position];
  }

  #take(): string {
    const character = this.#characters[this.#position] ?? ">";
    this.#position += 1;
    return character;
  }

  #eat(character: string): boolean {
    if (this.#characters[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }
}

function single(character: string): CharSet {
  const codePoint = character.codePointAt(0) ?? 0;
  return rangeSet(codePoint, codePoint);
}

function onlyMember(set: CharSet): number | undefined {
  const [range] = set;
  return set.length === 1 && range !== undefined && range[0] === range[1] ? range[0] : undefined;
}

/** The characters of a Unicode property, asked of the engine: it has the tables. */
const propertySet: (escape: string) => CharSet = oncePerText(500, (escape) => {
  const has = new RegExp(`^${escape}$`, "u");
  const ranges: [number, number][] = [];
  for (let codePoint = 0; codePoint <= lastCodePoint; codePoint += 1) {
    if (!has.test(String.fromCodePoint(codePoint))) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
});
