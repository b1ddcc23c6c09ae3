import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { isXmlAttribute, isXmlFlattened, xmlElementNamesOf, xmlNameOf } from "../../../knowledge/xml-traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helper, type CodecContext } from "../context.js";
import { inParts } from "../function-parts.js";
import { memberStatement, optionalStatement, placeOf } from "../member-statements.js";
import { propertyOf, readMember, readUnionMember } from "../members.js";
import { symbolOf, type Part } from "../part.js";
import { isString, textMembers, textMembersOf, textWriter } from "../text-values.js";
import { xmlHelper } from "./helpers.js";
import { concatenation, elementText, insideText } from "./write-values.js";

/** `encodeXmlX` of a structure: its attributes, the end of the start tag, and its elements in model order. */
export function writeXmlStructure(
  context: CodecContext,
  shape: StructureShape,
  part: Part = { direction: "encode" },
): void {
  const members = textMembersOf(context, shape, part);
  const attributes = members.filter(isXmlAttribute);
  const elements = members.filter((member) => !isXmlAttribute(member));
  const lines = (some: readonly MemberShape[], text: (member: MemberShape, value: string) => string) =>
    some.map((member) => memberStatement(context, shape, member, (value) => `xml += ${text(member, value)};`));
  const statements = [
    ...lines(attributes, (member, value) => attributeText(context, member, value)),
    ...(attributes.length === 0 ? [] : ['xml += ">";']),
    ...lines(elements, (member, value) => elementText(context, member, value, xmlElementNamesOf(shape, member)[0])),
  ];
  if (members.length === 0) return declare(context, shape, ['return ">";'], part);
  const parts = inParts(context, statements, {
    name: symbolOf(context, shape, part).name,
    parameters: () => [
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
      { name: "xml", type: "string" },
    ],
    returnType: "string",
    last: ["return xml;"],
    call: (call) => `xml = ${call};`,
  });
  declare(context, shape, [`let xml = "${attributes.length === 0 ? ">" : ""}";`, ...parts, "return xml;"], part);
}

/**
 * The body of an output whose one member stands for the whole (AWS customisations, "s3UnwrappedXmlOutput trait"): what is in the member's element is
 * in the root element itself.
 */
export function writeUnwrappedOutput(
  context: CodecContext,
  shape: StructureShape,
  member: MemberShape,
  part: Part,
): void {
  const value = readMember(context, "value", propertyOf(context, shape, member));
  const inside = optionalStatement(context, value, (one) => `return ${insideText(context, member, one)};`);
  declare(context, shape, [inside, 'return ">";'], part);
}

/** `encodeXmlX` of a union: the end of the start tag, and the element of its one member. */
export function writeXmlUnion(context: CodecContext, shape: UnionShape): void {
  const members = textMembers(context.model, shape);
  const statements = members.map((member) =>
    optionalStatement(
      context,
      readUnionMember(context, "value", member),
      (value) => `return ${concatenation('">"', choiceText(context, member, value))};`,
    ),
  );
  const parts = inParts(context, statements, {
    name: context.names.encode(shape.id, "xml").name,
    parameters: () => [{ name: "value", type: context.file.use(context.names.type(shape.id)) }],
    returnType: "string | undefined",
    last: ["return undefined;"],
    call: (call, part) => `const part${part} = ${call};\nif (part${part} !== undefined) return part${part};`,
  });
  const name = stringLiteral(context.names.shapeName(shape.id));
  const known = members.map((member) => stringLiteral(member.name)).join(", ");
  const refuse = (): string => `${helper(context, "refuseSeveralMembers")}(value, [${known}], ${name});`;
  declare(context, shape, [
    ...(members.length > 1 ? [`if (Object.keys(value).length > 1) ${refuse()}`] : []),
    ...parts,
    `throw new ${helper(context, "EncodeError")}(${name}, "the union has no member that the model knows");`,
  ]);
}

/** The elements of a union's member: at least one, or nobody could tell which member it is. */
function choiceText(context: CodecContext, member: MemberShape, value: string): string {
  const text = elementText(context, member, value);
  return isXmlFlattened(member)
    ? `${xmlHelper(context, "requireElements")}(${text}, ${placeOf(context, member)})`
    : text;
}

function declare(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  body: readonly string[],
  part: Part = { direction: "encode" },
): void {
  const what = part.body === undefined ? "" : "the body of ";
  context.file.add(
    functionDeclaration({
      name: symbolOf(context, shape, part).name,
      docs: `Writes ${what}${context.names.shapeName(shape.id)} as the inside of an XML element, from behind the name in its start tag up to its end tag.`,
      parameters: [{ name: "value", type: context.file.use(context.names.type(shape.id)) }],
      returnType: "string",
      body,
    }),
  );
}

function attributeText(context: CodecContext, member: MemberShape, value: string): string {
  const write = isString(targetOf(context.model, member))
    ? xmlHelper(context, "encodeXmlAttribute")
    : textWriter(context, member);
  const start = stringLiteral(` ${xmlNameOf(member)}="`);
  return `${start} + ${write}(${value}, ${placeOf(context, member)}) + '"'`;
}
