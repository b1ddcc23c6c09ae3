import { effectiveTrait } from "../../knowledge/traits.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape } from "../../shapes/shape.js";
import { withoutKeys, type Schema } from "../schema/schema.js";
import { shapeSchema } from "../schema/shape-schema.js";
import { inlineOrReference, type OpenApiContext } from "./context.js";

/** What only schemas of other types than strings have. */
const otherTypes = [
  "$ref",
  "maximum",
  "minimum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "multipleOf",
  "items",
  "properties",
  "required",
  "propertyNames",
  "oneOf",
  "anyOf",
  "not",
  "minProperties",
  "maxProperties",
  "minItems",
  "maxItems",
];

function asString(schema: Schema): Schema {
  return { ...withoutKeys(schema, otherTypes), type: "string" };
}

/** The schema of a label: timestamps without a format of their own are `date-time`. */
export function labelSchema(context: OpenApiContext, member: MemberShape): Schema {
  const isTimestamp = targetOf(context.model, member).kind === "timestamp";
  if (!isTimestamp || effectiveTrait(context.model, member, "smithy.api#timestampFormat") !== undefined) {
    return inlineOrReference(context, member);
  }
  return { ...asString(shapeSchema(context.schemas, member)), format: "date-time" };
}

/** The schema of a query parameter. A timestamp whose member names no format is `date-time`, in lists too. */
export function querySchema(context: OpenApiContext, member: MemberShape): Schema {
  const target = targetOf(context.model, member);
  const schema = inlineOrReference(context, member);
  if (target.kind === "list") return listOf(schema, querySchema(context, target.member));
  if (target.kind !== "timestamp" || member.traits.has("smithy.api#timestampFormat")) return schema;
  return { ...asString(shapeSchema(context.schemas, member)), format: "date-time" };
}

/** The schema of a header. A timestamp whose member names no format is an HTTP date; strings with a media type are in Base64. */
export function headerSchema(context: OpenApiContext, member: MemberShape): Schema {
  const target = targetOf(context.model, member);
  const schema = inlineOrReference(context, member);
  switch (target.kind) {
    case "list":
      return listOf(schema, headerSchema(context, target.member));
    case "timestamp":
      if (member.traits.has("smithy.api#timestampFormat")) return schema;
      return withoutKeys(asString(shapeSchema(context.schemas, member)), ["format"]);
    case "string":
    case "enum":
      if (!target.traits.has("smithy.api#mediaType")) return schema;
      return { ...withoutKeys(schema, ["$ref"]), type: "string", format: "byte" };
    default:
      return schema;
  }
}

function listOf(schema: Schema, items: Schema): Schema {
  return { ...withoutKeys(schema, ["$ref"]), type: "array", items };
}
