import type { TokenKind } from "./token.js";

/** What to try where the grammar wants one token and a person took another for it; undefined for other mistakes. */
export function tokenHint(expected: readonly TokenKind[], kind: TokenKind, lexeme: string): string | undefined {
  if (kind === "ERROR" && lexeme === "'") return "Strings stand in double quotation marks.";
  if (kind === "ERROR" && lexeme === ";") return "Statements and members end with their line, without a semicolon.";
  if (kind === "ERROR" && lexeme === "/") return "A comment begins with two slashes and ends with its line.";
  if (expected.length > 1) return undefined;
  switch (`${expected[0]} ${kind}`) {
    case "COLON EQUAL":
      return 'Write ":" instead of "=".';
    case "EQUAL COLON":
      return 'Write "=" instead of ":".';
    default:
      return undefined;
  }
}

/** For a word that is no shape type but begins another statement. */
const misplaced: ReadonlyMap<string, string> = new Map([
  ["use", "Use statements stand between the namespace and the first shape."],
  ["metadata", "Metadata stands in front of the namespace."],
  ["namespace", "A file has one namespace, in front of all its shapes."],
  ["with", "Mixins stand on the line of the shape's name."],
  ["for", "The resource of a shape stands on the line of the shape's name."],
]);

export function misplacedWordHint(word: string): string | undefined {
  return misplaced.get(word);
}

export const hints = {
  traitBody: "The parenthesis of a trait follows its name without a space.",
  memberTarget: "A member names its shape: define the list, map or structure as a shape of its own.",
  comma: "Leave out the comma.",
  behindValue: "What follows a value stands on the next line.",
} as const;
