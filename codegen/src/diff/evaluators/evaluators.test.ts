import { expect, it } from "vitest";
import { changesBetween } from "../testing/changes.js";

const twoStructures = "structure I {}\nstructure J {}";
const service = "operation O { input: I }\nstructure I { s: S }\nstring S";
const ruleSet = (schemes: string) => `@smithy.rules#endpointRuleSet({
  version: "1.0", parameters: {}
  rules: [{ type: "endpoint", conditions: [], endpoint: { url: "https://a", properties: { authSchemes: [${schemes}] } } }]
})
service Z {}`;

it.each<readonly [what: string, before: string, after: string, changes: readonly string[]]>([
  [
    "values of the enum trait",
    '@enum([{value: "a", name: "A"}, {value: "b"}]) string S',
    '@enum([{value: "a", name: "B"}, {value: "c"}]) string S',
    [
      "ERROR ChangedEnumTrait.NameChanged.0 a#S: Enum `name` changed from `A` to `B` for the `a` value",
      "ERROR ChangedEnumTrait.Removed.1 a#S: Enum value `b` was removed",
      "NOTE ChangedEnumTrait.Appended.1 a#S: Enum value `c` was appended",
    ],
  ],
  [
    "the input of an operation",
    `operation O { input: I }\n${twoStructures}`,
    `operation O { input: J }\n${twoStructures}`,
    ["ERROR ChangedOperationInput.From.a#I.To.a#J a#O: Changed operation input of `a#O` from `a#I` to `a#J`"],
  ],
  [
    "the output of an operation",
    `operation O { output: I }\n${twoStructures}`,
    `operation O { output: J }\n${twoStructures}`,
    ["ERROR ChangedOperationOutput.From.a#I.To.a#J a#O: Changed operation output of `a#O` from `a#I` to `a#J`"],
  ],
  [
    "the identifiers of a resource",
    "resource R { identifiers: { a: String } }",
    "resource R { identifiers: { b: String } }",
    [
      "ERROR ChangedResourceIdentifiers a#R: Identifiers of resource `a#R` changed from {a=smithy.api#String} to {b=smithy.api#String}.",
    ],
  ],
  [
    "a trait definition that is gone",
    "@trait structure t {}",
    "",
    [
      "ERROR RemovedShape a#t: Removed structure `a#t`",
      "ERROR RemovedTraitDefinition a#t: Trait definition `a#t` was removed",
    ],
  ],
  [
    "a new name in a service",
    `service Z { operations: [O] }\n${service}`,
    `service Z { operations: [O], rename: { "a#S": "T" } }\n${service}`,
    ["ERROR ServiceRename a#Z: Service rename of `a#S` to `T` was added to an old shape"],
  ],
  [
    "another name in a service",
    `service Z { operations: [O], rename: { "a#S": "T" } }\n${service}`,
    `service Z { operations: [O], rename: { "a#S": "U" } }\n${service}`,
    ["ERROR ServiceRename a#Z: Service rename of `a#S` was changed from `T` to `U`"],
  ],
  [
    "metadata that is gone",
    'metadata m = "x"\n',
    "",
    ['DANGER RemovedMetadata.m -: Metadata key `m` was removed with the following value: "x"'],
  ],
])("reports %s", (_, before, after, changes) => {
  expect(changesBetween(before, after)).toEqual(changes);
});

it.each([
  [
    "a new scheme in front",
    '{ name: "sigv4" }',
    '{ name: "sigv4a" }, { name: "sigv4" }',
    ["DANGER EndpointSigV4Migration a#Z"],
  ],
  ["a new scheme behind", '{ name: "sigv4" }', '{ name: "sigv4" }, { name: "sigv4a" }', []],
])("reports of an endpoint's signatures %s", (_, before, after, changes) => {
  const found = changesBetween(ruleSet(before), ruleSet(after)).map((change) => change.split(": ")[0]);
  expect(found.filter((change) => change?.includes("SigV4Migration"))).toEqual(changes);
});
