import { defineDiagnostic } from "../diagnostics/define.js";
import { describeToken, type TokenKind } from "./token.js";

/** Smithy reports all that is wrong with a file's text under this one event ID, so suppressions and tools know it. */
const code = "Model";

/** A text of this length is enough to recognise a token by. */
const lexemeLimit = 200;

function found(kind: TokenKind, lexeme: string): string {
  const clipped = lexeme.length > lexemeLimit ? `${lexeme.slice(0, lexemeLimit)}…` : lexeme;
  return kind === "EOF" ? "EOF" : describeToken(kind, clipped);
}

/** What each syntax error says; the parser puts the place in front of it. */
export const messages = {
  expected: (kinds: readonly TokenKind[], kind: TokenKind, lexeme: string): string => {
    const names = kinds.map((expected) => describeToken(expected)).join(", ");
    return kinds.length === 1
      ? `Expected ${names} but found ${found(kind, lexeme)}`
      : `Expected one of ${names}; but found ${found(kind, lexeme)}`;
  },
  expectedLineBreak: (kind: TokenKind, lexeme: string): string =>
    `Expected a line break, but found ${found(kind, lexeme)}`,
  expectedWhitespace: (kind: TokenKind, lexeme: string): string =>
    `Expected one or more whitespace characters, but found ${found(kind, lexeme)}`,
  expectedNamespace: (kind: TokenKind, lexeme: string): string =>
    `Expected a namespace definition but found ${found(kind, lexeme)}`,
  tooDeep: (limit: number): string => `Parser exceeded maximum allowed depth of ${limit}`,
  duplicateControl: (key: string): string => `Duplicate control statement \`${key}\``,
  unsupportedVersion: (version: string): string => `Unsupported Smithy version number: ${version}`,
  unknownShapeType: (type: string): string => `Unknown shape type: ${type}`,
  conflictingMember: (name: string): string => `Found conflicting member name, \`${name}\``,
  duplicateMember: (name: string, shape: string): string => `Duplicate member of \`${shape}\`: '${name}'`,
  traitsOnApply: (): string => "Traits applied to apply statement",
  duplicateProperty: (name: string, shape: string): string => `Duplicate operation ${name} property for \`${shape}\``,
  unknownProperty: (name: string, shape: string): string => `Unknown property ${name} for ${shape}`,
  elisionVersion: (): string => "Members can only elide targets in IDL version 2 or later",
  defaultVersion: (): string => "@default assignment is only supported in IDL version 2 or later",
  mixinsVersion: (): string => versionRule("Mixins", "use mixins"),
  inlineVersion: (): string => versionRule("Inlined operation inputs and outputs", "use inlined IO"),
  propertiesVersion: (): string => versionRule("Resource properties", "use resource properties"),
  forResourceVersion: (): string =>
    "Structures can only be bound to resources with Smithy version 2 or later. Attempted to bind a structure to a " +
    "resource with version `1.0`.",
} as const;

function versionRule(subject: string, attempt: string): string {
  return `${subject} can only be used with Smithy version 2 or later. Attempted to ${attempt} with version \`1.0\`.`;
}

/** A text that the grammar, or a rule that a file alone can break, does not allow. */
export const syntaxError = defineDiagnostic(
  code,
  "ERROR",
  (line: number, column: number, message: string) => `Syntax error at line ${line}, column ${column}: ${message}`,
);

export const invalidVersionValue = defineDiagnostic(
  code,
  "ERROR",
  (value: string) => `The $version control statement must have a string value, but found ${value}`,
);

export const useOfMember = defineDiagnostic(code, "ERROR", () => "Use statements cannot use members");

export const conflictingUse = defineDiagnostic(
  code,
  "ERROR",
  (id: string, earlier: string) => `Cannot use name \`${id}\` because it conflicts with \`${earlier}\``,
);

export const duplicateKey = defineDiagnostic(code, "ERROR", (key: string) => `Duplicate member: '${key}'`);

export const duplicateTraitKey = defineDiagnostic(
  code,
  "ERROR",
  (key: string) => `Duplicate member of trait: '${key}'`,
);

/** Smithy's text has no second backtick either. */
export const unknownControl = defineDiagnostic(
  code,
  "WARNING",
  (key: string, value: string) => `Unknown control statement \`${key}\` with value \`${value}`,
);

export const expectedString = defineDiagnostic(code, "ERROR", (kind: string) => `Expected string, but found ${kind}.`);

export const strayDocumentation = defineDiagnostic(
  "Model.BadDocumentationComment",
  "WARNING",
  (text: string) =>
    "Found documentation comments ('///') attached to nothing. Documentation comments must appear on their own lines, " +
    `directly before shapes and members, and before any traits. The invalid comments were: ${text}`,
);
