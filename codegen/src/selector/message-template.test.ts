import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { expandTemplate, parseMessageTemplate } from "./message-template.js";

const { model } = loadModel([
  createSource("m.smithy", '$version: "2"\nnamespace a\n@tags(["b", "a"]) @deprecated(since: "1") string S'),
]);
const shape = model.shapes.get("a#S");

describe("message templates", () => {
  it.each([
    ["plain", "plain"],
    ["@@@@", "@@"],
    ["@{id} of @{id|namespace}", "a#S of a"],
    ["@{trait|tags} @{trait|tags|(values)}", '["b","a"] ["a", "b"]'],
    ["@{trait|deprecated} @{trait|deprecated|since}", '{"since":"1"} "1"'],
    ["[@{trait|required}] @{trait|(keys)}", "[] [smithy.api#deprecated, smithy.api#tags]"],
    ["@{var|none}", "[]"],
  ])("%s: %s", (text, message) => {
    const parsed = parseMessageTemplate(text);
    if (!("template" in parsed) || shape === undefined) throw new Error("It parses");
    expect(expandTemplate(parsed.template, model, shape, new Map())).toEqual({ message, problem: undefined });
  });

  it.each([
    ["@", "line 1 column 2", "Expected: '{', but found '[EOF]'"],
    ["a\n@{", "line 2 column 3", "Expected a valid identifier character, but found '[EOF]'"],
    ["@{a", "line 1 column 4", "Expected: '}', but found '[EOF]'"],
  ])("refuses %j", (text, place, reason) => {
    const problem = `Syntax error at ${place} of EmitEachSelector message template: ${reason}`;
    expect(parseMessageTemplate(text)).toEqual({ problem });
  });
});
