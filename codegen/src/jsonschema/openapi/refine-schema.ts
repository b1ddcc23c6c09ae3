import type { Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import { compact, disableKeywords, type Schema } from "../schema/schema.js";
import { timestampFormatOf } from "../schema/shape-schema.js";
import type { OpenApiSettings } from "../settings/open-api-settings.js";
import { externalDocsOf } from "./external-docs.js";
import { specificationExtensions } from "./specification-extensions.js";

const unknownKeywords = { "3.0.2": ["propertyNames", "contentMediaType"], "3.1.0": ["contentMediaType"] } as const;

/** What OpenAPI says otherwise than JSON Schema, or beside it, in the schema of a shape or member. */
export function refineSchema(model: Model, settings: OpenApiSettings, shape: Shape, schema: Schema): Schema {
  const extended = {
    ...schema,
    ...specificationExtensions(model, shape),
    ...compact({
      externalDocs: externalDocsOf(settings, shape),
      deprecated: shape.traits.has("smithy.api#deprecated") ? true : undefined,
    }),
    ...arbitraryPrecision(settings, shape),
  };
  if (extended["format"] === undefined && shape.kind === "blob") return withBlobFormat(settings, extended);
  const formatted = extended["format"] === undefined ? withFormat(settings, shape, extended) : extended;
  return disableKeywords(formatted, unknownKeywords[settings.version]);
}

function arbitraryPrecision(settings: OpenApiSettings, shape: Shape): Schema {
  if (!settings.useStringsForArbitraryPrecision) return {};
  if (shape.kind === "bigDecimal") return { type: "string", format: "decimal" };
  return shape.kind === "bigInteger" ? { type: "string", format: "bigint" } : {};
}

function withBlobFormat({ version, defaultBlobFormat }: OpenApiSettings, schema: Schema): Schema {
  return { ...schema, [version === "3.1.0" ? "contentEncoding" : "format"]: defaultBlobFormat };
}

function withFormat(settings: OpenApiSettings, shape: Shape, schema: Schema): Schema {
  const hasIntegerFormat = settings.useIntegerType && !settings.disableIntegerFormat;
  switch (shape.kind) {
    case "integer":
    case "intEnum":
      if (hasIntegerFormat) return { ...schema, format: "int32" };
      break;
    case "long":
      if (hasIntegerFormat) return { ...schema, format: "int64" };
      break;
    case "float":
    case "double":
      return withFloatFormat(settings, schema, shape.kind);
    case "timestamp":
      // Seconds may have a fraction.
      return timestampFormatOf(settings, shape) === "epoch-seconds" ? { ...schema, format: "double" } : schema;
  }
  return shape.traits.has("smithy.api#sensitive") ? { ...schema, format: "password" } : schema;
}

function withFloatFormat(settings: OpenApiSettings, schema: Schema, format: string): Schema {
  if (!settings.supportNonNumericFloats) return { ...schema, format };
  const alternatives = isNodeArray(schema["oneOf"]) ? schema["oneOf"] : [];
  const isNumber = (alternative: Node): alternative is Schema =>
    isNodeObject(alternative) && alternative["type"] === "number";
  return {
    ...schema,
    oneOf: alternatives.map((alternative) => (isNumber(alternative) ? { ...alternative, format } : alternative)),
  };
}
