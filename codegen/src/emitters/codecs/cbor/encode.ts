import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helper, type CodecContext } from "../context.js";
import { defaultExpression, fillsDefault } from "../defaults.js";
import { inParts, largestFunction } from "../function-parts.js";
import { propertyOf, readMember, readUnionMember } from "../members.js";
import { symbolOf, type Part } from "../part.js";
import { cborHelper, cborType, type ShapeKeys } from "./context.js";
import { writeCall } from "./values.js";
import { placeOf } from "../member-statements.js";

/** `encodeCborX` of a structure: a map of its members in model order, those without a value left out. */
export function encodeStructure(
  context: CodecContext,
  shape: StructureShape,
  keys: ShapeKeys,
  part: Part = { direction: "encode" },
): void {
  const { members } = keys;
  const isWhole = members.length <= largestFunction && members.every((member) => isWritten(context, shape, member));
  if (isWhole) {
    const head = `${cborHelper(context, "writeMapHead")}(writer, ${members.length});`;
    const writes = members.map((member, position) => writtenMember(context, shape, member, keys, position));
    return declare(context, shape, [head, ...writes], part);
  }
  const statements = members.map((member, position) =>
    isWritten(context, shape, member)
      ? `${writtenMember(context, shape, member, keys, position)}\ncount++;`
      : optionalMember(context, shape, member, [keyStatement(context, keys, position)], "count++;"),
  );
  const parts = inParts(context, statements, {
    name: symbolOf(context, shape, part).name,
    parameters: () => [
      { name: "writer", type: cborType(context, "CborWriter") },
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
      { name: "count", type: "number" },
    ],
    returnType: "number",
    last: ["return count;"],
    call: (call) => `count = ${call};`,
  });
  declare(
    context,
    shape,
    [
      `const start = ${cborHelper(context, "beginMap")}(writer, ${members.length});`,
      "let count = 0;",
      ...parts,
      `${cborHelper(context, "endMap")}(writer, start, ${members.length}, count);`,
    ],
    part,
  );
}

/** `encodeCborX` of a union: a map with its one member. */
export function encodeUnion(context: CodecContext, shape: UnionShape, keys: ShapeKeys): void {
  const { members } = keys;
  const head = `${cborHelper(context, "writeMapHead")}(writer, 1);`;
  const statements = members.map((member, position) =>
    optionalMember(context, shape, member, [head, keyStatement(context, keys, position)], "return true;"),
  );
  const parts = inParts(context, statements, {
    name: context.names.encode(shape.id, "cbor").name,
    parameters: () => [
      { name: "writer", type: cborType(context, "CborWriter") },
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
    ],
    returnType: "boolean",
    last: ["return false;"],
    call: (call) => `if (${call}) return;`,
  });
  const name = stringLiteral(context.names.shapeName(shape.id));
  const known = members.map((member) => stringLiteral(propertyOf(context, shape, member))).join(", ");
  const refusal = `${helper(context, "refuseSeveralMembers")}(value, [${known}], ${name});`;
  declare(context, shape, [
    // Writing one of several members would lose the others without a word.
    ...(members.length > 1 ? [`if (Object.keys(value).length > 1) ${refusal}`] : []),
    ...(members.length > largestFunction ? parts : parts.map((part) => part.replace("return true;", "return;"))),
    `throw new ${helper(context, "EncodeError")}(${name}, "the union has no member that the model knows");`,
  ]);
}

function declare(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  body: readonly string[],
  part: Part = { direction: "encode" },
): void {
  const what = part.body === undefined ? "" : "the payload of ";
  context.file.add(
    functionDeclaration({
      name: symbolOf(context, shape, part).name,
      docs: `Writes ${what}${context.names.shapeName(shape.id)} as CBOR: the members of the model, and no others.`,
      parameters: [
        { name: "writer", type: cborType(context, "CborWriter") },
        { name: "value", type: context.file.use(context.names.type(shape.id)) },
      ],
      returnType: "void",
      body,
    }),
  );
}

/** Whether the member is on the wire whatever the value holds. */
function isWritten(context: CodecContext, shape: StructureShape, member: MemberShape): boolean {
  return isRequiredMember(shape, member, context.options.optionality) || fillsDefault(context, shape, member, "encode");
}

function keyStatement(context: CodecContext, keys: ShapeKeys, position: number): string {
  return `${cborHelper(context, "writeKey")}(writer, ${keys.name}, ${position});`;
}

/** The statements for a member that is on the wire whatever the value holds. */
function writtenMember(
  context: CodecContext,
  shape: StructureShape,
  member: MemberShape,
  keys: ShapeKeys,
  position: number,
): string {
  const value = readMember(context, "value", propertyOf(context, shape, member));
  const { kind } = targetOf(context.model, member);
  const isNested = kind === "structure" || kind === "union";
  // The writers of scalars and collections refuse a missing value themselves.
  const given = fillsDefault(context, shape, member, "encode")
    ? `${value} ?? ${defaultExpression(context, member)}`
    : isNested
      ? `${helper(context, "requireMember")}(${value}, ${placeOf(context, member)})`
      : value;
  return `${keyStatement(context, keys, position)}\n${writeCall(context, member, given, placeOf(context, member))};`;
}

/** A statement that writes a member if it has a value: some statements before, and one after. */
function optionalMember(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  member: MemberShape,
  before: readonly string[],
  after: string,
): string {
  const value =
    shape.kind === "union"
      ? readUnionMember(context, "value", member)
      : readMember(context, "value", propertyOf(context, shape, member));
  const isProperty = value.startsWith("value");
  const local = isProperty ? value : "member";
  const write = `${writeCall(context, member, local, placeOf(context, member))};`;
  const lines = [...before, write, after].map((line) => `  ${line}`);
  const statement = `if (${helper(context, "isPresent")}(${local})) {\n${lines.join("\n")}\n}`;
  return isProperty ? statement : `{\n  const member = ${value};\n  ${statement.replaceAll("\n", "\n  ")}\n}`;
}
