import { propertyKey, stringLiteral } from "../../emit/escape.js";
import { functionDeclaration } from "../../emit/structures.js";
import { runtimeType } from "../../emit/symbol.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { helper, helperType, type CodecContext } from "./context.js";
import { correction, defaultExpression, fillsDefault, requiresItself } from "./defaults.js";
import { inParts, largestFunction } from "./function-parts.js";
import { bodyMembers, memberPath, propertyOf, readMember, wireName, writeMember } from "./members.js";
import { membersOf, symbolOf, type Part } from "./part.js";
import { codecCall } from "./values.js";

type Reader = "decode" | "receive";

/** `decodeX` or `receiveX` of a structure: its members in model order, null the same as absent, all others dropped. */
export function readStructure(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  part: Part = { direction: reader },
): void {
  const isError = shape.traits.has("smithy.api#error");
  const text = reader === "receive" && isError && part.body === undefined ? onlyMessage(context, shape) : undefined;
  if (text !== undefined) {
    const errorClass = context.file.use(context.names.errorClass(shape.id));
    declare(context, part, shape, [`return new ${errorClass}(${text}, options);`], errorClass, true);
    return;
  }
  const isEmpty = shape.members.size === 0;
  const type = isEmpty && isError && reader === "receive" ? "never" : resultType(context, reader, shape);
  const members = membersOf(context, shape, part);
  const statements = members.map((member) => readStatement(context, reader, shape, member));
  const object = `${members.length === 0 ? "" : "const object = "}${helper(context, "decodeObject")}(value, path);`;
  const draftType = `${helperType(context, "Draft")}<${type}>`;
  const draft = `const result: ${draftType} = {};`;
  const parts = inParts(context, statements, {
    name: symbolOf(context, shape, part).name,
    parameters: () => [
      { name: "object", type: helperType(context, "JsonObject") },
      { name: "path", type: "string" },
      { name: "result", type: draftType },
    ],
    returnType: "void",
    last: [],
    call: (call) => `${call};`,
  });
  if (part.body !== undefined) {
    declare(context, part, shape, [object, draft, ...parts, "return result;"], draftType, false);
    return;
  }
  const result = isEmpty ? "{}" : `result as ${type}`;
  const body = [object, ...(isEmpty ? [] : [draft]), ...parts];
  if (isError && reader === "receive") {
    const errorClass = context.file.use(context.names.errorClass(shape.id));
    declare(context, part, shape, [...body, `return new ${errorClass}(${result}, options);`], errorClass, true);
  } else {
    declare(context, part, shape, [...body, `return ${result};`], type, false);
  }
}

/** `decodeX` or `receiveX` of a union: exactly one member; a client keeps one that the model does not know. */
export function readUnion(context: CodecContext, reader: Reader, shape: UnionShape): void {
  const isClient = reader === "receive";
  const members = bodyMembers(context.model, shape);
  // The compiler would compare what each case returns with every member of the union.
  const isLarge = members.length > largestFunction;
  const cases = members.map((member) => {
    const read = codecCall(context, reader, member, "member", memberPath(member.name));
    const name = wireName(context, member);
    const whole =
      name === member.name
        ? `${helper(context, "unionOf")}(union, ${stringLiteral(name)}, member, ${read})`
        : `{ ${propertyKey(member.name)}: ${read} }`;
    return `    case ${stringLiteral(name)}:\n      return ${whole}${isLarge ? " as never" : ""};`;
  });
  declare(
    context,
    { direction: reader },
    shape,
    [
      `const union = ${helper(context, isClient ? "receiveUnion" : "decodeUnion")}(value, path);`,
      [
        // The one name that is there.
        "for (const name in union) {",
        "  const member = union[name];",
        "  switch (name) {",
        ...cases,
        ...(isClient ? ["    default:", "      return { $unknown: [name, member] };"] : []),
        "  }",
        "}",
      ].join("\n"),
      isClient
        ? 'return { $unknown: ["", undefined] };'
        : `throw new ${helper(context, "DecodeError")}(path, "the union has a member that the model does not know");`,
    ],
    resultType(context, reader, shape),
    false,
  );
}

