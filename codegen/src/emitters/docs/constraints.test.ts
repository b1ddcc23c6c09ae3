import { expect, test } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { expectShape } from "../../shapes/model.js";
import { createSource } from "../../source/source.js";
import { constraintLines, withoutAnchors } from "./constraints.js";
import { text } from "./page.js";
import { typeLabel } from "./type-label.js";

const { model } = loadModel([
  createSource(
    "types.smithy",
    `$version: "2.0"
namespace test.docs

structure Holder {
    plain: String
    limited: Limited
    @length(min: 7)
    narrowed: Limited
    @length(min: 64, max: 64)
    fixed: String
    @range(min: 1, max: 1000)
    number: Integer
    @range(max: 9007199254740993)
    big: BigInteger
    list: Items
    one: One
    nested: Nested
    objects: Objects
    map: Map
    labels: Labels
    kind: Kind
    level: Level
    blob: Blob
    document: Document
    when: Timestamp
    other: Other
    nothing: Unit
}

@length(min: 0, max: 5)
@pattern("^[a-z]+$")
string Limited

@length(min: 1, max: 100)
list Items { member: Limited }

@length(min: 1, max: 1)
@uniqueItems
list One { member: Integer }

list Nested { member: Items }
list Objects { member: Other }

@length(max: 50)
map Map { key: Limited, value: Kind }

map Labels { key: String, value: Items }

enum Kind {
    A = "a"
    B = "b"
}
intEnum Level {
    LOW = 1
    HIGH = 2
}
structure Other {}
`,
  ),
]);

const cases: readonly { member: string; type: string; lines: readonly string[] }[] = [
  { member: "plain", type: "String", lines: [] },
  {
    member: "limited",
    type: "String",
    lines: ["Length Constraints: Minimum length of 0. Maximum length of 5.", "Pattern: `[a-z]+`"],
  },
  { member: "narrowed", type: "String", lines: ["Length Constraints: Minimum length of 7.", "Pattern: `[a-z]+`"] },
  { member: "fixed", type: "String", lines: ["Length Constraints: Fixed length of 64."] },
  { member: "number", type: "Integer", lines: ["Valid Range: Minimum value of 1. Maximum value of 1000."] },
  { member: "big", type: "BigInteger", lines: ["Valid Range: Maximum value of 9007199254740993."] },
  {
    member: "list",
    type: "Array of strings",
    lines: [
      "Array Members: Minimum number of 1 item. Maximum number of 100 items.",
      "Length Constraints: Minimum length of 0. Maximum length of 5.",
      "Pattern: `[a-z]+`",
    ],
  },
  { member: "one", type: "Array of integers", lines: ["Array Members: Fixed number of 1 item. Each item only once."] },
  {
    member: "nested",
    type: "Array of arrays of strings",
    lines: [
      "Array Members: Minimum number of 1 item. Maximum number of 100 items.",
      "Length Constraints: Minimum length of 0. Maximum length of 5.",
      "Pattern: `[a-z]+`",
    ],
  },
  { member: "objects", type: "Array of <test.docs#Other> objects", lines: [] },
  {
    member: "map",
    type: "String to string map",
    lines: [
      "Map Entries: Maximum number of 50 items.",
      "Key Length Constraints: Minimum length of 0. Maximum length of 5.",
      "Key Pattern: `[a-z]+`",
      "Value Valid Values: `a | b`",
    ],
  },
  {
    member: "labels",
    type: "String to array of strings map",
    lines: [
      "Value Array Members: Minimum number of 1 item. Maximum number of 100 items.",
      "Value Length Constraints: Minimum length of 0. Maximum length of 5.",
      "Value Pattern: `[a-z]+`",
    ],
  },
  { member: "kind", type: "String", lines: ["Valid Values: `a | b`"] },
  { member: "level", type: "Integer", lines: ["Valid Values: `1 | 2`"] },
  { member: "blob", type: "Base64-encoded binary data object", lines: [] },
  { member: "document", type: "JSON value", lines: [] },
  { member: "when", type: "Timestamp", lines: [] },
  { member: "other", type: "<test.docs#Other> object", lines: [] },
  { member: "nothing", type: "Empty object", lines: [] },
];

test.each(cases)("$member is a $type", ({ member: name, type, lines }) => {
  const member = expectShape(model, "test.docs#Holder").members.get(name);
  if (member === undefined) throw new Error(`No member ${name}`);
  const label = typeLabel(model, member.target, (id) => text(`<${id}>`));
  expect(label.map((part) => part.text).join("")).toBe(type);
  const shown = constraintLines(model, member).map(
    (line) => `${line.label}: ${line.isCode ? `\`${line.value}\`` : line.value}`,
  );
  expect(shown).toEqual(lines);
});

test.each([
  ["^[0-9]{12}$", "[0-9]{12}"],
  ["^(a|b)$", "(a|b)"],
  ["^[|]$", "[|]"],
  ["^a|b$", "^a|b$"],
  ["^a\\$", "^a\\$"],
  ["^a\\\\$", "a\\\\"],
  ["^a", "^a"],
  ["a$", "a$"],
  ["a", "a"],
])("%s is shown as %s", (pattern, shown) => {
  expect(withoutAnchors(pattern)).toBe(shown);
});
