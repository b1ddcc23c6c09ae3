import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { mediaTypeRule } from "./media-type.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@mediaType("application/json; a=b; c=\\"d\\\\\\"e\\"")
blob B`,
    [],
  ],
  [
    `@mediaType("application")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"application\": Syntax error at line 1, column 12: Expected: '/', but found '[EOF]'",
    ],
  ],
  [
    `@mediaType("a/")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/\": Syntax error at line 1, column 3: Found '[EOF]', but expected one of the following tokens: '!' '#' '$' '%' '&' ''' '*' '+' '-' '.' '^' '_' '`' '|' '~' '0' '1' '2' '3' '4' '5' '6' '7' '8' '9' 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' 'u' 'v' 'w' 'x' 'y' 'z' 'A' 'B' 'C' 'D' 'E' 'F' 'G' 'H' 'I' 'J' 'K' 'L' 'M' 'N' 'O' 'P' 'Q' 'R' 'S' 'T' 'U' 'V' 'W' 'X' 'Y' 'Z'",
    ],
  ],
  [
    `@mediaType("a/b c")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/b c\": Syntax error at line 1, column 5: Expected: ';', but found 'c'",
    ],
  ],
  [
    `@mediaType("a/b;")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/b;\": Syntax error at line 1, column 5: Found '[EOF]', but expected one of the following tokens: '!' '#' '$' '%' '&' ''' '*' '+' '-' '.' '^' '_' '`' '|' '~' '0' '1' '2' '3' '4' '5' '6' '7' '8' '9' 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' 'u' 'v' 'w' 'x' 'y' 'z' 'A' 'B' 'C' 'D' 'E' 'F' 'G' 'H' 'I' 'J' 'K' 'L' 'M' 'N' 'O' 'P' 'Q' 'R' 'S' 'T' 'U' 'V' 'W' 'X' 'Y' 'Z'",
    ],
  ],
  [
    `@mediaType("a/b; c")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/b; c\": Syntax error at line 1, column 7: Expected: '=', but found '[EOF]'",
    ],
  ],
  [
    `@mediaType("a/b; c=")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/b; c=\": Syntax error at line 1, column 8: Found '[EOF]', but expected one of the following tokens: '!' '#' '$' '%' '&' ''' '*' '+' '-' '.' '^' '_' '`' '|' '~' '0' '1' '2' '3' '4' '5' '6' '7' '8' '9' 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' 'u' 'v' 'w' 'x' 'y' 'z' 'A' 'B' 'C' 'D' 'E' 'F' 'G' 'H' 'I' 'J' 'K' 'L' 'M' 'N' 'O' 'P' 'Q' 'R' 'S' 'T' 'U' 'V' 'W' 'X' 'Y' 'Z'",
    ],
  ],
  [
    `@mediaType("a/b; c=\\"d")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a/b; c=\"d\": Syntax error at line 1, column 10: Expected: '\"', but found '[EOF]'",
    ],
  ],
  [
    `@mediaType("a/b; c=\\"d\\\\")
blob B`,
    [
      'ERROR MediaType a#B: Invalid mediaType value, "a/b; c="d\\": Syntax error at line 1, column 11: Expected character after escape',
    ],
  ],
  [
    `@mediaType("a\\nb")
blob B`,
    [
      "ERROR MediaType a#B: Invalid mediaType value, \"a\nb\": Syntax error at line 1, column 2: Expected: '/', but found '\n'",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(mediaTypeRule, text)).toEqual(findings);
});
