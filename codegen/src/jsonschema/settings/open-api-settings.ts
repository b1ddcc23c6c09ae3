import { nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { nodeObject, withoutKeys } from "../schema/schema.js";
import { defaultJsonSchemaSettings, jsonSchemaTable, type JsonSchemaSettings } from "./json-schema-settings.js";
import { choice, flag, nodesByName, readSettings, refused, shapeIdText, text, texts } from "./read-settings.js";

/** How a service becomes an OpenAPI document (Smithy 2.0 guides, "OpenAPI configuration settings"). */
export interface OpenApiSettings extends JsonSchemaSettings {
  readonly version: "3.0.2" | "3.1.0";
  /** The protocol, where the service has several. */
  readonly protocol: ShapeId | undefined;
  /** Writes the tags of the service and of operations. */
  readonly tags: boolean;
  /** The tags to write; all when undefined. */
  readonly supportedTags: readonly string[] | undefined;
  readonly defaultBlobFormat: string;
  readonly keepUnusedComponents: boolean;
  readonly jsonContentType: string;
  readonly forbidGreedyLabels: boolean;
  readonly removeGreedyParameterSuffix: boolean;
  readonly onHttpPrefixHeaders: "FAIL" | "WARN";
  readonly ignoreUnsupportedTraits: boolean;
  /** What replaces a string of the document that equals the key. */
  readonly substitutions: NodeObject;
  /** What is added to the document, by JSON pointer. */
  readonly jsonAdd: NodeObject;
  /** The names of `externalDocumentation` that may be written, the preferred first. */
  readonly externalDocs: readonly string[];
  readonly disableIntegerFormat: boolean;
  readonly syncCorsPreflightIntegration: boolean;
  readonly onErrorStatusConflict: "oneOf" | undefined;
  readonly useStringsForArbitraryPrecision: boolean;
}

const openApiTable = {
  ...jsonSchemaTable,
  // It follows from the version of OpenAPI.
  jsonSchemaVersion: refused(jsonSchemaTable.jsonSchemaVersion),
  version: choice("OpenApiVersion", ["3.0.2", "3.1.0"]),
  protocol: shapeIdText,
  tags: flag,
  supportedTags: texts("List<String>"),
  defaultBlobFormat: text,
  keepUnusedComponents: flag,
  jsonContentType: text,
  forbidGreedyLabels: flag,
  removeGreedyParameterSuffix: flag,
  onHttpPrefixHeaders: choice("HttpPrefixHeadersStrategy", ["FAIL", "WARN"]),
  ignoreUnsupportedTraits: flag,
  substitutions: nodesByName,
  jsonAdd: nodesByName,
  externalDocs: texts("List<String>"),
  disableIntegerFormat: flag,
  syncCorsPreflightIntegration: flag,
  onErrorStatusConflict: choice("ErrorStatusConflictHandlingStrategy", ["oneOf"]),
  useStringsForArbitraryPrecision: flag,
} as const;

const defaults: OpenApiSettings = {
  ...defaultJsonSchemaSettings,
  definitionPointer: "#/components/schemas",
  version: "3.0.2",
  protocol: undefined,
  tags: false,
  supportedTags: undefined,
  defaultBlobFormat: "byte",
  keepUnusedComponents: false,
  jsonContentType: "application/json",
  forbidGreedyLabels: false,
  removeGreedyParameterSuffix: false,
  onHttpPrefixHeaders: "FAIL",
  ignoreUnsupportedTraits: false,
  substitutions: {},
  jsonAdd: {},
  externalDocs: ["Homepage", "API Reference", "User Guide", "Developer Guide", "Reference", "Guide"],
  disableIntegerFormat: false,
  syncCorsPreflightIntegration: false,
  onErrorStatusConflict: undefined,
  useStringsForArbitraryPrecision: false,
};

const renamed: Readonly<Record<string, string>> = {
  "openapi.tags": "tags",
  "openapi.supportedTags": "supportedTags",
  "openapi.defaultBlobFormat": "defaultBlobFormat",
  "openapi.keepUnusedComponents": "keepUnusedComponents",
  "openapi.aws.jsonContentType": "jsonContentType",
  "openapi.forbidGreedyLabels": "forbidGreedyLabels",
  "openapi.onHttpPrefixHeaders": "onHttpPrefixHeaders",
  "openapi.ignoreUnsupportedTrait": "ignoreUnsupportedTraits",
  "openapi.ignoreUnsupportedTraits": "ignoreUnsupportedTraits",
  "openapi.substitutions": "substitutions",
  "apigateway.disableCloudFormationSubstitution": "disableCloudFormationSubstitution",
};

/** The settings of a conversion that were read, or why they cannot be used. */
export interface OpenApiSettingsRead {
  readonly settings: OpenApiSettings;
  /** All that was set, by its present name: extensions of the conversion find their own settings here. */
  readonly extensions: NodeObject;
  readonly warnings: readonly string[];
  readonly problem: string | undefined;
}

/** The settings of the `openapi` plugin, or what is wrong with them. */
export function readOpenApiSettings(given: NodeObject): OpenApiSettingsRead {
  const outdated = outdatedProblem(given);
  const { current, warnings } = renameOutdated(given);
  const { values, problem } = readSettings(openApiTable, current, "OpenApiConfig");
  const { extensions = {}, jsonSchemaVersion: _, ...known } = values;
  const version = known.version ?? defaults.version;
  return {
    settings: { ...defaults, ...known, jsonSchemaVersion: version === "3.1.0" ? "draft2020-12" : "draft07" },
    extensions: { ...extensions, ...current },
    warnings,
    problem: outdated ?? problem ?? requirementProblem(known),
  };
}

function requirementProblem(settings: Partial<OpenApiSettings>): string | undefined {
  if (settings.service === undefined) return "openapi is missing required property, `service`";
  if (settings.addReferenceDescriptions !== true || settings.version === "3.1.0") return undefined;
  const problem = "openapi property `addReferenceDescriptions` requires openapi version 3.1.0 or later.";
  return `${problem}\nSuggestion: Add \`"version"\`: "3.1.0" to your openapi config.`;
}

function renameOutdated(given: NodeObject): { readonly current: NodeObject; readonly warnings: readonly string[] } {
  const outdated = Object.keys(given).filter((key) => Object.hasOwn(renamed, key));
  const replaced = outdated.map((key): [string, Node] => [renamed[key] ?? key, nodeMember(given, key) ?? null]);
  return {
    current: nodeObject([...Object.entries(withoutKeys(given, outdated)), ...replaced]),
    warnings: outdated.map(
      (key) => `Deprecated \`openapi\` configuration setting found: ${key}. Use ${renamed[key] ?? key} instead`,
    ),
  };
}

function outdatedProblem(given: NodeObject): string | undefined {
  for (const key of Object.keys(given)) {
    if (key.startsWith("disable.")) {
      const feature = key.slice("disable.".length);
      const property = feature.charAt(0).toLowerCase() + feature.slice(1);
      const problem = `Unsupported \`openapi\` configuration setting found: ${key}.`;
      return `${problem} Add \`${property}\` to the \`disableFeatures\` property instead`;
    }
    if (key.startsWith("openapi.use.")) {
      const problem = `The \`${key}\` \`openapi\` plugin property is no longer supported.`;
      return `${problem} Use the \`disableFeatures\` property instead to disable features.`;
    }
  }
  return undefined;
}
