import { unitId } from "../../knowledge/service-index.js";
import { isSparse, isStreaming } from "../../knowledge/traits.js";
import { expectShape } from "../../shapes/model.js";
import type { ListShape, MapShape, RootShape, Shape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { ifAny, ifGuarded, indented } from "./code.js";
import type { Unit, ValidatorContext } from "./context.js";
import { addPart, chunks, largestFunction } from "./function-parts.js";
import { readMembers } from "./read-members.js";
import { refusals, sizeRefusals } from "./simple-values.js";
import { uniqueRefusal } from "./unique-keys.js";

/** Whether values of the shape hold other values, so that they get functions of their own. */
export function isAggregate(shape: RootShape): shape is ListShape | MapShape | StructureShape | UnionShape {
  return shape.kind === "list" || shape.kind === "map" || shape.kind === "structure" || shape.kind === "union";
}

/** Statements that return false for a value that is refused and true at the end. */
export function testBody(context: ValidatorContext, unit: Unit): readonly string[] {
  const { target } = unit;
  const depth = unit.group === undefined ? [] : [`if (depth > ${context.helper("maximumDepth")}) return false;`];
  switch (target.kind) {
    case "structure":
      return [...depth, ...structureTest(context, unit, target)];
    case "union":
      return [...depth, ...unionTest(context, unit, target)];
    case "list":
      return [...depth, ...listTest(context, unit, target)];
    case "map":
      return [...depth, ...mapTest(context, unit, target)];
    default:
      return simpleTest(context, unit);
  }
}

function simpleTest(context: ValidatorContext, unit: Unit): readonly string[] {
  const rules = refusals(context, unit, "value");
  const [only = ""] = rules;
  if (rules.length > 1) return [ifAny(rules, "return false;"), "return true;"];
  if (only.startsWith("!") && !only.includes(" ")) return [`return ${only.slice(1)};`];
  if (/^typeof \S+ !== "\w+"$/.test(only)) return [`return ${only.replace("!==", "===")};`];
  return [ifAny(rules, "return false;"), "return true;"];
}

function structureTest(context: ValidatorContext, unit: Unit, shape: StructureShape): readonly string[] {
  const blocks = readMembers(context, shape).map(({ member, variable, declaration, required }) => {
    const rules = valueRefusals(context, unit, member, variable);
    const test = required
      ? ifAny(rules, "return false;")
      : ifGuarded(`${variable} !== undefined`, rules, "return false;");
    return [declaration, test];
  });
  const head = ifAny([`!${context.helper("isObject")}(value)`], "return false;");
  if (blocks.length <= largestFunction) return [head, ...blocks.flat(), "return true;"];
  const parts = chunks(blocks).map((chunk, part) =>
    addPart(context, unit, `test ${part}`, [], "boolean", [...chunk.flat(), "return true;"]),
  );
  return [head, ...parts.map((part) => ifAny([`!${part}`], "return false;")), "return true;"];
}

function unionTest(context: ValidatorContext, unit: Unit, shape: UnionShape): readonly string[] {
  const blocks = readMembers(context, shape).map(({ member, variable, declaration }) => [
    declaration,
    `if (${variable} !== undefined) {`,
    ...indented([ifAny(valueRefusals(context, unit, member, variable), "return -1;", 2), "set += 1;"]),
    "}",
  ]);
  const head = ifAny([`!${context.helper("isObject")}(value)`], "return false;");
  if (blocks.length <= largestFunction) {
    const lines = blocks.flat().map((line) => line.replace("return -1;", "return false;"));
    return [head, "let set = 0;", ...lines, "return set === 1;"];
  }
  const parts = chunks(blocks).map((chunk, part) =>
    addPart(context, unit, `test ${part}`, [], "number", ["let set = 0;", ...chunk.flat(), "return set;"]),
  );
  // A part that refuses a member says -1.
  return [
    head,
    "let set = 0;",
    ...parts.flatMap((part, index) => [
      `const set${index} = ${part};`,
      ifAny([`set${index} < 0`], "return false;"),
      `set += set${index};`,
    ]),
    "return set === 1;",
  ];
}

/** `findIndex`, because engines inline it better than a loop, and because, unlike `some`, it does not skip holes. */
function listTest(context: ValidatorContext, unit: Unit, shape: ListShape): readonly string[] {
  const sizes = sizeRefusals(unit.constraints.length, "value.length");
  const rules = valueRefusals(context, unit, shape.member, "item");
  const sparse = isSparse(shape);
  const condition = sparse
    ? `item !== null && ${rules.length === 1 ? rules.join("") : `(${rules.join(" || ")})`}`
    : rules.join(" || ");
  const line = `const refused = value.findIndex((item: unknown) => ${condition});`;
  const test = sparse ? ifGuarded("item !== null", rules, "return true;", 2) : ifAny(rules, "return true;", 2);
  const block = ["const refused = value.findIndex((item: unknown) => {", ...indented([test, "return false;"]), "});"];
  return [
    ifAny(["!Array.isArray(value)", ...sizes], "return false;"),
    line.length <= 118 ? line : block.join("\n"),
    ...(unit.constraints.uniqueItems
      ? [ifAny(["refused !== -1", uniqueRefusal(context, shape)], "return false;")]
      : []),
    unit.constraints.uniqueItems ? "return true;" : "return refused === -1;",
  ];
}

function mapTest(context: ValidatorContext, unit: Unit, shape: MapShape): readonly string[] {
  const sizes = sizeRefusals(unit.constraints.length, "keys.length");
  const keyRules = valueRefusals(context, unit, shape.key, "key").filter((rule) => rule !== 'typeof key !== "string"');
  const rules = valueRefusals(context, unit, shape.value, "item");
  return [
    ifAny([`!${context.helper("isObject")}(value)`], "return false;"),
    "const keys = Object.keys(value);",
    ...(sizes.length === 0 ? [] : [ifAny(sizes, "return false;")]),
    [
      "for (const key of keys) {",
      ...indented([
        ...(keyRules.length === 0 ? [] : [ifAny(keyRules, "return false;", 2)]),
        "const item = value[key];",
        isSparse(shape) ? ifGuarded("item !== null", rules, "return false;", 2) : ifAny(rules, "return false;", 2),
      ]),
      "}",
    ].join("\n"),
    "return true;",
  ];
}

/** Conditions of which one holds when a member, item, key or value is refused. `unit` is whose function this is. */
function valueRefusals(context: ValidatorContext, unit: Unit, member: Shape, code: string): readonly string[] {
  const target = member.kind === "member" ? expectShape(context.model, member.target) : member;
  if (target.id === unitId) return [`!${context.helper("isObject")}(${code})`];
  if (target.kind === "union" && isStreaming(context.model, member)) {
    return [`!${context.helper("isAsyncIterable")}(${code})`];
  }
  const inner = context.unit(member);
  if (!isAggregate(target)) return refusals(context, { ...inner, shape: member }, code);
  return [`!${testCall(context, unit, inner, code)}`];
}

/** Inside a recursion the depth goes on; everything else starts anew. */
function testCall(context: ValidatorContext, from: Unit, unit: Unit, code: string): string {
  if (unit.group === undefined) return `${unit.test}(${code})`;
  return `${depthTest(context, unit)}(${code}, ${from.group === unit.group ? "depth + 1" : "0"})`;
}

/** The function behind `isX` that counts the depth of a recursive shape. */
export function depthTest(context: ValidatorContext, unit: Unit): string {
  if (unit.shape.kind === "member") return unit.test;
  return context.local(`test ${unit.shape.id}`, `test${unit.test.replace(/^is/, "")}`);
}
