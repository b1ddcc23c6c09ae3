import { propertyAccess, propertyKey, stringLiteral } from "../../emit/escape.js";
import { functionDeclaration } from "../../emit/structures.js";
import { typeExpression } from "../../emit/type-expression.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { unitId } from "../../knowledge/service-index.js";
import { isSparse, isStreaming } from "../../knowledge/traits.js";
import { expectShape } from "../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { inheritedNames, readMembers } from "./read-members.js";
import { arrayLiteral, indented } from "./code.js";
import { camel, pascal, type ValidatorContext } from "./context.js";

/**
 * A function, as code, from a valid value to the same without unknown members; undefined when values of the shape have no
 * members to drop.
 */
export function dropFunction(context: ValidatorContext, id: ShapeId): string | undefined {
  const shape = expectShape(context.model, id);
  if (shape.kind === "structure" || shape.kind === "union") return id === unitId ? undefined : dropName(context, shape);
  const code = dropExpression(context, id, "value");
  return code === undefined ? undefined : `(value) => ${code}`;
}

/** As {@link dropFunction}, applied to a value. */
function dropExpression(context: ValidatorContext, id: ShapeId, code: string): string | undefined {
  const shape = expectShape(context.model, id);
  switch (shape.kind) {
    case "structure":
    case "union":
      return id === unitId ? undefined : `${dropName(context, shape)}(${code})`;
    case "list":
    case "map": {
      const target = (shape.kind === "list" ? shape.member : shape.value).target;
      const inner = dropExpression(context, target, "item");
      if (inner === undefined) return undefined;
      const helper = context.helper(shape.kind === "list" ? "dropFromList" : "dropFromMap");
      if (isSparse(shape)) return `${helper}(${code}, (item) => (item === null ? null : ${inner}))`;
      const isName = inner.endsWith("(item)") && !inner.includes(" ");
      return `${helper}(${code}, ${isName ? inner.slice(0, -"(item)".length) : `(item) => ${inner}`})`;
    }
    default:
      return undefined;
  }
}

function dropName(context: ValidatorContext, shape: StructureShape | UnionShape): string {
  return context.local(`drop ${shape.id}`, `drop${pascal(context.index.nameOf(shape.id))}`);
}

/** The set of a shape's member names, and the function that drops all others. */
export function addDropFunction(context: ValidatorContext, shape: StructureShape | UnionShape): void {
  const members = readMembers(context, shape);
  const set = context.local(`members ${shape.id}`, `${camel(context.index.nameOf(shape.id))}Members`);
  const head = `const ${set}: ReadonlySet<string> = /* @__PURE__ */ new Set(`;
  const names = members.map(({ property }) => stringLiteral(property));
  context.file.add(`${head}${arrayLiteral(names, head.length + 2)});`);
  const nested = members.flatMap(({ member, property, variable }) => {
    const own = ownRead(context, property);
    const type = own === undefined ? "" : typeExpression(context.types, member, "written");
    const code = own === undefined ? `value${propertyAccess(property)}` : `(${own} as ${type})`;
    const call = isEvents(context, member) ? undefined : dropExpression(context, member.target, code);
    if (call === undefined) return [];
    const given = own ?? code;
    const optional = shape.kind === "union" || !isRequiredMember(shape, member, context.input.options.optionality);
    const declaration = `const ${variable} = ${optional ? `${given} === undefined ? undefined : ${call}` : call};`;
    const entry = propertyKey(property) === variable ? variable : `${propertyKey(property)}: ${variable}`;
    return [{ declaration, same: `${variable} === ${given}`, entry }];
  });
  const type = context.types.use(context.input.names.type(shape.id));
  const other = `!${context.helper("hasOtherMembers")}(value, ${set})`;
  const unchanged = [...nested.map(({ same }) => same), other];
  const line = `if (${unchanged.join(" && ")}) return value;`;
  const replaced = nested.length === 0 ? "{}" : `{ ${nested.map(({ entry }) => entry).join(", ")} }`;
  const result = `return ${context.helper("keepMembers")}(value, ${set}, ${replaced}) as ${type};`;
  context.file.add(
    functionDeclaration({
      name: dropName(context, shape),
      exported: false,
      parameters: [{ name: "value", type }],
      returnType: type,
      body: [
        ...nested.map(({ declaration }) => declaration),
        line.length <= 118 ? line : `if (${unchanged.join(" && ")}) {\n  return value;\n}`,
        result.length <= 118 || nested.length === 0
          ? result
          : [
              `return ${context.helper("keepMembers")}(value, ${set}, {`,
              ...indented(nested.map(({ entry }) => `${entry},`)),
              `}) as ${type};`,
            ].join("\n"),
      ],
    }),
  );
}

/** The expression of a member whose name every object inherits: only a value's own member counts. */
function ownRead(context: ValidatorContext, property: string): string | undefined {
  if (!inheritedNames.has(property)) return undefined;
  return `${context.helper("ownMember")}(value, ${stringLiteral(property)})`;
}

function isEvents(context: ValidatorContext, member: MemberShape): boolean {
  const target: RootShape = expectShape(context.model, member.target);
  return target.kind === "union" && isStreaming(context.model, member);
}
