import { stringLiteral } from "../../emit/escape.js";
import { functionDeclaration } from "../../emit/structures.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { helper, type CodecContext } from "./context.js";
import { defaultExpression, fillsDefault } from "./defaults.js";
import { inParts, largestFunction } from "./function-parts.js";
import { optionalStatement, placeOf } from "./member-statements.js";
import { bodyMembers, membersByName, propertyOf, readMember, readUnionMember, wireName } from "./members.js";
import { membersOf, symbolOf, type Part } from "./part.js";
import { codecCall } from "./values.js";

/** `encodeX` of a structure: its members in name order, those without a value left out. */
export function encodeStructure(
  context: CodecContext,
  shape: StructureShape,
  part: Part = { direction: "encode" },
): void {
  const members = membersByName(context, membersOf(context, shape, part));
  if (members.length === 0) return declare(context, shape, ['return "{}";'], part);
  const isOneText = members.length <= largestFunction && members.every((member) => isWritten(context, shape, member));
  if (isOneText) {
    const parts = members.map((member, index) => writtenMember(context, shape, member, index === 0 ? "{" : ","));
    return declare(context, shape, [`return ${parts.join(" + ")} + "}";`], part);
  }
  const statements: string[] = [];
  // Once a member is certain to be there, no later one needs to look whether it is the first.
  let lead: Lead = "";
  for (const member of members) {
    const certain = isWritten(context, shape, member);
    statements.push(
      certain
        ? `json += ${writtenMember(context, shape, member, lead)};`
        : optionalMember(context, shape, member, (value) => `json += ${memberText(context, member, value, lead)};`),
    );
    if (certain) lead = ",";
    else if (lead === "") lead = "comma unless first";
  }
  const parts = inParts(context, statements, {
    name: symbolOf(context, shape, part).name,
    parameters: () => [
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
      { name: "json", type: "string" },
    ],
    returnType: "string",
    last: ["return json;"],
    call: (call) => `json = ${call};`,
  });
  declare(context, shape, ['let json = "{";', ...parts, 'return json + "}";'], part);
}

/** `encodeX` of a union: an object with its one member. */
export function encodeUnion(context: CodecContext, shape: UnionShape): void {
  const members = membersByName(context, bodyMembers(context.model, shape));
  const statements = members.map((member) =>
    optionalMember(context, shape, member, (value) => `return ${memberText(context, member, value, "{")} + "}";`),
  );
  const parts = inParts(context, statements, {
    name: context.names.encode(shape.id, context.dialect).name,
    parameters: () => [{ name: "value", type: context.file.use(context.names.type(shape.id)) }],
    returnType: "string | undefined",
    last: ["return undefined;"],
    call: (call, part) => `const part${part} = ${call};\nif (part${part} !== undefined) return part${part};`,
  });
  const name = stringLiteral(context.names.shapeName(shape.id));
  const known = members.map((member) => stringLiteral(propertyOf(context, shape, member))).join(", ");
  const refuse = (): string => `${helper(context, "refuseSeveralMembers")}(value, [${known}], ${name});`;
  declare(context, shape, [
    // Writing one of several members would lose the others without a word.
    ...(members.length > 1 ? [`if (Object.keys(value).length > 1) ${refuse()}`] : []),
    ...parts,
    `throw new ${helper(context, "EncodeError")}(${name}, "the union has no member that the model knows");`,
  ]);
}

function declare(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  body: readonly string[],
  part: Part = { direction: "encode" },
): void {
  const symbol = symbolOf(context, shape, part);
  const what = part.body === undefined ? "" : "the body of ";
  context.file.add(
    functionDeclaration({
      name: symbol.name,
      docs: `Writes ${what}${context.names.shapeName(shape.id)} as JSON text: the members of the model, and no others.`,
      parameters: [{ name: "value", type: context.file.use(context.names.type(shape.id)) }],
      returnType: "string",
      body,
    }),
  );
}

/** Whether the member is on the wire whatever the value holds. */
function isWritten(context: CodecContext, shape: StructureShape, member: MemberShape): boolean {
  return isRequiredMember(shape, member, context.options.optionality) || fillsDefault(context, shape, member, "encode");
}

/** What stands before a member. */
type Lead = "" | "{" | "," | "comma unless first";

/** The text of a member that is on the wire whatever the value holds. */
function writtenMember(context: CodecContext, shape: StructureShape, member: MemberShape, lead: Lead): string {
  const value = readMember(context, "value", propertyOf(context, shape, member));
  if (fillsDefault(context, shape, member, "encode")) {
    return memberText(context, member, `${value} ?? ${defaultExpression(context, member)}`, lead);
  }
  // The writers of scalars and collections refuse a missing value themselves.
  const { kind } = targetOf(context.model, member);
  const isNested = kind === "structure" || kind === "union";
  const checked = isNested ? `${helper(context, "requireMember")}(${value}, ${placeOf(context, member)})` : value;
  return memberText(context, member, checked, lead);
}

/** A statement that does something with the value of a member, if there is one. */
function optionalMember(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  member: MemberShape,
  act: (value: string) => string,
): string {
  const value =
    shape.kind === "union"
      ? readUnionMember(context, "value", member)
      : readMember(context, "value", propertyOf(context, shape, member));
  return optionalStatement(context, value, act);
}

/** The text of a member: key and value. Those of strings have the quote before the value in the key. */
function memberText(context: CodecContext, member: MemberShape, value: string, lead: Lead): string {
  const { kind } = targetOf(context.model, member);
  const isString = kind === "string" || kind === "enum";
  const key = `${JSON.stringify(wireName(context, member))}:${isString ? '"' : ""}`;
  const isChoice = lead === "comma unless first";
  const keyText = isChoice
    ? `json.length > 1 ? ${stringLiteral(`,${key}`)} : ${stringLiteral(key)}`
    : stringLiteral(lead + key);
  const place = placeOf(context, member);
  if (isString) return `${helper(context, "appendString")}(${keyText}, ${value}, ${place})`;
  return `${isChoice ? `(${keyText})` : keyText} + ${codecCall(context, "encode", member, value, place)}`;
}
