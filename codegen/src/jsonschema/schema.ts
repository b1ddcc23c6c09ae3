import { jsonBody } from "../knowledge/examples.js";
import {
  defaultOf,
  documentationOf,
  effectiveTrait,
  enumValueOf,
  isSensitive,
  isSparse,
  lengthOf,
  patternOf,
  rangeOf,
} from "../knowledge/traits.js";
import { targetOf, type Model } from "../shapes/model.js";
import { isNodeArray, isNodeObject, NumberToken, type Node } from "../shapes/node.js";
import type { MemberShape, RootShape, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { stringTrait } from "../knowledge/traits.js";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export interface SchemaOptions {
  readonly model: Model;
  /** The `$ref` of a shape that has a schema of its own: structures, unions, enums and intEnums. */
  reference(id: ShapeId): string;
  /** Turns documentation into the text of a `description`. */
  describe(documentation: string): string;
}

/** Whether a shape's schema stands on its own, to be referred to, instead of inside the schema of each member. */
export function hasOwnSchema(shape: RootShape): boolean {
  return shape.kind === "structure" || shape.kind === "union" || shape.kind === "enum" || shape.kind === "intEnum";
}

/**
 * The schema of a shape, JSON Schema 2020-12, for the body that Smithy's JSON protocols send. Members that target a shape with a
 * schema of its own refer to it.
 */
export function shapeSchema(options: SchemaOptions, shape: RootShape): JsonObject {
  return { ...typeSchema(options, shape, shape), ...annotations(options, shape) };
}

/** The schema of a member: its target's, narrowed and described by the member's own traits. */
function memberSchema(options: SchemaOptions, member: MemberShape): JsonObject {
  const target = targetOf(options.model, member);
  if (target.id === "smithy.api#Unit") return { type: "object", ...annotations(options, member) };
  const schema = hasOwnSchema(target) ? { $ref: options.reference(target.id) } : typeSchema(options, target, member);
  return { ...schema, ...annotations(options, member) };
}

/** `shape` gives the type; constraint traits are read from `place`, the member or the shape itself. */
function typeSchema(options: SchemaOptions, shape: RootShape, place: Shape): JsonObject {
  const { model } = options;
  switch (shape.kind) {
    case "blob":
      return { type: "string", contentEncoding: "base64", ...base64Length(model, place), ...mediaType(model, place) };
    case "boolean":
      return { type: "boolean" };
    case "string":
      return {
        type: "string",
        ...length(model, place, "Length"),
        ...pattern(model, place),
        ...mediaType(model, place),
      };
    case "byte":
      return { type: "integer", ...range(model, place, -128, 127) };
    case "short":
      return { type: "integer", ...range(model, place, -32_768, 32_767) };
    case "integer":
      return { type: "integer", format: "int32", ...range(model, place) };
    case "long":
      return { type: "integer", format: "int64", ...range(model, place) };
    case "bigInteger":
      return { type: "integer", ...range(model, place) };
    case "float":
    case "double":
      return { type: "number", format: shape.kind, ...range(model, place) };
    case "bigDecimal":
      return { type: "number", ...range(model, place) };
    case "timestamp":
      return timestampSchema(model, place);
    case "document":
      return {};
    case "enum":
      return { type: "string", enum: [...shape.members.values()].map(enumValueOf) };
    case "intEnum":
      return { type: "integer", enum: [...shape.members.values()].map(enumValueOf) };
    case "list":
      return {
        type: "array",
        items: entrySchema(options, shape, shape.member),
        ...length(model, place, "Items"),
        ...(effectiveTrait(model, place, "smithy.api#uniqueItems") === undefined ? {} : { uniqueItems: true }),
      };
    case "map": {
      const names = memberSchema(options, shape.key);
      return {
        type: "object",
        ...(Object.keys(names).length > 1 || "$ref" in names ? { propertyNames: names } : {}),
        additionalProperties: entrySchema(options, shape, shape.value),
        ...length(model, place, "Properties"),
      };
    }
    case "structure":
      return structureSchema(options, shape);
    case "union":
      return {
        type: "object",
        oneOf: [...shape.members.values()].map((member) => ({
          type: "object",
          title: member.name,
          properties: { [member.name]: memberSchema(options, member) },
          required: [member.name],
        })),
      };
    default:
      throw new Error(`${shape.id} is a ${shape.kind} and has no JSON form`);
  }
}

function structureSchema(options: SchemaOptions, shape: RootShape): JsonObject {
  const members = [...shape.members.values()];
  const required = members.filter((member) => member.traits.has("smithy.api#required")).map(({ name }) => name);
  return {
    type: "object",
    ...(members.length === 0
      ? {}
      : { properties: propertiesOf(members.map((member) => [member.name, memberSchema(options, member)])) }),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** An object whose keys are all its own, `__proto__` included. */
export function propertiesOf(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const properties = Object.create(null) as Record<string, JsonValue>;
  for (const [key, value] of entries) properties[key] = value;
  return properties;
}

/** An item of a list or a value of a map, which `smithy.api#sparse` lets be null. */
function entrySchema(options: SchemaOptions, container: RootShape, member: MemberShape): JsonObject {
  const schema = memberSchema(options, member);
  return isSparse(container) ? { anyOf: [schema, { type: "null" }] } : schema;
}

function timestampSchema(model: Model, place: Shape): JsonObject {
  const format = effectiveTrait(model, place, "smithy.api#timestampFormat")?.value;
  if (format === "date-time") return { type: "string", format: "date-time" };
  if (format === "http-date") return { type: "string", format: "http-date" };
  return { type: "number", format: "epoch-seconds" };
}

function length(model: Model, place: Shape, what: "Length" | "Items" | "Properties"): JsonObject {
  const bounds = lengthOf(model, place);
  return {
    ...(bounds?.min === undefined ? {} : { [`min${what}`]: bounds.min }),
    ...(bounds?.max === undefined ? {} : { [`max${what}`]: bounds.max }),
  };
}

/** The length of a blob counts bytes; three of them are four characters of Base64. */
function base64Length(model: Model, place: Shape): JsonObject {
  const bounds = lengthOf(model, place);
  return {
    ...(bounds?.min === undefined ? {} : { minLength: 4 * Math.ceil(bounds.min / 3) }),
    ...(bounds?.max === undefined ? {} : { maxLength: 4 * Math.ceil(bounds.max / 3) }),
  };
}

function pattern(model: Model, place: Shape): JsonObject {
  const source = patternOf(model, place);
  return source === undefined ? {} : { pattern: unicodePattern(source) };
}

/**
 * The pattern as validators read it, which is with the flag `u`: that refuses escapes of characters which need none. Where the
 * pattern is refused for another reason, it stays as it is.
 */
export function unicodePattern(source: string): string {
  if (isPattern(source, "u") || !isPattern(source, "")) return source;
  let inClass = false;
  const mended = source.replace(/\\([^])|[[\]]/g, (token: string, escaped: string | undefined) => {
    if (escaped === undefined) {
      inClass = token === "[";
      return token;
    }
    if (/[\^$\\.*+?()[\]{}|/A-Za-z0-9]/.test(escaped)) return token;
    return escaped === "-" && inClass ? token : escaped;
  });
  return isPattern(mended, "u") ? mended : source;
}

function isPattern(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== "";
  } catch {
    return false;
  }
}

function mediaType(model: Model, place: Shape): JsonObject {
  const value = effectiveTrait(model, place, "smithy.api#mediaType")?.value;
  return typeof value === "string" ? { contentMediaType: value } : {};
}

function range(model: Model, place: Shape, lowest?: number, highest?: number): JsonObject {
  const bounds = rangeOf(model, place);
  const minimum = bounds?.min === undefined ? lowest : Number(bounds.min);
  const maximum = bounds?.max === undefined ? highest : Number(bounds.max);
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

/** What says something about values and does not restrict them. */
function annotations(options: SchemaOptions, shape: Shape): JsonObject {
  const { model } = options;
  const documentation =
    shape.kind === "member" && hasOwnSchema(targetOf(model, shape))
      ? stringTrait(shape, "smithy.api#documentation")
      : documentationOf(model, shape);
  const described = documentation === undefined ? "" : options.describe(documentation);
  const title = stringTrait(shape, "smithy.api#title");
  return {
    ...(title === undefined ? {} : { title }),
    ...(described === "" ? {} : { description: described }),
    ...(shape.kind === "member" ? defaultValue(model, shape) : {}),
    ...(shape.traits.has("smithy.api#deprecated") ? { deprecated: true } : {}),
    ...(isSensitive(model, shape) ? { "x-sensitive": true } : {}),
  };
}

function defaultValue(model: Model, member: MemberShape): JsonObject {
  const value = defaultOf(model, member);
  return value === undefined ? {} : { default: toJson(jsonBody(model, targetOf(model, member), value)) };
}

/** A node as JSON. A number that no double holds becomes the nearest one. */
export function toJson(node: Node): JsonValue {
  if (node instanceof NumberToken) return node.toNumber();
  if (isNodeArray(node)) return node.map(toJson);
  if (isNodeObject(node)) return propertiesOf(Object.entries(node).map(([key, value]) => [key, toJson(value)]));
  return node;
}
