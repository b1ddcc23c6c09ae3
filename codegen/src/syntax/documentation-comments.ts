import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../source/source.js";
import { strayDocumentation } from "./messages.js";
import type { Documentation, SyntaxNode } from "./tree.js";

/**
 * Keeps count of the documentation comments that the parser passes ("Documentation comment"): which became documentation, and
 * which document nothing. Smithy warns of those, together, at the next place where it looks for them.
 */
export class DocumentationComments {
  readonly #source: Source;
  readonly #diagnostics: Diagnostic[];
  /** Passed, and documenting nothing so far. */
  #stray: SyntaxNode[] = [];
  /** Those of the documentation that was read last. */
  #read: readonly SyntaxNode[] = [];

  constructor(source: Source, diagnostics: Diagnostic[]) {
    this.#source = source;
    this.#diagnostics = diagnostics;
  }

  /** A comment where nothing can be documented. */
  pass(comment: SyntaxNode): void {
    this.#stray.push(comment);
  }

  /** Comments where something can be documented: all of them are one text. */
  read(comments: readonly SyntaxNode[]): Documentation | undefined {
    this.#read = comments;
    const first = comments[0];
    if (first === undefined) return undefined;
    const end = comments.at(-1)?.end ?? first.end;
    return { kind: "documentation", start: first.start, end, value: this.#textOf(comments) };
  }

  /** What follows the documentation that was read last is nothing that can have it. */
  disown(): void {
    this.#stray = this.#stray.concat(this.#read);
    this.#read = [];
  }

  /** Says nothing about the stray comments so far. */
  forgetStray(): void {
    this.#stray = [];
  }

  /** Warns of the stray comments so far. `place` is where Smithy notices them. */
  reportStray(place: SyntaxNode): void {
    const first = this.#stray[0];
    if (first === undefined) return;
    this.#report(this.#textOf(this.#stray), first, place);
    this.#stray = [];
  }

  /** Warns of documentation behind which nothing came that could have it. */
  reportUnattached(documentation: Documentation, place: SyntaxNode): void {
    this.#report(documentation.value, documentation, place);
  }

  #report(text: string, first: SyntaxNode, place: SyntaxNode): void {
    const location = { source: this.#source, start: place.start, end: place.end };
    const related = [
      { message: "The comment", location: { source: this.#source, start: first.start, end: first.end } },
    ];
    this.#diagnostics.push(strayDocumentation.create({ location, related }, text));
  }

  #textOf(comments: readonly SyntaxNode[]): string {
    const { text } = this.#source;
    return comments.map(({ start, end }) => text.slice(start + (text[start + 3] === " " ? 4 : 3), end)).join("\n");
  }
}
