import { propertyAccess, propertyKey, stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { runtimeType } from "../../../emit/symbol.js";
import { isXmlAttribute, isXmlFlattened, xmlElementNamesOf, xmlNameOf } from "../../../knowledge/xml-traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helperType, type CodecContext } from "../context.js";
import { absentValue } from "../absent-members.js";
import { inParts, largestFunction } from "../function-parts.js";
import { propertyOf, readMember, writeMember } from "../members.js";
import { symbolOf, type Part } from "../part.js";
import { isString, textMembers, textMembersOf, textReader } from "../text-values.js";
import { readerType, xmlHelper } from "./helpers.js";
import { readElement, readFlattened, type Reader } from "./read-values.js";
import { openTypeOf } from "../open-type.js";

/**
 * `decodeXmlX` or `receiveXmlX` of a structure, whose element is in hand: attributes, then elements as they come, those that the
 * model does not know left out, then what stands for members that are missing.
 */
export function readXmlStructure(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  part: Part = { direction: reader },
): void {
  const members = textMembersOf(context, shape, part);
  const isError = reader === "receive" && shape.traits.has("smithy.api#error");
  const type = resultType(context, reader, shape);
  const elements = members.filter((member) => !isXmlAttribute(member));
  const cases = elements.map((member) => elementCase(context, reader, shape, member));
  const draft = `${helperType(context, "Draft")}<${type}>`;
  const body = [
    ...(members.length === 0 ? [] : [`const result: ${draft} = {};`]),
    ...members.filter(isXmlAttribute).map((member) => attributeStatement(context, reader, shape, member)),
    ...(elements.length === 0 ? ["xml.skip();"] : readLoop(context, symbolOf(context, shape, part).name, cases, draft)),
    ...absentStatements(context, reader, shape, members, draft, symbolOf(context, shape, part).name),
  ];
  if (part.body !== undefined) return declare(context, part, shape, [...body, "return result;"], draft, false);
  const result = members.length === 0 ? "{}" : `result as ${type}`;
  if (isError) {
    const errorClass = context.file.use(context.names.errorClass(shape.id));
    declare(context, part, shape, [...body, `return new ${errorClass}(${result}, options);`], errorClass, true);
  } else declare(context, part, shape, [...body, `return ${result};`], type, false);
}

/** `decodeXmlX` or `receiveXmlX` of a union: exactly one member; a client keeps one that the model does not know. */
export function readXmlUnion(context: CodecContext, reader: Reader, shape: UnionShape): void {
  const type = resultType(context, reader, shape);
  const refuseSecond = `${xmlHelper(context, "refuseSecondMember")}(xml, result);`;
  const cases = textMembers(context.model, shape).map((member) => {
    const target = targetOf(context.model, member);
    const key = propertyKey(member.name);
    const label = `case ${stringLiteral(xmlNameOf(member))}:`;
    if ((target.kind !== "list" && target.kind !== "map") || !isXmlFlattened(member)) {
      return [
        label,
        `  ${refuseSecond}`,
        `  result = { ${key}: ${readElement(context, reader, member)} };`,
        "  break;",
      ];
    }
    const before = `result?.${isDotted(member.name) ? propertyAccess(member.name).slice(1) : propertyAccess(member.name)}`;
    const value = readFlattened(context, reader, target, before);
    return [label, `  if (${before} === undefined) ${refuseSecond}`, `  result = { ${key}: ${value} };`, "  break;"];
  });
  const unknown =
    reader === "receive"
      ? [`  ${refuseSecond}`, "  result = { $unknown: [xml.name, xml.raw()] };"]
      : ['  xml.refuse("the union has a member that the model does not know");'];
  const none =
    reader === "receive"
      ? 'return result ?? { $unknown: ["", undefined] };'
      : 'return result ?? xml.refuseLeft("expected a union with one member, but found none");';
  const lines = cases.flat().map((line) => `    ${line}`);
  const rest = ["    default:", ...unknown.map((line) => `    ${line}`)];
  const loop = ["while (xml.next()) {", "  switch (xml.name) {", ...lines, ...rest, "  }", "}"].join("\n");
  declare(context, { direction: reader }, shape, [`let result: ${type} | undefined;`, loop, none], type, false);
}

function isDotted(name: string): boolean {
  return propertyAccess(name).startsWith(".");
}

function resultType(context: CodecContext, reader: Reader, shape: StructureShape | UnionShape): string {
  return context.file.use(reader === "decode" ? context.names.type(shape.id) : context.names.received(shape.id));
}

function declare(
  context: CodecContext,
  part: Part,
  shape: StructureShape | UnionShape,
  body: readonly string[],
  returnType: string,
  takesOptions: boolean,
): void {
  const name = context.names.shapeName(shape.id);
  const what = part.body === undefined ? "" : "the body of ";
  const side = part.direction === "decode" ? "server" : "client";
  context.file.add(
    functionDeclaration({
      name: symbolOf(context, shape, part).name,
      docs: `A ${side}'s read of ${what}${name} from the XML element in hand. Throws DecodeError for what does not fit.`,
      parameters: [
        { name: "xml", type: readerType(context) },
        ...(takesOptions
          ? [{ name: "options", type: context.file.use(runtimeType("errors", "ServiceErrorOptions")), optional: true }]
          : []),
      ],
      returnType,
      body,
    }),
  );
}

function attributeStatement(context: CodecContext, reader: Reader, shape: StructureShape, member: MemberShape): string {
  const target = targetOf(context.model, member);
  const read = isString(target) ? "(text) => text" : textReader(context, reader, member);
  const cast = openTypeOf(context, reader, target);
  const value = cast === undefined ? "member" : `member as ${cast}`;
  const set = writeMember(context, "result", propertyOf(context, shape, member), value);
  const name = stringLiteral(xmlNameOf(member));
  return `{\n  const member = xml.attribute(${name}, ${read});\n  if (member !== undefined) ${set}\n}`;
}

/** The lines of a case of the switch over element names. */
function elementCase(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  member: MemberShape,
): readonly string[] {
  const target = targetOf(context.model, member);
  const property = propertyOf(context, shape, member);
  const value =
    (target.kind === "list" || target.kind === "map") && isXmlFlattened(member)
      ? readFlattened(context, reader, target, readMember(context, "result", property))
      : readElement(context, reader, member);
  const labels = xmlElementNamesOf(shape, member).map((name) => `case ${stringLiteral(name)}:`);
  return [...labels, `  ${writeMember(context, "result", property, value)}`];
}

/** The loop over the elements; for very large shapes the cases are in functions that tell whether they knew the element. */
function readLoop(
  context: CodecContext,
  whole: string,
  cases: readonly (readonly string[])[],
  draft: string,
): readonly string[] {
  if (cases.length <= largestFunction) {
    const lines = cases.flatMap((one) => [...one, "  break;"]).map((line) => `    ${line}`);
    const loop = [
      "while (xml.next()) {",
      "  switch (xml.name) {",
      ...lines,
      "    default:",
      "      xml.skip();",
      "  }",
      "}",
    ];
    return [loop.join("\n")];
  }
  const tries = Array.from({ length: Math.ceil(cases.length / largestFunction) }, (_, part) => {
    const own = cases.slice(part * largestFunction, (part + 1) * largestFunction);
    let name = whole.replace(/^[a-z]+/, (verb) => `${verb}Elements${part}Of`);
    while (context.names.isTaken(name)) name += "_";
    const lines = own.flatMap((one) => [...one, "  return true;"]).map((line) => `  ${line}`);
    context.file.add(
      functionDeclaration({
        name,
        exported: false,
        parameters: [
          { name: "xml", type: readerType(context) },
          { name: "result", type: draft },
        ],
        returnType: "boolean",
        body: [["switch (xml.name) {", ...lines, "  default:", "    return false;", "}"].join("\n")],
      }),
    );
    return `!${name}(xml, result)`;
  });
  return [`while (xml.next()) {\n  if (${tries.join(" && ")}) xml.skip();\n}`];
}

/** What stands for members that are missing. */
function absentStatements(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  members: readonly MemberShape[],
  draft: string,
  whole: string,
): readonly string[] {
  const statements = members.flatMap((member) => {
    const property = propertyOf(context, shape, member);
    const target = targetOf(context.model, member);
    const absent = absentValue(context, reader, shape, member, {
      // The wire has no other form of an empty one.
      vanishesEmpty: (target.kind === "list" || target.kind === "map") && isXmlFlattened(member),
      structure: (id) =>
        `${context.file.use(context.names[reader](id, "xml"))}(${xmlHelper(context, "emptyElement")}())`,
      refusal: `xml.refuseLeft(${stringLiteral(`the element ${xmlNameOf(member)} is missing`)})`,
    });
    if (absent === undefined) return [];
    const test = `if (${readMember(context, "result", property)} === undefined) `;
    return [test + writeMember(context, "result", property, absent)];
  });
  return inParts(context, statements, {
    name: whole,
    parameters: () => [
      { name: "xml", type: readerType(context) },
      { name: "result", type: draft },
    ],
    returnType: "void",
    last: [],
    call: (call) => `${call};`,
  });
}
