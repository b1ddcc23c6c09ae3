import { enumValueOf, patternOf, stringTrait } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { Node } from "../../shapes/node.js";
import type {
  EnumShape,
  ListShape,
  MapShape,
  MemberShape,
  Shape,
  StructureShape,
  UnionShape,
} from "../../shapes/shape.js";
import type { JsonSchemaSettings } from "../settings/json-schema-settings.js";
import type { Pointers } from "./pointers.js";
import { compact, disableKeywords, nodeObject, unlessEmpty, withoutKeys, type Schema } from "./schema.js";
import { descriptionOf, isDeprecated, traitKeywords } from "./trait-keywords.js";

/** What the shapes of one document are converted with. */
export interface SchemaContext {
  readonly model: Model;
  readonly settings: JsonSchemaSettings;
  readonly pointers: Pointers;
  /** What another format than JSON Schema changes in the schema of a shape, before keywords are disabled. */
  refine(shape: Shape, schema: Schema): Schema;
  /** The property that a member becomes. */
  propertyName(member: MemberShape): string;
  /** Keywords whose disabling has no effect. */
  readonly lasting: readonly string[];
}

const nonNumericFloats = ["NaN", "Infinity", "-Infinity"] as const;

/** The schema of a shape that holds data, or of a member: its target's, with what the member's traits say. */
export function shapeSchema(context: SchemaContext, shape: Shape): Schema {
  switch (shape.kind) {
    case "member": {
      const target = shapeSchema(context, targetOf(context.model, shape));
      return finish(context, shape, { ...target, ...traitKeywords(context.model, context.settings, shape) });
    }
    case "list":
      return finish(context, shape, listSchema(context, shape));
    case "map":
      return finish(context, shape, mapSchema(context, shape));
    case "structure":
      return finish(context, shape, structureSchema(context, shape));
    case "union":
      return finish(context, shape, unionSchema(context, shape));
    case "enum":
      return finish(context, shape, enumSchema(context, shape));
    case "float":
    case "double":
      return finish(context, shape, floatSchema(context, shape));
    default:
      return finish(context, shape, start(context, shape, simpleType(context.settings, shape.kind)));
  }
}

/** What a member's place holds: the schema of an inlined target, or a reference to the definition. */
function memberSchema(context: SchemaContext, member: MemberShape): Schema {
  const { settings, pointers } = context;
  const target = targetOf(context.model, member);
  if (pointers.isInlined(target)) return shapeSchema(context, member);
  const reference = compact({
    $ref: pointers.pointerOf(target.id),
    description: settings.addReferenceDescriptions ? descriptionOf(settings, member) : undefined,
    deprecated: isDeprecated(settings, member) ? true : undefined,
  });
  const value = settings.disableDefaultValues ? undefined : member.traits.get("smithy.api#default")?.value;
  return value === undefined ? reference : { allOf: [reference, { default: value }] };
}

function start({ model, settings }: SchemaContext, shape: Shape, type: string | undefined): Schema {
  return compact({ type, ...traitKeywords(model, settings, shape) });
}

function finish(context: SchemaContext, shape: Shape, schema: Schema): Schema {
  const { settings, lasting } = context;
  const refined = context.refine(shape, withTimestampFormat(settings, shape, schema));
  const disabled = settings.disableFeatures.filter((keyword) => !lasting.includes(keyword));
  return disableKeywords(refined, disabled);
}

function simpleType(settings: JsonSchemaSettings, kind: Shape["kind"]): string | undefined {
  switch (kind) {
    case "document":
      return undefined;
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
      return settings.useIntegerType ? "integer" : "number";
    case "bigInteger":
    case "bigDecimal":
      return "number";
    default:
      return "string";
  }
}

/** The format that a timestamp, or a shape with `timestampFormat`, has on the wire. */
export function timestampFormatOf(settings: JsonSchemaSettings, shape: Shape): string | undefined {
  const format = stringTrait(shape, "smithy.api#timestampFormat");
  return format ?? (shape.kind === "timestamp" ? settings.defaultTimestampFormat : undefined);
}

function withTimestampFormat(settings: JsonSchemaSettings, shape: Shape, schema: Schema): Schema {
  const format = timestampFormatOf(settings, shape);
  if (format === undefined) return schema;
  if (format === "date-time") return { ...schema, type: "string", format };
  if (format === "epoch-seconds") return { ...withoutKeys(schema, ["format"]), type: "number" };
  return { ...schema, type: format.startsWith("epoch-") ? "number" : "string" };
}

function listSchema(context: SchemaContext, shape: ListShape): Schema {
  return { ...start(context, shape, "array"), items: memberSchema(context, shape.member) };
}

function mapSchema(context: SchemaContext, shape: MapShape): Schema {
  const values = memberSchema(context, shape.value);
  const begun = start(context, shape, "object");
  if (context.settings.mapStrategy === "propertyNames") {
    return { ...begun, propertyNames: memberSchema(context, shape.key), additionalProperties: values };
  }
  const pattern = patternOf(context.model, shape.key) ?? ".+";
  return { ...begun, patternProperties: nodeObject([[pattern, values]]) };
}

function structureSchema(context: SchemaContext, shape: StructureShape | UnionShape): Schema {
  const members = [...shape.members.values()];
  const named = members.map((member) => ({ member, name: context.propertyName(member) }));
  const required = named.filter(({ member }) => member.traits.has("smithy.api#required")).map(({ name }) => name);
  return compact({
    ...start(context, shape, "object"),
    properties: unlessEmpty(nodeObject(named.map(({ member, name }) => [name, memberSchema(context, member)]))),
    required: required.length === 0 ? undefined : required.toSorted(),
  });
}

function unionSchema(context: SchemaContext, shape: UnionShape): Schema {
  switch (context.settings.unionStrategy) {
    case "object":
      return start(context, shape, "object");
    case "structure":
      return structureSchema(context, shape);
    case "oneOf":
      return {
        ...start(context, shape, undefined),
        oneOf: [...shape.members.values()].map((member) => variantSchema(context, member)),
      };
  }
}

function variantSchema(context: SchemaContext, member: MemberShape): Node {
  const name = context.propertyName(member);
  return {
    type: "object",
    title: name,
    required: [name],
    properties: nodeObject([[name, memberSchema(context, member)]]),
  };
}

function enumSchema(context: SchemaContext, shape: EnumShape): Schema {
  if (context.settings.enumStrategy === "enum") return start(context, shape, "string");
  return compact({
    description: stringTrait(shape, "smithy.api#documentation"),
    type: "string",
    oneOf: [...shape.members.values()].map((member) =>
      compact({
        const: enumValueOf(member),
        title: stringTrait(member, "smithy.api#title"),
        description: stringTrait(member, "smithy.api#documentation"),
      }),
    ),
  });
}

/** A number; or with non-numeric values, a number or one of their names. */
function floatSchema(context: SchemaContext, shape: Shape): Schema {
  const number = start(context, shape, "number");
  if (!context.settings.supportNonNumericFloats) return number;
  return { ...withoutKeys(number, ["type"]), oneOf: [number, { type: "string", enum: nonNumericFloats }] };
}
