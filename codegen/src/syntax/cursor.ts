import type { DiagnosticDefinition } from "../diagnostics/define.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isSpan, positionAt, type Source } from "../source/source.js";
import { DocumentationComments } from "./documentation-comments.js";
import { hints, tokenHint } from "./hints.js";
import { messages, syntaxError } from "./messages.js";
import { Scanner } from "./scanner.js";
import type { TokenKind } from "./token.js";
import { type Documentation, keyText, type ObjectEntry, type SyntaxNode } from "./tree.js";

/** Leaves a production that cannot go on; caught where the parser knows how to. Never leaves `parse`. */
export class SyntaxFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Objects and arrays may lie this deep in one another, as in Smithy. */
const depthLimit = 64;

type FailureDetails = Pick<Diagnostic, "shape" | "suggestion" | "related">;

/** The parser's place in a file and what it found wrong so far. Productions are functions over a cursor. */
export class Cursor {
  readonly source: Source;
  readonly scanner: Scanner;
  readonly diagnostics: Diagnostic[] = [];
  readonly documentation: DocumentationComments;
  /** Of the IDL, as the `$version` statement says. */
  version: "1.0" | "2.0" = "1.0";
  namespace = "";
  /** How often something was left out of the tree. */
  recoveries = 0;
  /** Set when a body ended without its brace, so that the bodies around it end too. */
  abandoned = false;
  #depth = 0;
  /** How many characters may still be read again while recovering: a multiple of the text, so that time stays linear. */
  #rereading: number;

  constructor(source: Source) {
    this.source = source;
    this.scanner = new Scanner(source);
    this.documentation = new DocumentationComments(source, this.diagnostics);
    this.#rereading = 4 * source.text.length;
  }

  get kind(): TokenKind {
    return this.scanner.kind;
  }

  get start(): number {
    return this.scanner.start;
  }

  get end(): number {
    return this.scanner.end;
  }

  get lexeme(): string {
    return this.scanner.lexeme;
  }

  is(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  next(): void {
    if (this.scanner.kind === "DOC_COMMENT") this.documentation.pass(this.here());
    this.scanner.next();
  }

  /** True for an identifier with this text. */
  isWord(word: string): boolean {
    return (
      this.scanner.kind === "IDENTIFIER" &&
      this.scanner.end - this.scanner.start === word.length &&
      this.source.text.startsWith(word, this.scanner.start)
    );
  }

  /** The current token as messages show it: a comment goes to the end of its line. */
  #shownLexeme(): string {
    if (this.kind !== "COMMENT" && this.kind !== "DOC_COMMENT") return this.lexeme;
    return this.lexeme + (/^\r?\n/.exec(this.source.text.slice(this.end, this.end + 2))?.[0] ?? "");
  }

  report(message: string, node: SyntaxNode, details: FailureDetails = {}): void {
    this.diagnostics.push(this.#syntaxError(message, node, details));
  }

  #syntaxError(message: string, { start, end }: SyntaxNode, details: FailureDetails): Diagnostic {
    const { line, column } = positionAt(this.source, start);
    return syntaxError.create({ location: { source: this.source, start, end }, ...details }, line, column, message);
  }

