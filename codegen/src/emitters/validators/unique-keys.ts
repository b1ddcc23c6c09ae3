import { propertyAccess } from "../../emit/escape.js";
import { functionDeclaration } from "../../emit/structures.js";
import { typeExpression } from "../../emit/type-expression.js";
import { isSparse } from "../../knowledge/traits.js";
import { expectShape } from "../../shapes/model.js";
import type { ListShape, RootShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { readMembers } from "./read-members.js";
import { indented } from "./code.js";
import { pascal, type ValidatorContext } from "./context.js";

/**
 * The condition that two items of the list `value` are equal (Smithy 2.0, "uniqueItems trait"). Its items are known to be of
 * the right type.
 */
export function uniqueRefusal(context: ValidatorContext, shape: ListShape): string {
  const target = expectShape(context.model, shape.member.target);
  const helper = context.helper("hasUniqueKeys");
  if (isComparedByIdentity(target)) return `!${helper}(value)`;
  const type = typeExpression(context.types, target, "written");
  const key = keyExpression(context, target.id, "item");
  const guardedKey = isSparse(shape) ? `item === null ? null : ${key}` : key;
  const parameter = isSparse(shape) ? `${type} | null` : type;
  return `!${helper}(value.map((item: ${parameter}) => ${guardedKey}))`;
}

function isComparedByIdentity(shape: RootShape): boolean {
  return [
    "string",
    "enum",
    "intEnum",
    "boolean",
    "byte",
    "short",
    "integer",
    "long",
    "bigInteger",
    "float",
    "double",
  ].includes(shape.kind);
}

/** A text that two values share exactly when they are equal; each text shows where it ends. */
function keyExpression(context: ValidatorContext, id: ShapeId, code: string): string {
  const shape = expectShape(context.model, id);
  switch (shape.kind) {
    case "timestamp":
      return `${code}.getTime()`;
    case "blob":
      return `JSON.stringify(${context.helper("blobKey")}(${code}))`;
    case "bigDecimal":
      return `${context.helper("decimalKey")}(${code})`;
    case "list": {
      const item = keyExpression(context, shape.member.target, "item");
      return `\`[\${${code}.map((item) => ${isSparse(shape) ? `(item === null ? null : ${item})` : item}).join()}]\``;
    }
    case "map": {
      const item = keyExpression(context, shape.value.target, "item");
      const text = `\`\${${isSparse(shape) ? `item === null ? null : ${item}` : item}}\``;
      return `${context.helper("mapKey")}(${code}, (item) => ${text})`;
    }
    case "structure":
    case "union":
      return `${keyFunction(context, shape)}(${code})`;
    case "bigInteger":
    case "long":
      return `\`\${${code}}\``;
    default:
      return `JSON.stringify(${code})`;
  }
}

/** The function that makes the key of a structure or union: modelled members only, in model order. */
function keyFunction(context: ValidatorContext, shape: StructureShape | UnionShape): string {
  const purpose = `key ${shape.id}`;
  const known = context.hasLocal(purpose);
  const name = context.local(purpose, `keyOf${pascal(context.index.nameOf(shape.id))}`);
  if (known) return name;
  const parts = readMembers(context, shape).map(({ member, property }) => {
    const code = `value${propertyAccess(property)}`;
    return `${code} === undefined ? "" : ${keyExpression(context, member.target, code)},`;
  });
  context.file.add(
    functionDeclaration({
      name,
      exported: false,
      parameters: [{ name: "value", type: typeExpression(context.types, shape, "written") }],
      returnType: "string",
      body: [["return `[${[", ...indented(parts), "].join()}]`;"].join("\n")],
    }),
  );
  return name;
}
