import { propertyKey, stringLiteral } from "../../../emit/escape.js";
import type { EventParts } from "../../../knowledge/events.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../../shapes/shape.js";
import type { CodecContext, Direction } from "../context.js";
import { defaultExpression, fillsDefault } from "../defaults.js";
import { isInherited, propertyOf } from "../members.js";
import { fallback } from "../read.js";

/**
 * The members of an event that are headers, as code: with the types that they have in a message, and what stands for those that are
 * missing (Smithy 2.0, "eventHeader trait").
 */
export function headerTable(context: CodecContext, direction: Direction, { structure, headers }: EventParts): string {
  const entries = headers.map(
    (member) => `${propertyKey(member.name)}: ${entry(context, direction, structure, member)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

function entry(context: CodecContext, direction: Direction, structure: StructureShape, member: MemberShape): string {
  const literal = stringLiteral(headerType(context, member));
  // What every object has under that name hides what the table wants there.
  const type = isInherited(member.name) ? `${literal} as const` : literal;
  const property = propertyOf(context, structure, member);
  const absent = absentValue(context, direction, structure, member);
  const isRequired =
    direction === "encode" && absent === undefined && isRequiredMember(structure, member, context.options.optionality);
  const parts = [
    ...(property === member.name ? [] : [`property: ${stringLiteral(property)}`]),
    ...(absent === undefined ? [] : [`absent: ${absent}`]),
    ...(isRequired ? ["required: true"] : []),
  ];
  return parts.length === 0 ? type : `{ ${[`type: ${type}`, ...parts].join(", ")} }`;
}

function headerType({ model, options }: CodecContext, member: MemberShape): string {
  const { kind } = targetOf(model, member);
  if (kind === "long") return options.long === "bigint" ? "bigint" : "long";
  if (kind === "intEnum") return "integer";
  return kind === "enum" ? "string" : kind;
}

function absentValue(
  context: CodecContext,
  direction: Direction,
  structure: StructureShape,
  member: MemberShape,
): string | undefined {
  if (direction !== "encode") return fallback(context, direction, structure, member);
  return fillsDefault(context, structure, member, "encode") ? defaultExpression(context, member) : undefined;
}
