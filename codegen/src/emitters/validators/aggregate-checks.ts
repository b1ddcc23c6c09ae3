import { stringLiteral } from "../../emit/escape.js";
import type { ParameterSpec } from "../../emit/structures.js";
import { unitId } from "../../knowledge/service-index.js";
import { isSensitive, isSparse, isStreaming } from "../../knowledge/traits.js";
import { expectShape } from "../../shapes/model.js";
import type { ListShape, MapShape, Shape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { isAggregate } from "./aggregate-tests.js";
import { addPart, chunks, largestFunction } from "./function-parts.js";
import { readMembers } from "./read-members.js";
import { arrayLiteral, call, ifAny, indented } from "./code.js";
import type { Unit, ValidatorContext } from "./context.js";
import { boundsCode, isConstrained, reports, sizeRefusals, type Place } from "./simple-values.js";
import { uniqueRefusal } from "./unique-keys.js";

const own: Place = { path: "path", key: "key" };

/** Statements that report all that is wrong with a value. */
export function checkBody(context: ValidatorContext, unit: Unit): readonly string[] {
  const { target } = unit;
  switch (target.kind) {
    case "structure":
      if (target.members.size === 0) return [refusal(context, unit, "isObject")];
      return [...opening(context, unit, "isObject"), ...structureCheck(context, unit, target)];
    case "union":
      return [...opening(context, unit, "isObject"), ...unionCheck(context, unit, target)];
    case "list":
      return [...opening(context, unit, undefined), ...listCheck(context, unit, target)];
    case "map":
      return [...opening(context, unit, "isObject"), ...mapCheck(context, unit, target)];
    default:
      return reports(context, unit, "value", own);
  }
}

/** Refuses other types, finds the value's own path and stops a recursion that is too deep. */
function opening(context: ValidatorContext, unit: Unit, type: "isObject" | undefined): readonly string[] {
  return [
    refusal(context, unit, type),
    `const at = ${context.helper("pathOf")}(path, key);`,
    ...(unit.group === undefined ? [] : [`if (${context.helper("isTooDeep")}(report, at, depth)) return;`]),
  ];
}

function refusal(context: ValidatorContext, unit: Unit, type: "isObject" | undefined): string {
  const wrong = type === undefined ? "!Array.isArray(value)" : `!${context.helper(type)}(value)`;
  const fail = call(context.helper("failType"), ["report", "path", "key", "value", stringLiteral(unit.target.kind)]);
  return [`if (${wrong}) {`, ...indented([fail, "return;"]), "}"].join("\n");
}

function structureCheck(context: ValidatorContext, unit: Unit, shape: StructureShape): readonly string[] {
  const blocks = readMembers(context, shape).map(({ member, property, variable, declaration, required }) => {
    const place = { path: "at", key: stringLiteral(property) };
    const lines = valueReports(context, unit, member, variable, place);
    return [declaration, required ? lines.join("\n") : guarded(`${variable} !== undefined`, lines)];
  });
  if (blocks.length <= largestFunction) return blocks.flat();
  return chunks(blocks).map((chunk, part) => {
    return `${addPart(context, unit, `check ${part}`, partParameters(context), "void", chunk.flat())};`;
  });
}

function partParameters(context: ValidatorContext): readonly ParameterSpec[] {
  return [
    { name: "at", type: "string" },
    { name: "report", type: context.helperType("Report") },
  ];
}

function unionCheck(context: ValidatorContext, unit: Unit, shape: UnionShape): readonly string[] {
  const members = readMembers(context, shape);
  const names = arrayLiteral(
    members.map(({ property }) => stringLiteral(property)),
    30,
  );
  const blocks = members.map(({ member, property, variable, declaration }) => {
    const place = { path: "at", key: stringLiteral(property) };
    const lines = indented(["set += 1;", ...valueReports(context, unit, member, variable, place)]);
    return [declaration, [`if (${variable} !== undefined) {`, ...lines, "}"].join("\n")];
  });
  const body =
    blocks.length <= largestFunction
      ? blocks.flat()
      : chunks(blocks).map((chunk, part) => {
          const lines = ["let set = 0;", ...chunk.flat(), "return set;"];
          return `set += ${addPart(context, unit, `check ${part}`, partParameters(context), "number", lines)};`;
        });
  return [
    "let set = 0;",
    ...body,
    ifAny(["set !== 1"], call(context.helper("failUnion"), ["report", "path", "key", names])),
  ];
}

function listCheck(context: ValidatorContext, unit: Unit, shape: ListShape): readonly string[] {
  const items = valueReports(context, unit, shape.member, "item", { path: "at", key: "index" });
  const unique = unit.constraints.uniqueItems;
  return [
    ...sizeReport(context, unit, "value.length"),
    ...(unique ? ["const before = report.failures.length;"] : []),
    [
      "for (let index = 0; index < value.length; index += 1) {",
      ...indented([
        "const item: unknown = value[index];",
        isSparse(shape) ? guarded("item !== null", items) : items.join("\n"),
      ]),
      "}",
    ].join("\n"),
    // Items that are wrong themselves cannot be compared.
    ...(unique
      ? [
          ifAny(
            [`report.failures.length === before && ${uniqueRefusal(context, shape)}`],
            call(context.helper("failUniqueItems"), ["report", "path", "key"]),
          ),
        ]
      : []),
  ];
}

function mapCheck(context: ValidatorContext, unit: Unit, shape: MapShape): readonly string[] {
  // What is wrong with a key is said of the map, as in Smithy; a sensitive key is no part of a path.
  const hidden = isSensitive(context.model, shape.key) || isSensitive(context.model, shape);
  const key = hidden ? '"*"' : `${context.helper("escapeKey")}(entry)`;
  const keyTarget = expectShape(context.model, shape.key.target);
  const keyUnit = context.unit(shape.key);
  const keyReports =
    keyTarget.kind === "string" && !isConstrained(keyUnit) ? [] : valueReports(context, unit, shape.key, "entry", own);
  const items = valueReports(context, unit, shape.value, "item", { path: "at", key });
  return [
    "const entries = Object.keys(value);",
    ...sizeReport(context, unit, "entries.length"),
    [
      "for (const entry of entries) {",
      ...indented([
        ...keyReports,
        "const item = value[entry];",
        isSparse(shape) ? guarded("item !== null", items) : items.join("\n"),
      ]),
      "}",
    ].join("\n"),
  ];
}

function sizeReport(context: ValidatorContext, unit: Unit, size: string): readonly string[] {
  const { length } = unit.constraints;
  const rules = sizeRefusals(length, size);
  if (length === undefined || rules.length === 0) return [];
  const fail = call(context.helper("failLength"), ["report", "path", "key", size, ...boundsCode(length)]);
  return [ifAny(rules, fail)];
}

/** Statements for a member, item, key or value. `unit` is whose function this is. */
function valueReports(
  context: ValidatorContext,
  unit: Unit,
  member: Shape,
  code: string,
  place: Place,
): readonly string[] {
  const target = member.kind === "member" ? expectShape(context.model, member.target) : member;
  const isEvents = target.kind === "union" && isStreaming(context.model, member);
  if (target.id === unitId || isEvents) {
    const helper = context.helper(isEvents ? "isAsyncIterable" : "isObject");
    const expected = stringLiteral(target.kind);
    const fail = call(context.helper("failType"), ["report", place.path, place.key, code, expected]);
    return [ifAny([`!${helper}(${code})`], fail)];
  }
  const inner = context.unit(member);
  // Shapes of the prelude have no functions here, and plain types need none.
  const inPlace = !isAggregate(target) && (!isConstrained(inner) || !context.closure.has(target.id));
  if (inPlace || (!isAggregate(target) && inner.shape.kind === "member")) {
    return reports(context, { ...inner, shape: member }, code, place);
  }
  const depth = inner.group === undefined ? [] : [inner.group === unit.group ? "depth + 1" : "0"];
  return [call(inner.check, [code, place.path, place.key, "report", ...depth])];
}

function guarded(condition: string, lines: readonly string[]): string {
  const [only = ""] = lines;
  const isShort = lines.length === 1 && !only.includes("\n") && !only.startsWith("if ");
  if (isShort && `if (${condition}) ${only}`.length <= 116) return `if (${condition}) ${only}`;
  return [`if (${condition}) {`, ...indented(lines), "}"].join("\n");
}
