import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { parseJsonText } from "../../loader/json-text.js";
import { expectShape } from "../../shapes/model.js";
import { createSource } from "../../source/source.js";
import { checkNode } from "./check-node.js";
import type { NodeCheckOptions, NodeFinding } from "./node-check.js";

const { model, diagnostics: problems } = loadModel([
  createSource(
    "model.smithy",
    `$version: "2"
    namespace a
    enum Suit {
      @enumValue("club") CLUB
      @enumValue("heart") HEART
    }
    intEnum Level {
      @enumValue(1) LOW
      @enumValue(2) HIGH
    }
    @length(min: 2, max: 3) @pattern("^[a-z]*$") string Short
    @range(min: -1.5, max: 10) float Range
    @range(min: 9007199254740993) bigInteger Big
    @length(max: 2) blob Bytes
    @length(max: 2) string Emoji
    @uniqueItems list Unique { member: Document2 }
    structure Document2 { value: Integer }
    list Names { member: Short }
    @sparse list Sparse { member: Short }
    @length(min: 1) map Numbers { key: Short, value: Integer }
    union Either { left: String, right: Integer }
    @idRef(failWhenMissing: true) string Reference
    @idRef(failWhenMissing: true, errorMessage: "No such thing") string Custom
    @timestampFormat("date-time") timestamp DateTime
    structure Holder {
      @required needed: Boolean
      @length(max: 1) short: Short
      @timestampFormat("epoch-seconds") at: DateTime
      @timestampFormat("http-date") web: Timestamp
      any: Document
      next: Holder
      __proto__: String
    }`
      .replaceAll(", HEART", "\nHEART")
      .replaceAll(", HIGH", "\nHIGH"),
  ),
]);

function check(shape: string, json: string, options?: NodeCheckOptions): readonly NodeFinding[] {
  const { value } = parseJsonText(createSource("value.json", json));
  if (value === undefined) throw new Error(`No JSON: ${json}`);
  const id = shape.includes("#") ? shape : `a#${shape}`;
  return checkNode(model, expectShape(model, id), value, options);
}

function findings(shape: string, json: string, options?: NodeCheckOptions): readonly string[] {
  return check(shape, json, options).map(({ path, message }) => `${path}: ${message}`);
}

