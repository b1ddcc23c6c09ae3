import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { reservedWordsLinter } from "./reserved-words.js";

describe("reservedWordsLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      { reserved: [{ words: ["Foo", "bar*"], reason: "It is taken." }] },
      "structure foo { Bart: String, foos: String }",
      [
        "DANGER ReservedWords a#foo: The word `foo` is reserved. It is taken.",
        "DANGER ReservedWords a#foo$Bart: The word `Bart` is reserved. It is taken.",
      ],
    ],
    [
      { reserved: [{ terms: ["onion"], selector: "member" }] },
      "structure Onion { onionRing: String, union: String, onions: String }",
      ["DANGER ReservedWords a#Onion$onionRing: The word `onionRing` is reserved. "],
    ],
    [
      { reserved: [{ words: ["*ing", "*n*"] }] },
      "string Sing\nstring Lunar\nstring Sky",
      [
        "DANGER ReservedWords a#Sing: The word `Sing` is reserved. ",
        "DANGER ReservedWords a#Lunar: The word `Lunar` is reserved. ",
      ],
    ],
    [
      { reserved: [{ words: ["a*b"] }] },
      "",
      [
        'Deserialization error at (/reserved/0): unable to create software.amazon.smithy.linters.ReservedWordsValidator$ReservedWords from {"words":["a*b"]}: Unable to deserialize a Node when invoking target constructor: Invalid inner \'*\' in wildcard pattern: a*b',
      ],
    ],
    [
      { reserved: [{ words: ["s"], selector: "[x]" }] },
      "string S",
      ["ERROR ReservedWords undefined: The selector `[x]` fails: Invalid shape selector attribute: x"],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(reservedWordsLinter, configuration, text)).toEqual(findings);
  });
});
