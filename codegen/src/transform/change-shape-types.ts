import { enumDefinitions } from "../shapes/enum-definitions.js";
import type { Model } from "../shapes/model.js";
import { type EnumShape, type RootShape, type SimpleKind, simpleKinds, type SimpleShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { withoutTraits, withTrait } from "./edit-traits.js";
import { enumOfString } from "./enum-of-string.js";
import { replaceShapes } from "./replace-shapes.js";
import { failedTransform, type TransformResult, transformed } from "./transform-result.js";

/** How strings become enums. */
export interface TypeChangeOptions {
  /** Make names of values where the definition of an enum has none, if the value allows it. */
  readonly synthesizeEnumNames?: boolean | undefined;
}

/**
 * Gives shapes other types: simple types among each other, structures and unions, lists and sets, strings with an `@enum` trait to
 * enums, and enums to simple types. Shapes that are not in the model are passed over.
 */
export function changeShapeTypes(
  model: Model,
  types: ReadonlyMap<ShapeId, string>,
  options: TypeChangeOptions = {},
): TransformResult {
  const changed: RootShape[] = [];
  for (const [id, type] of types) {
    const shape = model.shapes.get(id);
    if (shape === undefined || shape.kind === type) continue;
    const result = changeType(shape, type, options.synthesizeEnumNames === true);
    if (typeof result !== "object") return failedTransform(model, `Cannot convert ${id} to ${type}. ${result}`, id);
    changed.push(result);
  }
  return transformed(replaceShapes(model, changed));
}

function changeType(shape: RootShape, type: string, synthesizeEnumNames: boolean): RootShape | string {
  switch (shape.kind) {
    case "enum":
    case "intEnum":
      return isSimple(type) ? simpleOfEnum(shape, type) : "Enum types can only be converted to simple types.";
    case "structure":
      return type === "union" ? { ...shape, kind: type } : "Structures can only be converted to unions.";
    case "union":
      return type === "structure" ? { ...shape, kind: type } : "Unions can only be converted to structures.";
    case "list":
      // Sets are lists whose items are unique.
      return type === "set" ? withTrait(shape, "smithy.api#uniqueItems", {}) : "Lists can only be converted to sets.";
    case "map":
    case "service":
    case "operation":
    case "resource":
      return `${shape.kind} cannot be retyped.`;
    default:
      return changeSimpleType(shape, type, synthesizeEnumNames);
  }
}

function changeSimpleType(shape: SimpleShape, type: string, synthesizeEnumNames: boolean): RootShape | string {
  if (type === "enum" && shape.kind === "string") {
    const found = enumOfString(shape, synthesizeEnumNames);
    const condition = "if they have an enum trait where each enum definition has a name";
    return found ?? `Strings can only be converted to enums ${condition}.`;
  }
  if (type === "enum" || type === "intEnum") return "This simple type cannot be converted to an enum type.";
  return isSimple(type) ? { ...shape, kind: type } : "Simple types can only be converted to other simple types.";
}

function isSimple(type: string): type is SimpleKind {
  return (simpleKinds as readonly string[]).includes(type);
}

/** Mixins go with the members, but their traits stay. A string keeps the members as an `@enum` trait. */
export function simpleOfEnum(shape: EnumShape, kind: SimpleKind): SimpleShape {
  const { traits } = shape;
  const simple: SimpleShape = { ...shape, kind, mixins: [], members: new Map(), introducedTraits: traits };
  if (shape.kind !== "enum" || kind !== "string") return simple;
  return withTrait(withoutTraits(simple, new Set(["smithy.api#enum"])), "smithy.api#enum", enumDefinitions(shape));
}
