import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { errorProperties } from "../../knowledge/error-properties.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import type { ValidatorContext } from "./context.js";

/** Names that every object inherits something under: only a value's own member counts. */
export const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A member of a structure or union: how to read it, and the variable that has its value. */
export interface ReadMember {
  readonly member: MemberShape;
  readonly property: string;
  readonly variable: string;
  readonly declaration: string;
  readonly required: boolean;
}

export function readMembers(context: ValidatorContext, shape: StructureShape | UnionShape): readonly ReadMember[] {
  const used = new Set<string>();
  const isError = shape.kind === "structure" && shape.traits.has("smithy.api#error");
  const properties = isError ? errorProperties(context.model, shape) : undefined;
  return [...shape.members.values()].map((member) => {
    const property = properties?.get(member.name) ?? member.name;
    const variable = context.variable(property, used);
    const name = stringLiteral(property);
    const read = inheritedNames.has(property)
      ? `${context.helper("ownMember")}(value, ${name})`
      : `value${propertyAccess(property)}`;
    return {
      member,
      property,
      variable,
      declaration: `const ${variable} = ${read};`,
      required: shape.kind === "structure" && member.traits.has("smithy.api#required"),
    };
  });
}
