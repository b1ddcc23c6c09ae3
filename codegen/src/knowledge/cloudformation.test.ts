import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { cfnResources } from "./cloudformation.js";

function resourceOf(text: string) {
  const { model } = loadModel([createSource("model.smithy", `$version: "2"\nnamespace a\n${text}`)]);
  return cfnResources(model).get("a#R");
}

/** Each property with what it may do and where it comes from. */
function propertiesOf(text: string): readonly string[] {
  const properties = resourceOf(text)?.properties ?? new Map();
  return Array.from(properties, ([name, { mutabilities, shapeIds }]) => {
    return `${name}: ${[...mutabilities].toSorted().join("+")} of ${shapeIds.join(", ")}`;
  });
}

const trait = "@aws.cloudformation#cfnResource";

describe("cfnResources", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "reads what an operation gives and writes what it takes",
      `${trait} resource R { identifiers: { id: String }, create: C, read: G, update: U }
operation C { input := { x: String, y: String } }
@readonly operation G { input := { @required id: String }, output := { x: String } }
operation U { input := { @required id: String, x: String } }`,
      [
        "id: read of smithy.api#String",
        "x: create+read+write of a#CInput$x, a#GOutput$x, a#UInput$x",
        "y: create of a#CInput$y",
      ],
    ],
    [
      "says identifiers in a put, and follows what the model says",
      `${trait} resource R { identifiers: { id: String }, put: P }
@idempotent operation P { input := {
 @required id: String
 @aws.cloudformation#cfnMutability("full") x: String
 @aws.cloudformation#cfnExcludeProperty y: String
 @notProperty z: String
} }`,
      ["id: create+read of smithy.api#String", "x: create+read+write of a#PInput$x"],
    ],
    [
      "takes properties from a nested structure and from other schemas",
      `@aws.cloudformation#cfnResource(additionalSchemas: [More])
resource R { identifiers: { id: String }, create: C }
operation C { input := { @nestedProperties n: Nested } }
structure Nested { x: Nested, y: String }
structure More { m: String }`,
      ["id: read of smithy.api#String", "x: create of a#Nested$x", "y: create of a#Nested$y", "m:  of a#More$m"],
    ],
    [
      "hands identifiers of parents on",
      `service S { version: "1", resources: [P] }
resource P { identifiers: { p: String }, resources: [R] }
${trait} resource R { identifiers: { p: String, r: String } }`,
      ["p: create+read of smithy.api#String", "r: read of smithy.api#String"],
    ],
  ])("%s", (_, text, properties) => {
    expect(propertiesOf(text)).toEqual(properties);
  });

  it("makes the identifiers additional ones where another property is the primary", () => {
    const resource = resourceOf(`@aws.cloudformation#cfnResource(name: "Thing", primaryIdentifier: "arn")
resource R { identifiers: { id: String }, properties: { arn: String }, read: G }
@readonly operation G { input := {
 @required id: String
 @aws.cloudformation#cfnAdditionalIdentifier @notProperty alias: String
} }`);
    expect(resource?.name).toBe("Thing");
    expect(resource?.primaryIdentifiers).toEqual(["arn"]);
    expect(resource?.additionalIdentifiers).toEqual([["alias"], ["id"]]);
  });
});
