import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { shapeRecursionRule } from "./shape-recursion.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `list A { member: B }
map B { key: String, value: A }
list C { member: C }
list D { member: S }
structure S { d: D }`,
    [
      "ERROR ShapeRecursion a#A: Found invalid shape recursion: a#A$member > a#B > a#B$value > a#A. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure.",
      "ERROR ShapeRecursion a#B: Found invalid shape recursion: a#B$value > a#A > a#A$member > a#B. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure.",
      "ERROR ShapeRecursion a#C: Found invalid shape recursion: a#C$member > a#C. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure.",
    ],
  ],
  [
    `structure A { @required b: B, @required c: B, d: A }
structure B { @required a: A }`,
    [
      "ERROR ShapeRecursion a#A: Found invalid shape recursion: a#A$b > a#B > a#B$a > a#A. A structure cannot be mutually recursive through all required members.",
      "ERROR ShapeRecursion a#A: Found invalid shape recursion: a#A$c > a#B > a#B$a > a#A. A structure cannot be mutually recursive through all required members.",
      "ERROR ShapeRecursion a#B: Found invalid shape recursion: a#B$a > a#A > a#A$b > a#B. A structure cannot be mutually recursive through all required members.",
      "ERROR ShapeRecursion a#B: Found invalid shape recursion: a#B$a > a#A > a#A$c > a#B. A structure cannot be mutually recursive through all required members.",
    ],
  ],
  [
    `union U { a: U }
union V { a: S }
structure S { @required v: V }
union W { a: W, b: String }
union X { a: T }
structure T { x: X }`,
    [
      "ERROR ShapeRecursion a#U: It is impossible to create instances of this recursive union",
      "ERROR ShapeRecursion a#V: It is impossible to create instances of this recursive union",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(shapeRecursionRule, text)).toEqual(findings);
});
