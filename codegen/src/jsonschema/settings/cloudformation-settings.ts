import type { NodeObject } from "../../shapes/node.js";
import { defaultJsonSchemaSettings, jsonSchemaTable, type JsonSchemaSettings } from "./json-schema-settings.js";
import { flag, readSettings, shapeIdText, text, texts, nodesByName, type SettingKind } from "./read-settings.js";

/** How resources become schemas of AWS CloudFormation (Smithy 2.0 guides, "CloudFormation configuration settings"). */
export interface CloudFormationSettings extends JsonSchemaSettings {
  readonly organizationName: string | undefined;
  readonly serviceName: string | undefined;
  readonly externalDocs: readonly string[];
  readonly sourceDocs: readonly string[];
  /** What is added to the schema of a resource: values by JSON pointer, by the ID of the resource. */
  readonly jsonAdd: NodeObject;
  readonly disableHandlerPermissionGeneration: boolean;
  readonly disableDeprecatedPropertyGeneration: boolean;
  readonly disableRequiredPropertyGeneration: boolean;
  readonly disableCapitalizedProperties: boolean;
}

const table = {
  ...jsonSchemaTable,
  alphanumericOnlyRefs: only(flag, true),
  mapStrategy: only(jsonSchemaTable.mapStrategy, "patternProperties"),
  unionStrategy: only(jsonSchemaTable.unionStrategy, "oneOf"),
  jsonSchemaVersion: only(jsonSchemaTable.jsonSchemaVersion, "draft07"),
  service: shapeIdText,
  organizationName: text,
  serviceName: text,
  externalDocs: texts("List<String>"),
  sourceDocs: texts("List<String>"),
  jsonAdd: nodesByName,
  disableHandlerPermissionGeneration: flag,
  disableDeprecatedPropertyGeneration: flag,
  disableRequiredPropertyGeneration: flag,
  disableCapitalizedProperties: flag,
} as const;

const defaults: CloudFormationSettings = {
  ...defaultJsonSchemaSettings,
  alphanumericOnlyRefs: true,
  mapStrategy: "patternProperties",
  organizationName: undefined,
  serviceName: undefined,
  externalDocs: [
    "Documentation Url",
    "DocumentationUrl",
    "API Reference",
    "User Guide",
    "Developer Guide",
    "Reference",
    "Guide",
  ],
  sourceDocs: ["Source Url", "SourceUrl", "Source", "Source Code"],
  jsonAdd: {},
  disableHandlerPermissionGeneration: false,
  disableDeprecatedPropertyGeneration: false,
  disableRequiredPropertyGeneration: false,
  disableCapitalizedProperties: false,
};

/** The setting, where CloudFormation knows one value alone. */
function only<Value>(kind: SettingKind<Value>, allowed: Value): SettingKind<Value> {
  return {
    ...kind,
    read: (node) => {
      const result = kind.read(node);
      return "value" in result && result.value !== allowed ? { ...result, isRefused: true } : result;
    },
  };
}

/** The settings of the conversion, or what is wrong with them. */
export function readCloudFormationSettings(given: NodeObject): {
  readonly settings: CloudFormationSettings;
  readonly problem: string | undefined;
} {
  const { values, problem } = readSettings(table, given, "CfnConfig");
  const { extensions: _, ...known } = values;
  const missing = known.service === undefined ? "cloudformation is missing required property, `service`" : undefined;
  return { settings: { ...defaults, ...known }, problem: problem ?? missing };
}
