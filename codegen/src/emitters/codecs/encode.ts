import { stringLiteral } from "../../emit/escape.js";
import { functionDeclaration } from "../../emit/structures.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { helper, type CodecContext } from "./context.js";
import { defaultExpression, fillsDefault } from "./defaults.js";
import { bodyMembers, membersByName, propertyOf, readMember, readUnionMember } from "./members.js";
import { codecCall } from "./values.js";

/** `encodeX` of a structure: its members in name order, those without a value left out. */
export function encodeStructure(context: CodecContext, shape: StructureShape): void {
  const members = membersByName(bodyMembers(context.model, shape));
  const statements: string[] = [];
  // Once a member is certain to be there, no later one needs to look whether it is the first.
  let certain = false;
  const fixed = members.every((member) => isWritten(context, shape, member));
  for (const [index, member] of members.entries()) {
    const separator = certain ? "," : "";
    const value = readMember(context, "value", propertyOf(context, shape, member));
    if (isWritten(context, shape, member)) {
      const lead = certain || index === 0 ? jsonKey(separator, member) : commaKey(context, member);
      statements.push(`json += ${lead} + ${requiredValue(context, shape, member, value)};`);
      certain = true;
    } else {
      const lead = certain || index === 0 ? jsonKey(separator, member) : commaKey(context, member);
      const local = value.startsWith("value") ? value : "member";
      const write = `json += ${lead} + ${codecCall(context, "encode", member, local, placeOf(context, member))};`;
      const test = `if (${helper(context, "isPresent")}(${local})) ${write}`;
      statements.push(local === "member" ? `{\n  const member = ${value};\n  ${test}\n}` : test);
    }
  }
  const body = fixed && members.length > 0 ? [concatenation(context, shape, members)] : buildUp(statements);
  declare(context, shape, body);
}

/** `encodeX` of a union: an object with its one member. */
export function encodeUnion(context: CodecContext, shape: UnionShape): void {
  const statements = membersByName(bodyMembers(context.model, shape)).map((member) => {
    const value = readUnionMember(context, "value", member);
    const direct = value.startsWith("value");
    const local = direct ? value : "member";
    const written = `${jsonKey("{", member)} + ${codecCall(context, "encode", member, local, placeOf(context, member))}`;
    const test = `if (${helper(context, "isPresent")}(${local})) return ${written} + "}";`;
    return direct ? test : `{\n  const member = ${value};\n  ${test}\n}`;
  });
  const name = stringLiteral(context.names.shapeName(shape.id));
  declare(context, shape, [
    ...statements,
    `throw new ${helper(context, "EncodeError")}(${name}, "the union has no member that the model knows");`,
  ]);
}

function declare(context: CodecContext, shape: StructureShape | UnionShape, body: readonly string[]): void {
  const symbol = context.names.encode(shape.id);
  const uses = body.some((statement) => /\bvalue\b/.test(statement));
  context.file.add(
    functionDeclaration({
      name: symbol.name,
      docs: `Writes ${context.names.shapeName(shape.id)} as JSON text: the members of the model, and no others.`,
      parameters: [{ name: uses ? "value" : "_value", type: context.file.use(context.names.type(shape.id)) }],
      returnType: "string",
      body,
    }),
  );
}

function buildUp(statements: readonly string[]): readonly string[] {
  return statements.length === 0 ? ['return "{}";'] : ['let json = "{";', ...statements, 'return json + "}";'];
}

function concatenation(context: CodecContext, shape: StructureShape, members: readonly MemberShape[]): string {
  const parts = members.map((member, index) => {
    const value = readMember(context, "value", propertyOf(context, shape, member));
    return `${jsonKey(index === 0 ? "{" : ",", member)} + ${requiredValue(context, shape, member, value)}`;
  });
  return `return ${parts.join(" + ")} + "}";`;
}

/** Whether the member is on the wire whatever the value holds. */
function isWritten(context: CodecContext, shape: StructureShape, member: MemberShape): boolean {
  return isRequiredMember(shape, member, context.options.optionality) || fillsDefault(context, shape, member, "encode");
}

function requiredValue(context: CodecContext, shape: StructureShape, member: MemberShape, value: string): string {
  const place = placeOf(context, member);
  if (fillsDefault(context, shape, member, "encode")) {
    const fallback = defaultExpression(context, member);
    return codecCall(context, "encode", member, `${value} ?? ${fallback}`, place);
  }
  // The writers of scalars and collections refuse a missing value themselves.
  const { kind } = targetOf(context.model, member);
  const checked =
    kind === "structure" || kind === "union" ? `${helper(context, "requireMember")}(${value}, ${place})` : value;
  return codecCall(context, "encode", member, checked, place);
}

function commaKey(context: CodecContext, member: MemberShape): string {
  return `${helper(context, "comma")}(json) + ${jsonKey("", member)}`;
}

function jsonKey(before: string, member: MemberShape): string {
  return stringLiteral(`${before}${JSON.stringify(member.name)}:`);
}

/** What an EncodeError calls the member: `Layer.layerSize`. */
function placeOf(context: CodecContext, member: MemberShape): string {
  return stringLiteral(`${context.names.shapeName(member.container)}.${member.name}`);
}
