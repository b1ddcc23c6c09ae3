import type { NodeObject } from "../../shapes/node.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { choice, flag, nullable, object, readSettings, shapeIdText, text, texts } from "./read-settings.js";

/** The versions of JSON Schema that can be written, with where each keeps its definitions. */
const definitionPointers = { draft07: "#/definitions", "draft2020-12": "#/$defs" } as const;

/** The drafts of JSON Schema that documents can follow. */
export type JsonSchemaVersion = keyof typeof definitionPointers;

/** How a model becomes JSON Schema: the settings of Smithy's conversion (Smithy 2.0 guides, "JSON Schema configuration options"). */
export interface JsonSchemaSettings {
  /** Leaves letters and digits only in the names of definitions. */
  readonly alphanumericOnlyRefs: boolean;
  /** Names properties by `jsonName`. */
  readonly useJsonName: boolean;
  readonly defaultTimestampFormat: string;
  readonly unionStrategy: "oneOf" | "object" | "structure";
  readonly mapStrategy: "propertyNames" | "patternProperties";
  readonly enumStrategy: "enum" | "oneOf";
  /** A JSON pointer, `#` first. */
  readonly definitionPointer: string;
  /** Merged into the document. */
  readonly schemaDocumentExtensions: NodeObject;
  /** Keywords to leave out. */
  readonly disableFeatures: readonly string[];
  readonly jsonSchemaVersion: JsonSchemaVersion;
  /** The service whose closure and renames name the definitions. */
  readonly service: ShapeId | undefined;
  readonly supportNonNumericFloats: boolean;
  readonly enableOutOfServiceReferences: boolean;
  readonly useIntegerType: boolean;
  readonly disableDefaultValues: boolean;
  readonly disableIntEnums: boolean;
  readonly addReferenceDescriptions: boolean;
  readonly useInlineMaps: boolean;
  readonly disableDefaultDeprecatedMessage: boolean;
}

/** What each setting takes ("JSON schema configuration settings"). */
export const jsonSchemaTable = {
  alphanumericOnlyRefs: flag,
  useJsonName: flag,
  defaultTimestampFormat: nullable(choice("Format", ["epoch-seconds", "date-time", "http-date", "unknown"])),
  unionStrategy: nullable(choice("UnionStrategy", ["oneOf", "object", "structure"])),
  mapStrategy: nullable(choice("MapStrategy", ["propertyNames", "patternProperties"])),
  enumStrategy: nullable(choice("EnumStrategy", ["enum", "oneOf"])),
  definitionPointer: text,
  schemaDocumentExtensions: object,
  disableFeatures: nullable(texts("Set<String>")),
  jsonSchemaVersion: choice("JsonSchemaVersion", ["draft07", "draft2020-12"]),
  service: shapeIdText,
  supportNonNumericFloats: flag,
  enableOutOfServiceReferences: flag,
  useIntegerType: flag,
  disableDefaultValues: flag,
  disableIntEnums: flag,
  addReferenceDescriptions: flag,
  useInlineMaps: flag,
  disableDefaultDeprecatedMessage: flag,
  extensions: object,
} as const;

/** The values of settings that are not given. */
export const defaultJsonSchemaSettings: JsonSchemaSettings = {
  alphanumericOnlyRefs: false,
  useJsonName: false,
  defaultTimestampFormat: "date-time",
  unionStrategy: "oneOf",
  mapStrategy: "propertyNames",
  enumStrategy: "enum",
  definitionPointer: definitionPointers.draft07,
  schemaDocumentExtensions: {},
  disableFeatures: [],
  jsonSchemaVersion: "draft07",
  service: undefined,
  supportNonNumericFloats: false,
  enableOutOfServiceReferences: false,
  useIntegerType: false,
  disableDefaultValues: false,
  disableIntEnums: false,
  addReferenceDescriptions: false,
  useInlineMaps: false,
  disableDefaultDeprecatedMessage: false,
};

/** The settings of the `jsonschema` plugin, or what is wrong with them. */
export function readJsonSchemaSettings(settings: NodeObject): {
  readonly settings: JsonSchemaSettings;
  readonly problem: string | undefined;
} {
  const { values, problem } = readSettings(jsonSchemaTable, settings, "JsonSchemaConfig");
  const { extensions: _, ...known } = values;
  const version = known.jsonSchemaVersion ?? defaultJsonSchemaSettings.jsonSchemaVersion;
  return {
    settings: { ...defaultJsonSchemaSettings, definitionPointer: definitionPointers[version], ...known },
    problem,
  };
}
