import { propertyKey, stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { runtimeType } from "../../../emit/symbol.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helperType, type CodecContext } from "../context.js";
import { correction, defaultExpression, fillsDefault, requiresItself } from "../defaults.js";
import { largestFunction } from "../function-parts.js";
import { propertyOf, readMember, writeMember } from "../members.js";
import { symbolOf, type Part } from "../part.js";
import { cborHelper, cborType, type ShapeKeys } from "./context.js";
import { readCall } from "./values.js";

type Reader = "decode" | "receive";

/** `decodeCborX` or `receiveCborX` of a structure: its members in any order, null the same as absent, all others dropped. */
export function readStructure(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  keys: ShapeKeys,
  part: Part = { direction: reader },
): void {
  const type = resultType(context, reader, shape);
  const isError = reader === "receive" && shape.traits.has("smithy.api#error");
  const errorClass = isError ? context.file.use(context.names.errorClass(shape.id)) : "";
  const whole = (value: string): string => `return ${isError ? `new ${errorClass}(${value}, options)` : value};`;
  if (keys.members.length === 0) {
    const empty = shape.members.size === 0 ? "{}" : `{} as ${type}`;
    return declare(context, reader, shape, [`${cborHelper(context, "readUnit")}(reader);`, whole(empty)], isError);
  }
  const draftType = `${helperType(context, "Draft")}<${type}>`;
  const isPart = part.body !== undefined;
  declare(
    context,
    reader,
    shape,
    [
      `const result: ${draftType} = {};`,
      "let key = -1;",
      [
        "try {",
        `  for (let left = ${cborHelper(context, "openMap")}(reader); ${cborHelper(context, "hasMore")}(reader, left); left--) {`,
        `    key = ${cborHelper(context, "readMember")}(reader, ${keys.name}, key);`,
        ...members(context, reader, shape, keys, draftType).map((line) => `    ${line.replaceAll("\n", "\n    ")}`),
        "  }",
        "} catch (error) {",
        `  throw ${cborHelper(context, "locateMember")}(error, ${keys.name}, key);`,
        "}",
      ].join("\n"),
      ...keys.members.flatMap((member) => fallback(context, reader, shape, member)),
      isPart ? "return result;" : whole(`result as ${type}`),
    ],
    isError && !isPart,
    isPart ? { name: symbolOf(context, shape, part).name, type: draftType } : undefined,
  );
}

/** The statements that read the member at position `key`; for very large shapes in functions of their own. */
function members(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  keys: ShapeKeys,
  draftType: string,
): readonly string[] {
  const cases = keys.members.map((member, position) => {
    const set = writeMember(context, "result", propertyOf(context, shape, member), readCall(context, reader, member));
    return `  case ${position}:\n    ${set}\n    break;`;
  });
  const choose = (some: readonly string[]): string => ["switch (key) {", ...some, "}"].join("\n");
  if (cases.length <= largestFunction) return [choose(cases)];
  return Array.from({ length: Math.ceil(cases.length / largestFunction) }, (_, part) => {
    let name = `${reader}Part${part}Of${context.names.shapeName(shape.id)}`;
    while (context.names.isTaken(name)) name += "_";
    context.file.add(
      functionDeclaration({
        name,
        exported: false,
        parameters: [
          { name: "reader", type: cborType(context, "CborReader") },
          { name: "key", type: "number" },
          { name: "result", type: draftType },
        ],
        returnType: "void",
        body: [choose(cases.slice(part * largestFunction, (part + 1) * largestFunction))],
      }),
    );
    const from = part * largestFunction;
    return `if (key >= ${from} && key < ${from + largestFunction}) ${name}(reader, key, result);`;
  });
}

/** `decodeCborX` or `receiveCborX` of a union: exactly one member; a client keeps one that the model does not know. */
export function readUnion(context: CodecContext, reader: Reader, shape: UnionShape, keys: ShapeKeys): void {
  const type = resultType(context, reader, shape);
  const isClient = reader === "receive";
  const cases = keys.members.map((member, position) => {
    const label = position === keys.members.length - 1 ? "default" : `case ${position}`;
    return `  ${label}:\n    return { ${propertyKey(member.name)}: ${readCall(context, reader, member)} };`;
  });
  let name = `${reader}MemberOf${context.names.shapeName(shape.id)}`;
  while (context.names.isTaken(name)) name += "_";
  context.file.add(
    functionDeclaration({
      name,
      exported: false,
      parameters: [
        { name: "reader", type: cborType(context, "CborReader") },
        { name: "key", type: "number" },
      ],
      returnType: type,
      body: [`switch (key) {\n${cases.join("\n")}\n}`],
    }),
  );
  const unknown = cborHelper(context, isClient ? "keepUnknownMember" : "refuseUnknownMember");
  const read = cborHelper(context, isClient ? "receiveUnion" : "readUnion");
  const call = `${read}<${type}>(reader, ${keys.name}, ${name}, ${unknown})`;
  declare(context, reader, shape, [`return ${call}${isClient ? ' ?? { $unknown: ["", undefined] }' : ""};`], false);
}

function resultType(context: CodecContext, reader: Reader, shape: StructureShape | UnionShape): string {
  return context.file.use(reader === "decode" ? context.names.type(shape.id) : context.names.received(shape.id));
}

function declare(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape | UnionShape,
  body: readonly string[],
  isError: boolean,
  part?: { readonly name: string; readonly type: string },
): void {
  const what = part === undefined ? "" : "the payload of ";
  const name = context.names.shapeName(shape.id);
  const options = (): { name: string; type: string; optional: boolean } => ({
    name: "options",
    type: context.file.use(runtimeType("errors", "ServiceErrorOptions")),
    optional: true,
  });
  context.file.add(
    functionDeclaration({
      name: part?.name ?? context.names[reader](shape.id, "cbor").name,
      docs: `A ${reader === "decode" ? "server" : "client"}'s read of ${what}${name} from CBOR. Throws DecodeError for values of another type.`,
      parameters: [{ name: "reader", type: cborType(context, "CborReader") }, ...(isError ? [options()] : [])],
      returnType:
        part?.type ??
        (isError ? context.file.use(context.names.errorClass(shape.id)) : resultType(context, reader, shape)),
      body,
    }),
  );
}

/** What a missing member becomes: its default; for a client also what error correction says. */
function fallback(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  member: MemberShape,
): readonly string[] {
  const name = propertyOf(context, shape, member);
  const set = (value: string): readonly string[] => [
    `if (${readMember(context, "result", name)} === undefined) ${writeMember(context, "result", name, value)}`,
  ];
  if (fillsDefault(context, shape, member, reader)) return set(defaultExpression(context, member));
  if (reader === "decode" || !isRequiredMember(shape, member, context.options.optionality)) return [];
  const corrected = correction(context, member);
  if (corrected !== undefined) return set(corrected);
  const target = targetOf(context.model, member);
  if (target.kind !== "structure") return [];
  const place = stringLiteral(member.name);
  // A structure is corrected member by member, unless that would never end: then there is no value to make.
  return requiresItself(context, target)
    ? set(`${cborHelper(context, "refuseMissing")}(${place})`)
    : set(`${cborHelper(context, "readEmpty")}(${place}, ${codecName(context, target)})`);
}

function codecName(context: CodecContext, target: StructureShape): string {
  return target.id === "smithy.api#Unit"
    ? cborHelper(context, "readUnit")
    : context.file.use(context.names.receive(target.id, "cbor"));
}
