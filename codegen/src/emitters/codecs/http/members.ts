import { stringLiteral } from "../../../emit/escape.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import type { MemberShape, StructureShape } from "../../../shapes/shape.js";
import { defaultExpression, fillsDefault } from "../defaults.js";
import { optionalStatement } from "../member-statements.js";
import { propertyOf, readMember } from "../members.js";
import type { HttpContext } from "./context.js";

/** A statement that acts on the value of a member where there is one, or where it has a default. */
export function withValue(
  context: HttpContext,
  shape: StructureShape,
  member: MemberShape,
  object: string,
  act: (value: string) => string,
): string {
  const value = readMember(context, object, propertyOf(context, shape, member));
  if (fillsDefault(context, shape, member, "encode")) {
    return `{\n  const member = ${value} ?? ${defaultExpression(context, member)};\n  ${act("member")}\n}`;
  }
  if (isRequiredMember(shape, member, context.options.optionality)) return act(value);
  return optionalStatement(context, value, act, object);
}

/** The literal of a member's JSON pointer, as code. */
export function pathOf(member: MemberShape): string {
  return stringLiteral(`/${member.name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}