  /** Leaves the production: `message` is about the current token. */
  fail(message: string, details: FailureDetails = {}): never {
    throw new SyntaxFailure(this.#syntaxError(message, this.here(), details));
  }

  /** Says which tokens the grammar wants here; what is no token explains itself. */
  failExpected(...kinds: readonly TokenKind[]): never {
    this.failExpectedWith(tokenHint(kinds, this.kind, this.lexeme), ...kinds);
  }

  /** {@link failExpected} with something to try. */
  failExpectedWith(suggestion: string | undefined, ...kinds: readonly TokenKind[]): never {
    if (this.kind === "ERROR") this.fail(this.scanner.error, { suggestion });
    this.#failInsteadOf((kind, lexeme) => messages.expected(kinds, kind, lexeme), suggestion);
  }

  /** Names the current token in a message; what is no token explains itself beside that. */
  #failInsteadOf(message: (kind: TokenKind, lexeme: string) => string, suggestion?: string): never {
    const location = { source: this.source, ...this.here() };
    const related = this.kind === "ERROR" ? [{ message: this.scanner.error, location }] : undefined;
    this.fail(message(this.kind, this.#shownLexeme()), { suggestion, related });
  }

  failExpectedNamespace(): never {
    this.#failInsteadOf(messages.expectedNamespace);
  }

  expect(kind: TokenKind): void {
    if (this.scanner.kind !== kind) this.failExpected(kind);
  }

  expectAndSkip(kind: TokenKind): void {
    this.expect(kind);
    this.next();
  }

  /** `[SP]` */
  skipSpaces(): void {
    while (this.scanner.kind === "SPACE") this.scanner.next();
  }

  /** `SP` */
  expectSpaces(): void {
    this.expectAndSkip("SPACE");
    this.skipSpaces();
  }

  /** `[WS]`. Documentation comments are whitespace where nothing can be documented. */
  skipWhitespace(): void {
    while (this.#isWhitespace()) this.next();
  }

  /** `WS` */
  expectWhitespace(): void {
    if (!this.#isWhitespace()) this.#failInsteadOf(messages.expectedWhitespace);
    this.skipWhitespace();
  }

  #isWhitespace(): boolean {
    switch (this.scanner.kind) {
      case "SPACE":
      case "NEWLINE":
      case "COMMA":
      case "COMMENT":
      case "DOC_COMMENT":
        return true;
      default:
        return false;
    }
  }

  /** `[WS]` before what can be documented ("Documentation comment"): all documentation comments in it are one text. */
  skipWhitespaceAndDocumentation(): Documentation | undefined {
    const comments: SyntaxNode[] = [];
    while (this.#isWhitespace()) {
      if (this.scanner.kind === "DOC_COMMENT") comments.push(this.here());
      this.scanner.next();
    }
    return this.documentation.read(comments);
  }

  /** `BR`, but for the whitespace after its first line break: documentation in that belongs to what follows. */
  expectLineBreak(suggestion?: string): void {
    this.skipSpaces();
    const place = this.here();
    switch (this.scanner.kind) {
      case "EOF":
        break;
      case "NEWLINE":
      case "COMMENT":
      case "DOC_COMMENT":
        this.next();
        break;
      default:
        this.#failInsteadOf(messages.expectedLineBreak, suggestion ?? this.#lineBreakHint());
    }
    this.documentation.reportStray(place);
  }

  #lineBreakHint(): string | undefined {
    return this.kind === "COMMA" ? hints.comma : tokenHint([], this.kind, this.lexeme);
  }

  /** Runs a production one level deeper. */
  nested<Result>(production: (cursor: Cursor) => Result): Result {
    if (this.#depth >= depthLimit) this.fail(messages.tooDeep(depthLimit));
    this.#depth += 1;
    try {
      return production(this);
    } finally {
      this.#depth -= 1;
    }
  }

  /** Reports each key that stands twice, at its second place. */
  reportDuplicates(entries: readonly ObjectEntry[], definition: DiagnosticDefinition<[key: string]>): void {
    if (entries.length < 2) return;
    const keys = new Set<string>();
    for (const { key } of entries) {
      const text = keyText(key);
      const location = { source: this.source, start: key.start, end: key.end };
      if (keys.has(text)) this.diagnostics.push(definition.create({ location }, text));
      keys.add(text);
    }
  }

  /** Whether the text from `start` to here may be read once more. */
  mayReread(start: number): boolean {
    this.#rereading -= this.start - start;
    return this.#rereading >= 0;
  }

  /** The current token's place. */
  here(): SyntaxNode {
    return { start: this.start, end: this.end };
  }

  /** Runs a production whose failure is reported and changes nothing else; tells whether it parsed. */
  attempt(production: () => void): boolean {
    try {
      production();
      return true;
    } catch (failure) {
      this.recoverFrom(failure);
      return false;
    }
  }

  /**
   * Notes what a production that did not parse reports, unless the same token was complained about a moment ago. Any other
   * error is not for us.
   */
  recoverFrom(failure: unknown): void {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    const { diagnostic } = failure;
    const last = this.diagnostics.at(-1);
    const isRepeated = last?.severity === diagnostic.severity && startOf(last) === startOf(diagnostic);
    if (!isRepeated) this.diagnostics.push(diagnostic);
    this.recoveries += 1;
    this.documentation.forgetStray();
  }
}

/** Where a syntax error is; -1 for none. */
export function startOf(diagnostic: Diagnostic | undefined): number {
  const location = diagnostic?.location;
  return location !== undefined && isSpan(location) ? location.start : -1;
}
