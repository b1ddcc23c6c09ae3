import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import type { NodeObject } from "../../shapes/node.js";
import { createSource } from "../../source/source.js";
import { cloudFormationSchemas } from "./resource-schemas.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
use aws.cloudformation#cfnAdditionalIdentifier
use aws.cloudformation#cfnMutability
use aws.cloudformation#cfnName
use aws.cloudformation#cfnResource
use aws.iam#iamAction
service Z { resources: [Thing] }
@externalDocumentation("source": "https://s", "Guide": "https://g")
@cfnResource
resource Thing {
  identifiers: { id: String }
  create: Make
  read: Get
  delete: Drop
}
@iamAction(name: "Do", requiredActions: ["other:Act"])
operation Make { input := { @required name: String, @cfnMutability("write") secret: String, labels: Labels, @deprecated old: Part } }
@readonly operation Get {
  input := { @required id: String, @cfnAdditionalIdentifier arn: String }
  output := { @required name: String, @required @cfnName("When") at: Timestamp, either: Either }
}
@idempotent operation Drop { input := { @required id: String } }
map Labels { key: String, value: String }
structure Part { one: String }
union Either { left: String, right: Part }`,
  ),
]);

const convert = (settings: NodeObject) =>
  cloudFormationSchemas(model, { service: "a#Z", organizationName: "Org", ...settings });

function schema(settings: NodeObject = {}): unknown {
  const { document, diagnostics } = convert(settings);
  expect(diagnostics).toEqual([]);
  return (JSON.parse(JSON.stringify(document)) as Record<string, unknown>)["Org::Z::Thing"];
}

describe("cloudFormationSchemas", () => {
  it("describes a resource", () => {
    expect(schema()).toEqual({
      typeName: "Org::Z::Thing",
      description: "Definition of Org::Z::Thing Resource Type",
      sourceUrl: "https://s",
      documentationUrl: "https://g",
      definitions: {
        Either: {
          oneOf: [
            {
              type: "object",
              title: "Left",
              required: ["Left"],
              properties: { Left: { type: "string" } },
              additionalProperties: false,
            },
            {
              type: "object",
              title: "Right",
              required: ["Right"],
              properties: { Right: { $ref: "#/definitions/Part" } },
              additionalProperties: false,
            },
          ],
        },
        Labels: { type: "object", patternProperties: { ".+": { type: "string" } }, additionalProperties: false },
        Part: { type: "object", properties: { One: { type: "string" } }, additionalProperties: false },
      },
      properties: {
        Arn: { type: "string" },
        Either: { $ref: "#/definitions/Either" },
        Id: { type: "string" },
        Labels: { $ref: "#/definitions/Labels" },
        Name: { type: "string" },
        Old: { $ref: "#/definitions/Part" },
        Secret: { type: "string" },
        When: { type: "string", format: "date-time" },
      },
      required: ["Name"],
      readOnlyProperties: ["/properties/Arn", "/properties/Either", "/properties/Id", "/properties/When"],
      writeOnlyProperties: ["/properties/Labels", "/properties/Old", "/properties/Secret"],
      createOnlyProperties: ["/properties/Labels", "/properties/Name", "/properties/Old"],
      deprecatedProperties: ["/properties/Old"],
      primaryIdentifier: ["/properties/Id"],
      additionalIdentifiers: [["/properties/Arn"]],
      handlers: {
        create: { permissions: ["other:Act", "z:Do"] },
        read: { permissions: ["z:Get"] },
        delete: { permissions: ["z:Drop"] },
      },
      additionalProperties: false,
    });
  });

  it.each<[string, NodeObject, object]>([
    ["names as in the model", { disableCapitalizedProperties: true }, { primaryIdentifier: ["/properties/id"] }],
    ["additions", { jsonAdd: { "a#Thing": { "/x/y": 1 } }, schemaDocumentExtensions: { z: 2 } }, { x: { y: 1 }, z: 2 }],
    ["links by other names", { sourceDocs: ["guide"], externalDocs: [] }, { sourceUrl: "https://g" }],
  ])("%s", (_, settings, expected) => {
    expect(schema(settings)).toMatchObject(expected);
  });

  it("leaves out what is disabled", () => {
    const settings = {
      disableHandlerPermissionGeneration: true,
      disableRequiredPropertyGeneration: true,
      disableDeprecatedPropertyGeneration: true,
      disableFeatures: ["sourceUrl"],
    };
    for (const key of ["handlers", "required", "deprecatedProperties", "sourceUrl"]) {
      expect(schema(settings)).not.toHaveProperty(key);
    }
  });

  it.each<[NodeObject, string]>([
    [{ service: null }, "cloudformation is missing required property, `service`"],
    [{ service: "a#Part" }, "Expected shape `a#Part` to be an instance of `ServiceShape`, but found `structure`"],
    [{ unionStrategy: "object" }, "Deserialization error at (/): unable to create CfnConfig from "],
    [{ jsonAdd: { "a#Thing": { x: 1 } } }, "JSON pointer must start with '/': x"],
  ])("refuses %j", (settings, message) => {
    expect(convert(settings).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it("needs the name of an organisation for services that are not AWS's", () => {
    expect(cloudFormationSchemas(model, { service: "a#Z" }).diagnostics).toMatchObject([
      { message: "cloudformation is missing required property, `organizationName`" },
    ]);
  });
});
