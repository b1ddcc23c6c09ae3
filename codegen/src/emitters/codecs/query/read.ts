import { propertyKey, stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { queryListInfix, queryMapNames, queryNameOf, vanishesEmpty } from "../../../knowledge/query-names.js";
import { unitId } from "../../../knowledge/service-index.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape, RootShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { absentValue } from "../absent-members.js";
import { helperType } from "../context.js";
import { fillsDefault } from "../defaults.js";
import { inParts, largestFunction } from "../function-parts.js";
import { propertyOf, readMember, writeMember } from "../members.js";
import { isString, textMembers, textReader } from "../text-values.js";
import { formType, queryHelper, type QueryContext } from "./query-context.js";
import { openTypeOf } from "../open-type.js";

/** `decodeQueryX` of a structure: members as the form has them, what the model does not know left out, then defaults. */
export function readQueryStructure(context: QueryContext, shape: StructureShape): void {
  const type = context.file.use(context.names.type(shape.id));
  const members = textMembers(context.model, shape);
  if (members.length === 0) return declare(context, shape, type, ["form.refuseText();", "return {};"]);
  const draft = `${helperType(context, "Draft")}<${type}>`;
  declare(context, shape, type, [
    `const result: ${draft} = {};`,
    ...readLoop(context, shape, members, draft),
    ...absentStatements(context, shape, members, draft),
    `return result as ${type};`,
  ]);
}

/** `decodeQueryX` of a union: exactly one member. */
export function readQueryUnion(context: QueryContext, shape: UnionShape): void {
  const type = context.file.use(context.names.type(shape.id));
  const cases = textMembers(context.model, shape).map((member) => {
    const value = readPlace(context, member, "member", member);
    const name = stringLiteral(queryNameOf(context.dialect, member));
    return `  case ${name}:\n    return { ${propertyKey(member.name)}: ${value} };`;
  });
  declare(context, shape, type, [
    `const member = ${queryHelper(context, "decodeQueryUnion")}(form);`,
    [
      "switch (member.name) {",
      ...cases,
      "  default:",
      '    return form.refuse("the union has a member that the model does not know");',
      "}",
    ].join("\n"),
  ]);
}

function declare(
  context: QueryContext,
  shape: StructureShape | UnionShape,
  returnType: string,
  body: readonly string[],
): void {
  context.file.add(
    functionDeclaration({
      name: context.names.decode(shape.id, context.dialect).name,
      docs: `A server's read of ${context.names.shapeName(shape.id)} from a form. Throws DecodeError for what does not fit.`,
      parameters: [{ name: "form", type: formType(context) }],
      returnType,
      body,
    }),
  );
}

/** The loop over what the form has; for very large shapes the cases are in functions of their own. */
function readLoop(
  context: QueryContext,
  shape: StructureShape,
  members: readonly MemberShape[],
  draft: string,
): readonly string[] {
  const cases = members.map((member) => {
    const set = writeMember(
      context,
      "result",
      propertyOf(context, shape, member),
      readPlace(context, member, "member", member),
    );
    return [`case ${stringLiteral(queryNameOf(context.dialect, member))}:`, `  ${set}`, "  break;"];
  });
  const switchOf = (some: readonly (readonly string[])[]): readonly string[] => [
    "switch (member.name) {",
    ...some.flat().map((line) => `  ${line}`),
    "}",
  ];
  const loop = (lines: readonly string[]): string =>
    ["for (const member of form.members()) {", ...lines.map((line) => `  ${line}`), "}"].join("\n");
  if (cases.length <= largestFunction) return [loop(switchOf(cases))];
  return [
    loop(
      Array.from({ length: Math.ceil(cases.length / largestFunction) }, (_, part) => {
        let name = `decodeMembers${part}Of${context.names.shapeName(shape.id)}`;
        while (context.names.isTaken(name)) name += "_";
        const own = cases.slice(part * largestFunction, (part + 1) * largestFunction);
        context.file.add(
          functionDeclaration({
            name,
            exported: false,
            parameters: [
              { name: "member", type: formType(context) },
              { name: "result", type: draft },
            ],
            returnType: "void",
            body: [switchOf(own).join("\n")],
          }),
        );
        return `${name}(member, result);`;
      }),
    ),
  ];
}

function absentStatements(
  context: QueryContext,
  shape: StructureShape,
  members: readonly MemberShape[],
  draft: string,
): readonly string[] {
  const statements = members.flatMap((member) => {
    const absent = absentValue(context, "decode", shape, member, {
      vanishesEmpty: canVanish(context, targetOf(context.model, member)),
      structure: (id) =>
        `${context.file.use(context.names.decode(id, context.dialect))}(${queryHelper(context, "emptyForm")}())`,
      refusal: 'form.refuse("expected the members of a structure")',
    });
    if (absent === undefined) return [];
    const property = propertyOf(context, shape, member);
    const test = `if (${readMember(context, "result", property)} === undefined) `;
    return [test + writeMember(context, "result", property, absent)];
  });
  return inParts(context, statements, {
    name: context.names.decode(shape.id, context.dialect).name,
    parameters: () => [
      { name: "form", type: formType(context) },
      { name: "result", type: draft },
    ],
    returnType: "void",
    last: [],
    call: (call) => `${call};`,
  });
}

/** Whether some value of the shape leaves no pair in a form, so that one which is not there can only be that value. */
function canVanish(context: QueryContext, target: RootShape, open: ReadonlySet<RootShape> = new Set()): boolean {
  if (target.kind === "list" || target.kind === "map") return vanishesEmpty(context.dialect, target.kind);
  if (target.kind !== "structure" || open.has(target)) return false;
  const around = new Set([...open, target]);
  return textMembers(context.model, target).every((member) => {
    if (fillsDefault(context, target, member, "encode")) return false;
    const isRequired = isRequiredMember(target, member, context.options.optionality);
    return !isRequired || canVanish(context, targetOf(context.model, member), around);
  });
}

/** An expression that reads what stands at and below `form` as a member's value; `owner` is the member of a structure or union. */
function readPlace(context: QueryContext, member: MemberShape, form: string, owner?: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return `${placeReader(context, member)}(${form})`;
    case "list":
    case "map":
      return readCollection(context, target, form, owner);
    default: {
      const read = isString(target) ? `${form}.text()` : `${form}.scalar(${textReader(context, "decode", member)})`;
      const cast = openTypeOf(context, "decode", target);
      return cast === undefined ? read : `${read} as ${cast}`;
    }
  }
}

function readCollection(
  context: QueryContext,
  target: ListShape | MapShape,
  form: string,
  owner?: MemberShape,
): string {
  if (target.kind === "list") {
    const infix = queryListInfix(context.dialect, target, owner);
    const segment = infix === "" ? "undefined" : stringLiteral(infix);
    return `${queryHelper(context, "decodeQueryList")}(${form}, ${segment}, ${placeReader(context, target.member)})`;
  }
  const { infix, key, value } = queryMapNames(target, owner);
  const names = `{ infix: ${stringLiteral(infix === "" ? "" : `.${infix}`)}, key: ${stringLiteral(key)}, value: ${stringLiteral(value)} }`;
  return `${queryHelper(context, "decodeQueryMap")}(${form}, ${names}, ${placeReader(context, target.value)})`;
}

function placeReader(context: QueryContext, member: MemberShape): string {
  const target = targetOf(context.model, member);
  if (target.kind !== "structure" && target.kind !== "union") {
    return `(item) => ${readPlace(context, member, "item")}`;
  }
  return target.id === unitId
    ? queryHelper(context, "decodeQueryUnit")
    : context.file.use(context.names.decode(target.id, context.dialect));
}
