import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { defineDiagnostic, type DiagnosticDetails } from "../../diagnostics/define.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Source } from "../../source/source.js";

const wrongType = defineDiagnostic(
  "config/type",
  "ERROR",
  (what: string, wanted: string, found: string) => `${what} must be ${wanted}, but is ${found}.`,
);
const missing = defineDiagnostic("config/missing", "ERROR", (what: string, key: string) => `${what} has no "${key}".`);
const unknownKey = defineDiagnostic(
  "config/unknown-key",
  "ERROR",
  (what: string, key: string, known: string) => `${what} has no setting "${key}". It knows ${known}.`,
);
const badChoice = defineDiagnostic(
  "config/value",
  "ERROR",
  (what: string, found: string, known: string) => `${what} is "${found}", but must be one of ${known}.`,
);

/** A JSON value with its place, read with explanations instead of exceptions. */
export class JsonReader {
  readonly value: unknown;
  /** How messages name it: `"sources"`, or `The file`. */
  readonly name: string;
  readonly #source: Source;
  readonly #pointer: string;
  readonly #diagnostics: Diagnostic[];

  constructor(value: unknown, name: string, source: Source, pointer: string, diagnostics: Diagnostic[]) {
    this.value = value;
    this.name = name;
    this.#source = source;
    this.#pointer = pointer;
    this.#diagnostics = diagnostics;
  }

  get location(): { readonly source: Source; readonly pointer: string } {
    return { source: this.#source, pointer: this.#pointer };
  }

  /** The members of an object by key; none after a diagnostic when it is something else. */
  members(): ReadonlyMap<string, JsonReader> {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) {
      this.#wrongType("an object");
      return new Map();
    }
    return new Map(Object.entries(this.value).map(([key, value]) => [key, this.#child(value, `"${key}"`, key)]));
  }

  /** {@link members}, with a diagnostic for each key that is not among `known`. */
  settings(known: readonly string[]): ReadonlyMap<string, JsonReader> {
    const members = this.members();
    for (const [key, member] of members) {
      if (known.includes(key) || key === "$schema") continue;
      const suggestion = suggest(key, known);
      this.#diagnostics.push(
        unknownKey.create({ location: member.location, suggestion }, this.name, key, listed(known)),
      );
    }
    return members;
  }

  string(): string | undefined {
    if (typeof this.value === "string") return this.value;
    this.#wrongType("a string");
    return undefined;
  }

  /** A string, with the diagnostic of `check` where it has one. */
  checked(check: (text: string, details: DiagnosticDetails) => Diagnostic | undefined): string | undefined {
    const text = this.string();
    const problem = text === undefined ? undefined : check(text, { location: this.location });
    if (problem !== undefined) this.#diagnostics.push(problem);
    return text;
  }

  boolean(): boolean | undefined {
    if (typeof this.value === "boolean") return this.value;
    this.#wrongType("true or false");
    return undefined;
  }

  strings(): readonly string[] {
    return this.items("an array of strings").flatMap((item) => item.string() ?? []);
  }

  /** The items of an array; none after a diagnostic when it is something else. */
  items(wanted: string): readonly JsonReader[] {
    if (Array.isArray(this.value)) {
      return this.value.map((item: unknown, index) =>
        this.#child(item, `Item ${index + 1} of ${this.name}`, String(index)),
      );
    }
    this.#wrongType(wanted);
    return [];
  }

  choice<Choice extends string>(choices: readonly Choice[]): Choice | undefined {
    const text = this.string();
    if (text === undefined) return undefined;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) {
      const details = { location: this.location, suggestion: suggest(text, choices) };
      this.#diagnostics.push(badChoice.create(details, this.name, text, listed(choices)));
    }
    return found;
  }

  /** Reports that a key which must be there is not. */
  missing(key: string): void {
    this.#diagnostics.push(missing.create({ location: this.location }, this.name, key));
  }

  #child(value: unknown, name: string, key: string): JsonReader {
    const pointer = `${this.#pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
    return new JsonReader(value, name, this.#source, pointer, this.#diagnostics);
  }

  #wrongType(wanted: string): void {
    this.#diagnostics.push(wrongType.create({ location: this.location }, this.name, wanted, kindOf(this.value)));
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  const kind = typeof value;
  return kind === "object" ? "an object" : kind === "boolean" ? String(value) : `a ${kind}`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
