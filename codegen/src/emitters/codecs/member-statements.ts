import { stringLiteral } from "../../emit/escape.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../shapes/shape.js";
import { helper, type CodecContext } from "./context.js";
import { defaultExpression, fillsDefault } from "./defaults.js";
import { propertyOf, readMember } from "./members.js";

/**
 * A statement that writes a member of a structure: where it has a value, has to have one or takes its default.
 *
 * @param act - the statement for an expression, which is an argument in it
 */
export function memberStatement(
  context: CodecContext,
  shape: StructureShape,
  member: MemberShape,
  act: (value: string) => string,
): string {
  const value = readMember(context, "value", propertyOf(context, shape, member));
  if (fillsDefault(context, shape, member, "encode")) return act(`${value} ?? ${defaultExpression(context, member)}`);
  if (!isRequiredMember(shape, member, context.options.optionality)) return optionalStatement(context, value, act);
  // The writers of scalars and collections refuse a missing value themselves.
  const { kind } = targetOf(context.model, member);
  const isNested = kind === "structure" || kind === "union";
  return act(isNested ? `${helper(context, "requireMember")}(${value}, ${placeOf(context, member)})` : value);
}

/** A statement that does something with a value, if there is one. What is no plain member of `object` is read once. */
export function optionalStatement(
  context: CodecContext,
  value: string,
  act: (value: string) => string,
  object = "value",
): string {
  const isProperty = value.startsWith(object);
  const local = isProperty ? value : "member";
  const statement = `if (${helper(context, "isPresent")}(${local})) ${act(local)}`;
  return isProperty ? statement : `{\n  const member = ${value};\n  ${statement}\n}`;
}

/** What an EncodeError calls the member: `Layer.layerSize`. */
export function placeOf(context: CodecContext, member: MemberShape): string {
  return stringLiteral(`${context.names.shapeName(member.container)}.${member.name}`);
}
