import { effectiveTrait, enumValueOf, lengthOf, patternOf, rangeOf, stringTrait } from "../../knowledge/traits.js";
import { type Model } from "../../shapes/model.js";
import { resolveTarget } from "../../shapes/model-index.js";
import { nodeMember, type Node } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { JsonSchemaSettings } from "../settings/json-schema-settings.js";
import { enumTraitValues } from "./pointers.js";
import { compact, type Schema } from "./schema.js";
import { isPrelude } from "./scope.js";

/** What the traits of a shape or member say about its schema. A member's own word goes before its target's. */
export function traitKeywords(model: Model, settings: JsonSchemaSettings, shape: Shape): Schema {
  const range = rangeOf(model, shape);
  return compact({
    description: descriptionOf(settings, shape),
    title: stringTrait(shape, "smithy.api#title"),
    contentMediaType: stringTrait(shape, "smithy.api#mediaType"),
    pattern: patternOf(model, shape),
    minimum: range?.min,
    maximum: range?.max,
    ...lengthKeywords(model, shape),
    uniqueItems: shape.traits.has("smithy.api#uniqueItems") ? true : undefined,
    enum: enumKeyword(settings, shape),
    default: settings.disableDefaultValues ? undefined : shape.traits.get("smithy.api#default")?.value,
    deprecated: isDeprecated(settings, shape) ? true : undefined,
  });
}

/** Whether the version of JSON Schema can say that a shape is deprecated, and it is. */
export function isDeprecated(settings: JsonSchemaSettings, shape: Shape): boolean {
  return settings.jsonSchemaVersion !== "draft07" && shape.traits.has("smithy.api#deprecated");
}

/** The documentation of a shape, and that it is deprecated. */
export function descriptionOf(settings: JsonSchemaSettings, shape: Shape): string | undefined {
  // What our prelude says of its shapes helps those who read the prelude.
  const documentation = isPrelude(shape.id) ? "" : (stringTrait(shape, "smithy.api#documentation") ?? "");
  const deprecation = deprecationOf(settings, shape);
  const description = deprecation === undefined ? documentation : `${documentation}\n${deprecation}`;
  const trimmed = trimControls(description);
  return trimmed === "" ? undefined : trimmed;
}

/** Without spaces and control characters at either end. */
function trimControls(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && value.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && value.charCodeAt(end - 1) <= 0x20) end -= 1;
  return value.slice(start, end);
}

function deprecationOf(settings: JsonSchemaSettings, shape: Shape): string | undefined {
  const trait = shape.traits.get("smithy.api#deprecated");
  if (trait === undefined) return undefined;
  const since = nodeMember(trait.value, "since");
  const message = nodeMember(trait.value, "message");
  if (settings.disableDefaultDeprecatedMessage && since === undefined && message === undefined) return undefined;
  const subject = shape.kind === "operation" ? "operation" : "shape";
  const when = typeof since === "string" ? ` since ${since}` : "";
  return `This ${subject} is deprecated${when}${typeof message === "string" ? `: ${message}` : "."}`;
}

/** `length` counts what the type has: items, properties, or characters. */
function lengthKeywords(model: Model, shape: Shape): Readonly<Record<string, Node | undefined>> {
  const length = effectiveTrait(model, shape, "smithy.api#length") === undefined ? undefined : lengthOf(model, shape);
  if (length === undefined) return {};
  const kind = resolveTarget(model, shape)?.kind;
  const counted = kind === "list" ? "Items" : kind === "map" ? "Properties" : "Length";
  return { [`min${counted}`]: length.min, [`max${counted}`]: length.max };
}

function enumKeyword(settings: JsonSchemaSettings, shape: Shape): readonly Node[] | undefined {
  if (shape.kind === "enum" || (shape.kind === "intEnum" && !settings.disableIntEnums)) {
    return [...shape.members.values()].map(enumValueOf);
  }
  return enumTraitValues(shape);
}
