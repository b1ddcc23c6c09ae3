import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { Scanner } from "./scanner.js";

/** The tokens of a text, each with its lexeme or, for an ERROR, its reason. */
function scan(text: string): string[] {
  const scanner = new Scanner(createSource("a.smithy", text));
  const tokens: string[] = [];
  for (; scanner.kind !== "EOF"; scanner.next()) {
    tokens.push(`${scanner.kind} ${scanner.lexeme}${scanner.kind === "ERROR" ? ` ⇒ ${scanner.error}` : ""}`);
  }
  return tokens;
}

describe("tokens", () => {
  it.each([
    [
      "@ # $ . , : := = ( ) [ ] { }",
      "AT @|POUND #|DOLLAR $|DOT .|COMMA ,|COLON :|WALRUS :=|EQUAL =|LPAREN (|RPAREN )|LBRACKET [|RBRACKET ]|LBRACE {|RBRACE }",
    ],
    ["a Ab_1 _a __1b", "IDENTIFIER a|IDENTIFIER Ab_1|IDENTIFIER _a|IDENTIFIER __1b"],
    [
      "0 -0 10 1.50 1e5 1E+2 -1.0e-10",
      "NUMBER 0|NUMBER -0|NUMBER 10|NUMBER 1.50|NUMBER 1e5|NUMBER 1E+2|NUMBER -1.0e-10",
    ],
    ['"a" "" "\\"" """\n"""', 'STRING "a"|STRING ""|STRING "\\""|TEXT_BLOCK """\n"""'],
    ["a// x", "IDENTIFIER a|COMMENT // x"],
    ["/// x", "DOC_COMMENT /// x"],
    ["a-b", "IDENTIFIER a|ERROR - ⇒ Invalid number '-': '-' must be followed by a digit|IDENTIFIER b"],
    [":=: :", "WALRUS :=|COLON :|COLON :"],
  ])("%s", (text, expected) => {
    expect(scan(text).filter((token) => !token.startsWith("SPACE"))).toEqual(expected.split("|"));
  });

  it("keeps every kind of line break apart from spaces", () => {
    expect(scan(" \t\n\r\n\r ")).toEqual(["SPACE  \t", "NEWLINE \n", "NEWLINE \r\n", "NEWLINE \r", "SPACE  "]);
  });

  it("passes over a byte order mark", () => {
    expect(scan("\ufeff$")).toEqual(["DOLLAR $"]);
  });

  it("goes on with quotation marks behind a closed text block", () => {
    expect(scan('"""\na""""b"')).toEqual(['TEXT_BLOCK """\na"""', 'STRING "b"']);
  });
});

describe("what is no token", () => {
  it.each([
    ["1.", "Invalid number '1.': '.' must be followed by a digit"],
    ["1.a", "Invalid number '1.': '.' must be followed by a digit"],
    ["1e", "Invalid number '1e': 'e', '+', and '-' must be followed by a digit"],
    ["1.0e+", "Invalid number '1.0e+': 'e', '+', and '-' must be followed by a digit"],
    ["-", "Invalid number '-': '-' must be followed by a digit"],
    ["_ ", "Syntax error at line 1, column 2: Expected a valid identifier character, but found ' '"],
    ["__", "Syntax error at line 1, column 3: Expected a valid identifier character, but found '[EOF]'"],
    ["/ ", "Expected a '/' to follow '/' to form a comment."],
    ["!", "Unexpected character: '!'"],
    ["é", "Unexpected character: 'é'"],
    ["😀", "Unexpected character: '😀'"],
    ["\u00a0", "Unexpected character: '\u00a0'"],
    ["\ud800", "Unexpected character: '\ud800'"],
    ['"\\q"', "Error parsing quoted string: Invalid escape found in string: `\\q`"],
    ['"""a"""', "Error parsing text block: Text block must start with a new line"],
    ['"a\nb', `Error parsing quoted string: Syntax error at line 2, column 2: Expected: '"', but found '[EOF]'`],
    ['"""\n"', `Error parsing text block: Syntax error at line 2, column 2: Expected: '"', but found '[EOF]'`],
    ['"\\', `Error parsing quoted string: Syntax error at line 1, column 3: Expected: '"', but found '[EOF]'`],
  ])("%j", (text, error) => {
    const scanner = new Scanner(createSource("a.smithy", text));
    expect([scanner.kind, scanner.error]).toEqual(["ERROR", error]);
  });

  it("takes one line of a string that is never closed, so that the next lines can be read", () => {
    expect(scan('"a\nb')).toEqual([expect.stringMatching(/^ERROR "a ⇒/), "NEWLINE \n", "IDENTIFIER b"]);
  });
});

it("notes each comment once, also when it goes back", () => {
  const scanner = new Scanner(createSource("a.smithy", "// a\n/// b\nc"));
  while (scanner.kind !== "EOF") scanner.next();
  scanner.moveTo(0);
  while (scanner.kind !== "EOF") scanner.next();
  expect(scanner.comments).toEqual([
    { kind: "line-comment", start: 0, end: 4 },
    { kind: "documentation-comment", start: 5, end: 10 },
  ]);
});