describe("checkNode", () => {
  it("has a sound model to check with", () => {
    expect(problems.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  });

  it.each([
    ["smithy.api#String", '"x"'],
    ["smithy.api#Blob", '"x"'],
    ["smithy.api#Boolean", "true"],
    ["smithy.api#Byte", "-128"],
    ["smithy.api#Long", "9223372036854775807"],
    ["smithy.api#Long", "-9223372036854775809"],
    ["smithy.api#BigInteger", "123456789012345678901234567890"],
    ["smithy.api#Double", '"-Infinity"'],
    ["smithy.api#BigDecimal", "1.50"],
    ["smithy.api#Timestamp", "1.5"],
    ["smithy.api#Timestamp", '"1985-04-12T23:20:50.52Z"'],
    ["smithy.api#Document", '{"a": [null]}'],
    ["Suit", '"club"'],
    ["Level", "2"],
    ["Short", '"ab"'],
    ["Range", "-1.5"],
    ["Big", "9007199254740993"],
    ["Bytes", '"é"'],
    ["Emoji", '"\u{1F600}"'],
    ["Either", "{}"],
    ["Unique", '[{"value": 1}, {"value": 2}]'],
    ["Unique", '[{"value": 1}, {"value": 2}, {}]'],
    ["Numbers", '{"ab": 1}'],
    ["Either", '{"left": "x"}'],
    ["Reference", '"a#Holder$needed"'],
    ["Holder", '{"needed": true, "at": 1, "web": "Tue, 29 Apr 2014 18:30:38 GMT", "next": {"needed": false}}'],
  ])("takes for %s: %s", (shape, json) => {
    expect(findings(shape, json)).toEqual([]);
  });

  it.each([
    [
      "smithy.api#String",
      "10",
      ": Expected string value for string shape, `smithy.api#String`; found number value, `10`",
    ],
    ["smithy.api#String", "null", ": Expected string value for string shape, `smithy.api#String`; found null value"],
    [
      "smithy.api#Boolean",
      '"hi"',
      ": Expected boolean value for boolean shape, `smithy.api#Boolean`; found string value, `hi`",
    ],
    ["smithy.api#Byte", "128", ": byte value must be < 127, but found 128"],
    ["smithy.api#Integer", "-2147483649", ": integer value must be > -2147483648, but found -2147483649"],
    [
      "smithy.api#Long",
      "1.5e10",
      ": long shapes must not have floating point values, but found `1.5E10` provided for `smithy.api#Long`",
    ],
    [
      "smithy.api#Long",
      "100.0",
      ": long shapes must not have floating point values, but found `100.0` provided for `smithy.api#Long`",
    ],
    [
      "smithy.api#Integer",
      "1.5",
      ": integer shapes must not have floating point values, but found `1.5` provided for `smithy.api#Integer`",
    ],
    [
      "smithy.api#Float",
      '"x"',
      ': Value for `smithy.api#Float` must either be numeric or one of the following strings: ["NaN", "Infinity", "-Infinity"], but was "x"',
    ],
    ["Suit", '"CLUB"', ": String value provided for `a#Suit` must be one of the following values: `club`, `heart`"],
    ["Level", "3", ": Integer value provided for `a#Level` must be one of the following values: `1`, `2`, but found 3"],
    [
      "Short",
      '"a"',
      ": String value provided for `a#Short` must be >= 2 characters, but the provided value is only 1 characters.",
    ],
    [
      "Short",
      '"abcd"',
      ": String value provided for `a#Short` must be <= 3 characters, but the provided value is 4 characters.",
    ],
    ["Short", '"AB"', ": String value provided for `a#Short` must match regular expression: ^[a-z]*$"],
    [
      "Bytes",
      '"éa"',
      ": Value provided for `a#Bytes` must have no more than 2 bytes, but the provided value has 3 bytes",
    ],
    [
      "Numbers",
      "{}",
      ": Value provided for `a#Numbers` must have at least 1 entries, but the provided value only has 0 entries",
    ],
    ["Range", "-1.6", ": Value provided for `a#Range` must be greater than or equal to -1.5, but found -1.6"],
    ["Range", '"Infinity"', ': Value provided for `a#Range` must be less than or equal to 10, but found "Infinity"'],
    [
      "Range",
      '"NaN"',
      ': Value provided for `a#Range` must be a number because the `smithy.api#range` trait is applied, but found "NaN"',
    ],
    [
      "Big",
      "9007199254740992",
      ": Value provided for `a#Big` must be greater than or equal to 9007199254740993, but found 9007199254740992",
    ],
    [
      "Unique",
      '[{"value": 1}, {"value": 1}]',
      ': Value provided for `a#Unique` must have unique items, but the following items had multiple entries: [`{"value":1}`]',
    ],
    [
      "Names",
      '["ab", "a"]',
      ".1: String value provided for `a#Short` must be >= 2 characters, but the provided value is only 1 characters.",
    ],
    [
      "Numbers",
      '{"AB": 1}',
      ".AB (map-key): String value provided for `a#Short` must match regular expression: ^[a-z]*$",
    ],
    [
      "Numbers",
      '{"ab": "x"}',
      ".ab: Expected number value for integer shape, `smithy.api#Integer`; found string value, `x`",
    ],
    ["Either", '{"left": "x", "right": 1}', ": union values can contain a value for only a single member"],
    ["Either", '{"middle": 1}', ": Member `middle` does not exist in `a#Either`"],
    ["Reference", '"a#Nothing"', ": Shape ID `a#Nothing` was not found in the model"],
    ["Reference", '"nothing!"', ": Invalid shape ID: nothing!"],
    ["Custom", '"a#Nothing"', ": No such thing"],
    ["Holder", "{}", ": Missing required structure member `needed` for `a#Holder`"],
    ["Holder", '{"needed": true, "other": 1}', ": Member `other` does not exist in `a#Holder`"],
    ["Holder", '{"needed": true, "toString": 1}', ": Member `toString` does not exist in `a#Holder`"],
    [
      "Holder",
      '{"needed": true, "short": "ab"}',
      ".short: String value provided for `a#Holder$short` must be <= 1 characters, but the provided value is 2 characters.",
    ],
    ["Holder", '{"needed": true, "next": {}}', ".next: Missing required structure member `needed` for `a#Holder`"],
    [
      "Holder",
      '{"needed": true, "at": "1985-04-12T23:20:50.52Z"}',
      ".at: Invalid string value provided for a timestamp with a `epoch-seconds` format.",
    ],
    [
      "Holder",
      '{"needed": true, "web": "Mon, 29 Apr 2014 18:30:38 GMT"}',
      ".web: Invalid value provided for http-date formatted timestamp. Expected a string value that matches the IMF-fixdate production of RFC 9110 section-5.6.7. Found: Mon, 29 Apr 2014 18:30:38 GMT",
    ],
    ["DateTime", "1", ': Expected a string value for a date-time timestamp (e.g., "1985-04-12T23:20:50.52Z")'],
    [
      "smithy.api#Timestamp",
      '"2020-02-30T00:00:00Z"',
      ': Invalid string value, `2020-02-30T00:00:00Z`, provided for timestamp, `smithy.api#Timestamp`. Expected an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")',
    ],
  ])("refuses for %s: %s", (shape, json, message) => {
    expect(findings(shape, json)).toEqual([message]);
  });

  it("finds null where nothing may be absent, and takes it as absent where it is told to", () => {
    const noString = "Expected string value for string shape, `a#Short`; found null value";
    expect(findings("Names", '["ab", null]')).toEqual([
      ".1: Non-sparse list shape `a#Names` cannot contain null values",
      `.1: ${noString}`,
    ]);
    expect(findings("Sparse", "[null]")).toEqual([`.0: ${noString}`]);
    expect(findings("Sparse", "[null]", { allowOptionalNulls: true })).toEqual([]);
    expect(findings("Holder", '{"needed": null}', { allowOptionalNulls: true })).toEqual([
      ".needed: Required structure member `needed` for `a#Holder` cannot be null",
    ]);
  });

  it.each<[NodeCheckOptions, string, string, string]>([
    [{ allowConstraintErrors: true }, "Short", '"a"', "WARNING"],
    [{ allowConstraintErrors: true }, "Holder", "{}", "WARNING"],
    [{ allowConstraintErrors: true }, "Short", "1", "ERROR"],
    [{ allowZeroOutOfRange: true }, "Big", "0", "WARNING"],
    [{ allowZeroOutOfRange: true }, "Big", "1", "ERROR"],
    [{ base64Blobs: true }, "Bytes", '"!"', "ERROR"],
    [{ base64Blobs: true }, "Bytes", '"AAAA"', "ERROR"],
  ])("with %j finds for %s: %s: %s", (options, shape, json, severity) => {
    expect(check(shape, json, options).map((finding) => finding.severity)).toEqual([severity]);
  });

  it("reads every timestamp as seconds where it is told to", () => {
    expect(findings("DateTime", "1", { timestamps: "epoch-seconds" })).toEqual([]);
    expect(findings("DateTime", '"1985-04-12T23:20:50Z"', { timestamps: "epoch-seconds" })).toHaveLength(1);
  });

  it("reads a member named __proto__ as any other", () => {
    expect(findings("Holder", '{"needed": true, "__proto__": 1}')).toEqual([
      ".__proto__: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
    ]);
  });
});
