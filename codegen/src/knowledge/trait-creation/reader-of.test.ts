import { describe, expect, it } from "vitest";
import type { Node } from "../../shapes/node.js";
import { readerOf } from "./reader-of.js";

describe("readerOf", () => {
  it.each<[string, Node, string | undefined]>([
    ["smithy.api#sparse", {}, undefined],
    ["smithy.api#sparse", "x", "Annotation traits  must be an object or omitted in the IDL, but found string"],
    ["smithy.api#tags", null, "Expected `a#S` to be an array of strings. Found null."],
    ["smithy.api#tags", ["a", 1], "Expected array element 1 to be a string but found number."],
    ["smithy.api#cors", { maxAge: "1" }, "Expected `maxAge` to be a number; found string"],
    ["smithy.api#cors", { additionalAllowedHeaders: {} }, "Expected array, but found object."],
    ["smithy.api#enum", [], "enum must have at least one entry"],
    ["smithy.api#enum", [{ name: "A" }], "Missing expected member `value`."],
    ["smithy.api#enum", [{ value: 1 }], "Expected `value` member to be a string, but found number."],
    ["smithy.api#examples", [{ output: "x" }], "Expected `output` to be an object; found string"],
    ["smithy.api#examples", [{ input: {} }], "Example title must not be null"],
    ["smithy.api#length", {}, "One of 'min' or 'max' must be provided."],
    ["smithy.api#references", [{ resource: "x" }], "Invalid shape ID: x"],
    ["smithy.api#trait", { structurallyExclusive: "x" }, "Expected one of `member`, `target`; got `x`."],
    ["smithy.api#trait", { conflicts: ["x"] }, "Invalid shape ID: x"],
    [
      "smithy.api#trait",
      { breakingChanges: [{ change: "any", path: "#x" }] },
      "Expected a string containing a valid JSON pointer: JSON pointer must start with '/': x",
    ],
    ["smithy.api#trait", { breakingChanges: [{ change: "any", severity: "SUPPRESSED" }] }, "Invalid severity"],
    ["smithy.api#trait", { breakingChanges: [{ change: "Any", path: "", severity: "NOTE" }] }, undefined],
    [
      "smithy.api#trait",
      { breakingChanges: [{ change: "x" }] },
      "Expected a string containing a valid trait diff type: No enum constant software.amazon.smithy.model.traits.TraitDefinition.ChangeType.X",
    ],
    [
      "smithy.rules#clientContextParams",
      { a: { type: "text" } },
      "type was not set on the builder (builder class is probably software.amazon.smithy.rulesengine.traits.ClientContextParamDefinition)",
    ],
    ["smithy.rules#clientContextParams", { a: { type: "timestamp" } }, undefined],
    [
      "smithy.openapi#specificationExtension",
      "x",
      'Deserialization error at (/): unable to create software.amazon.smithy.openapi.traits.SpecificationExtensionTrait from "x"',
    ],
    [
      "smithy.api#externalDocumentation",
      { Home: "nowhere" },
      'Each externalDocumentation value must be a valid URL. Found "nowhere" for name "Home"',
    ],
    ["smithy.api#externalDocumentation", { Home: "https://example.com" }, undefined],
    ["smithy.api#pattern", "(", expect.stringContaining("Invalid pattern trait regular expression: `(`. ") as string],
    ["smithy.api#pattern", "(?i)a++", undefined],
    ["smithy.api#pattern", "^a{2}{0,3}$", undefined],
    ["smithy.api#pattern", "[\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF]", undefined],
    ["aws.api#service", {}, "No sdkId was provided. Perhaps you could set this to S?"],
    ["aws.api#arn", { template: "/x" }, "Invalid aws.api#arn trait. The template must not start with '/'. Found `/x`"],
    ["aws.api#arnReference", { resource: "R" }, undefined],
    ["aws.api#arnReference", { resource: "b!" }, "Invalid shape ID: a#b!"],
    [
      "smithy.test#smokeTests",
      [{ id: "x", expect: {} }],
      "Expected an object with exactly one `success` or `failure` property, but found properties: ",
    ],
    [
      "smithy.waiters#waitable",
      { W: { acceptors: [{ state: "no" }] } },
      "Expected one of `failure`, `retry`, `success`; got `no`.",
    ],
    ["smithy.api#default", 1, undefined],
  ])("%s of %j", (trait, value, problem) => {
    expect(readerOf(trait)?.(value, "a#S")).toEqual(problem);
  });
});