function resultType(context: CodecContext, reader: Reader, shape: StructureShape | UnionShape): string {
  const closed = reader === "decode";
  return context.file.use(closed ? context.names.type(shape.id) : context.names.received(shape.id));
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
  const options = {
    name: "options",
    type: takesOptions ? context.file.use(runtimeType("errors", "ServiceErrorOptions")) : "",
    optional: true,
  };
  context.file.add(
    functionDeclaration({
      name: symbolOf(context, shape, part).name,
      docs: `${part.direction === "decode" ? "A server's" : "A client's"} read of ${what}${name} from parsed JSON. Throws DecodeError for values of another type.`,
      parameters: [
        { name: "value", type: "unknown" },
        { name: "path", type: "string" },
        ...(takesOptions ? [options] : []),
      ],
      returnType,
      body,
    }),
  );
}

function readStatement(context: CodecContext, reader: Reader, shape: StructureShape, member: MemberShape): string {
  const places = placesOf(context, shape, member);
  // An error's text may stand in two places: looked up once.
  const isLocal = places.length > 1;
  const source = isLocal ? "text" : (places[0] ?? "");
  const read = codecCall(context, reader, member, source, memberPath(member.name));
  const set = writeMember(context, "result", propertyOf(context, shape, member), read);
  const test = `if (${helper(context, "isPresent")}(${source})) `;
  const otherwise = fallback(context, reader, shape, member);
  const statement =
    otherwise === undefined
      ? test + set
      : `${test}${set}\nelse ${writeMember(context, "result", propertyOf(context, shape, member), otherwise)}`;
  return isLocal ? `const text = ${places.join(" ?? ")};\n${statement}` : statement;
}

/** The members of an error that has a text and nothing else, as code; undefined for others. */
function onlyMessage(context: CodecContext, shape: StructureShape): string | undefined {
  const [member] = shape.members.values();
  if (member === undefined || shape.members.size > 1) return undefined;
  if (targetOf(context.model, member).kind !== "string" || placesOf(context, shape, member).length < 2)
    return undefined;
  const otherwise = fallback(context, "receive", shape, member);
  const text = `${helper(context, "receiveMessage")}(value, path)`;
  return `{ ${member.name}: ${text}${otherwise === undefined ? "" : ` ?? ${otherwise}`} }`;
}

/** Where a member may stand: services write the text of an error as `message` or `Message`, whatever the model says. */
function placesOf(context: CodecContext, shape: StructureShape, member: MemberShape): readonly string[] {
  const isMessage = shape.traits.has("smithy.api#error") && /^message$/i.test(member.name);
  const name = wireName(context, member);
  if (!isMessage || name !== member.name) return [readMember(context, "object", name)];
  const other = name === "message" ? "Message" : "message";
  return shape.members.has(other) ? [`object.${name}`] : [`object.${name}`, `object.${other}`];
}

/** What a missing member is: its default; for a client also what error correction says; undefined to leave it out. */
export function fallback(
  context: CodecContext,
  reader: Reader,
  shape: StructureShape,
  member: MemberShape,
): string | undefined {
  if (fillsDefault(context, shape, member, reader)) return defaultExpression(context, member);
  if (reader === "decode" || !isRequiredMember(shape, member, context.options.optionality)) return undefined;
  const corrected = correction(context, member);
  if (corrected !== undefined) return corrected;
  const target = targetOf(context.model, member);
  if (target.kind !== "structure") return undefined;
  // A structure is corrected member by member, unless that would never end: then there is no value to make.
  return requiresItself(context, target)
    ? `${helper(context, "decodeObject")}(undefined, ${memberPath(member.name)}) as never`
    : codecCall(context, reader, member, "{}", memberPath(member.name));
}
