import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { queryListInfix, queryMapNames, queryNameOf } from "../../../knowledge/query-names.js";
import { unitId } from "../../../knowledge/service-index.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helper } from "../context.js";
import { inParts } from "../function-parts.js";
import { memberStatement, optionalStatement, placeOf } from "../member-statements.js";
import { readUnionMember } from "../members.js";
import { isString, textMembers, textWriter } from "../text-values.js";
import { queryHelper, type QueryContext } from "./query-context.js";

/** `encodeQueryX` of a structure: the pairs of its members in model order, those without a value left out. */
export function writeQueryStructure(context: QueryContext, shape: StructureShape): void {
  const statements = textMembers(context.model, shape).map((member) =>
    memberStatement(context, shape, member, (value) => `form += ${pairs(context, member, value)};`),
  );
  if (statements.length === 0) return declare(context, shape, ['return "";']);
  const parts = inParts(context, statements, {
    name: context.names.encode(shape.id, context.dialect).name,
    parameters: () => [
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
      { name: "key", type: "string" },
      { name: "form", type: "string" },
    ],
    returnType: "string",
    last: ["return form;"],
    call: (call) => `form = ${call};`,
  });
  declare(context, shape, ['let form = "";', ...parts, "return form;"]);
}

/** `encodeQueryX` of a union: the pairs of its one member. */
export function writeQueryUnion(context: QueryContext, shape: UnionShape): void {
  const members = textMembers(context.model, shape);
  const statements = members.map((member) =>
    optionalStatement(
      context,
      readUnionMember(context, "value", member),
      (value) => `return ${pairs(context, member, value, true)};`,
    ),
  );
  const parts = inParts(context, statements, {
    name: context.names.encode(shape.id, context.dialect).name,
    parameters: () => [
      { name: "value", type: context.file.use(context.names.type(shape.id)) },
      { name: "key", type: "string" },
    ],
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

function declare(context: QueryContext, shape: StructureShape | UnionShape, body: readonly string[]): void {
  context.file.add(
    functionDeclaration({
      name: context.names.encode(shape.id, context.dialect).name,
      docs: `Writes ${context.names.shapeName(shape.id)} as pairs of a form, each with an ampersand before it. What keys begin with is in \`key\`, ampersand and last dot included.`,
      parameters: [
        { name: "value", type: context.file.use(context.names.type(shape.id)) },
        { name: "key", type: "string" },
      ],
      returnType: "string",
      body,
    }),
  );
}

/**
 * An expression for the pairs of a member. A union has to show which member it has, so that one which leaves no pair is a key without a value
 * there.
 */
function pairs(context: QueryContext, member: MemberShape, value: string, mustShow = false): string {
  const target = targetOf(context.model, member);
  const segment = encodeURIComponent(queryNameOf(context.dialect, member));
  const where = placeOf(context, member);
  const key = (end: string): string => `key + ${stringLiteral(segment + end)}`;
  const shown = (text: string): string => (mustShow ? `${text} || ${key("=")}` : text);
  switch (target.kind) {
    case "structure":
    case "union":
      if (target.id === unitId) return key("=");
      return shown(`${context.file.use(context.names.encode(target.id, context.dialect))}(${value}, ${key(".")})`);
    case "list":
    case "map":
      return shown(collectionPairs(context, target, value, key(""), where, member));
    default:
      return `${key("=")} + ${scalarText(context, member, value, where)}`;
  }
}

function collectionPairs(
  context: QueryContext,
  target: ListShape | MapShape,
  value: string,
  key: string,
  where: string,
  member?: MemberShape,
): string {
  if (target.kind === "list") {
    const infix = dotted(queryListInfix(context.dialect, target, member));
    const form = `{ infix: ${stringLiteral(infix)}, writesEmpty: ${context.dialect === "query"} }`;
    const write = partWriter(context, target.member);
    return `${queryHelper(context, "encodeQueryList")}(${value}, ${key}, ${where}, ${form}, ${write})`;
  }
  const names = queryMapNames(target, member);
  const parts = [dotted(names.infix), encodeURIComponent(names.key), encodeURIComponent(names.value)].map(
    stringLiteral,
  );
  const form = `{ infix: ${parts[0]}, key: ${parts[1]}, value: ${parts[2]} }`;
  const write = partWriter(context, target.value);
  return `${queryHelper(context, "encodeQueryMap")}(${value}, ${key}, ${where}, ${form}, ${write})`;
}

/** The function that writes an item or a value; its arguments are the value, its key and where it stands. */
function partWriter(context: QueryContext, member: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      if (target.id === unitId) return '() => ""';
      return `(item, key) => ${context.file.use(context.names.encode(target.id, context.dialect))}(item, key + ".")`;
    case "list":
    case "map":
      return `(item, key, place) => ${collectionPairs(context, target, "item", "key", "place")}`;
    default:
      return `(item, key, place) => key + "=" + ${scalarText(context, member, "item", "place")}`;
  }
}

/** Whole numbers and words need no escapes; exponents, times and base64 do. */
const plainKinds = new Set(["boolean", "byte", "short", "integer", "intEnum", "long", "bigInteger"]);

function scalarText(context: QueryContext, member: MemberShape, value: string, where: string): string {
  const target = targetOf(context.model, member);
  const text = isString(target) ? value : `${textWriter(context, member)}(${value}, ${where})`;
  return plainKinds.has(target.kind) ? text : `${queryHelper(context, "encodeQueryString")}(${text}, ${where})`;
}

function dotted(segment: string): string {
  return segment === "" ? "" : `.${encodeURIComponent(segment)}`;
}
