import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { layOut, type Surroundings } from "./statement.js";

const width = 60;

/** What prettier makes of a statement, or of a member, without its indentation. */
async function byPrettier(text: string, surroundings: Surroundings, column: number): Promise<string> {
  const depth = column / 2;
  const before = surroundings === "block" ? "{".repeat(depth) : `${surroundings} _ {`;
  const after = surroundings === "block" ? "}".repeat(depth) : "}";
  const formatted = await format(`${before}\n${text}\n${after}`, { parser: "babel-ts", printWidth: width });
  const lines = formatted.trimEnd().split("\n");
  return (depth === 0 ? lines : lines.slice(depth, -depth)).join("\n").trim();
}

const statements: readonly string[] = [
  'import { first, type Second, third as fourth, fifth, sixth } from "./module.js";',
  'import type { FirstOfMany, SecondOfMany, ThirdOfMany } from "./module.js";',
  "function checkSomething(value: unknown, path: string, key: Key): void {\n  _1_;\n}",
  "export async function parse(value: unknown): Promise<ParseResult<Something>> {\n  _1_;\n}",
  "export function isSomethingLong(value: unknown): value is SomethingVeryLong {\n  _12_;\n}",
  "export function create<Context = Default>(handlers: Handlers<Context>, ...[options]: Rest<Context>): Server {\n  _3_;\n}",
  "export const SomethingSchema: StandardSchema<unknown, Something> = /* @__PURE__ */ schema(parseSomething);",
  "export const SomethingSchema: Schema<unknown> = /* @__PURE__ */ schema(parseSomethingWithARatherLongName);",
  "export const Counts: Schema<unknown, Readonly<Record<string, number>>> = /* @__PURE__ */ schema(parseCounts);",
  "export const list: Operation<Request, Response> = /* @__PURE__ */ jsonOperation({\n  $1$: 0,\n});",
  "export const aLongerName: Operation<RequestOfIt, ResponseOfIt> = /* @__PURE__ */ jsonOperation({\n  $1$: 0,\n});",
  "const somePattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\\/)*[a-z0-9]{1,100}$/u;",
  'const text = "a text that is too long for the line, whatever one does with it";',
  "const configuration = value.configuration === undefined ? undefined : dropConfiguration(value.configuration);",
  "const result = isOk ? somethingWithALongName(value) : somethingElseWithALongName(value);",
  'if (isPresent(object.name)) result.name = decodeString(object.name, path + "/name");',
  'if (isPresent(object.kind)) result.kind = decode(object.kind, path + "/kind") as Kind;\nelse result.kind = "";',
  "if (first === value.first && second === value.second && !hasOthers(value, members)) {\n  return value;\n}",
  'if (isPresent(value.size)) json += (json.length > 1 ? \',"size":\' : \'"size":\') + encode(value.size, "Layer.size");',
  "if (a) {\n  first();\n} else if (thisIsALongConditionWith(several, values, andMore, another)) {\n  second();\n} else {\n  third();\n}",
  "if (!(value >= minimumOfTheRange) || !(value <= maximumOfTheRange) || isBad) return false;",
  'if (item !== null && (typeof item !== "string" || item.length > maximumLength || isBad(item))) return true;',
  'return \'{"filter":"\' + escape(value.filter, "Filter.filter") + \'"\' + ",more" + "}";',
  "return first === second && third.length >= fourth.length - fifthValue * 2;",
  "return parseResult(value, checkSomethingList, (item) => dropFromList(item, dropSomething));",
  'if (isPresent(object.Keys)) result.Keys = decodeList(object.Keys, path + "/Keys", (item, place) => decode(item, place));',
  'json += (json.length > 1 ? \',"Keys":\' : \'"Keys":\') + encodeList(value.Keys, "A.Keys", (item) => encode(item, some));',
  "return parseTheResult(valueOfSomeKind, checkSomethingListOfThings, (item) => drop(item));",
  "return keepMembers(value, membersOfSomethingLong, {}) as SomethingVeryLongIndeed;",
  "return new SomethingNotFoundException(result as SomethingReceived, options);",
  'throw new DecodeError(path, "the union has a member that the model does not know");',
  "set.add(value);",
  'for (const key of keys) {\n  if (key !== "INFORMATIONAL" && key !== "LOW" && key !== "MEDIUM") {\n    return false;\n  }\n\n  const item = value[key];\n}',
  "for (let index = 0; index < value.length; index += 1) {\n  const item: unknown = value[index];\n  check(item, at, index);\n}",
  "const refused = value.findIndex((item: unknown) => {\n  if (isAbsent(item) || !isOfSomeKind(item) || isBad(item)) {\n    return true;\n  }\n\n  return false;\n});",
  "for (let index = 0; index < valueWithAVeryLongName.length; index += 1) {\n  check(item);\n}",
  'const body = isPresent(payload) ? \'<Root xmlns="http://example.com"\' + encodeXmlRoot(payload) + "</Root>" : "";',
  "const short = isOk ? first + second : theThirdOfMany + theFourthOfMany + theFifthOfManyOthers;",
  "{\n  first(one);\n  somethingThatIsCalled(withSome, argumentsThat, doNotFit, here);\n}",
];

const members: readonly (readonly [Surroundings, string])[] = [
  ["interface", 'readonly FailureCode: "InvalidImageDigest" | "InvalidImageTag" | "ImageNotFound";'],
  ["interface", 'readonly "application/json": components["schemas"]["First"] | components["schemas"]["Second"];'],
  ["interface", 'readonly items?: readonly components["schemas"]["AnItemWithAVeryLongName"][];'],
  [
    "interface",
    "readonly Responses?: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>> | undefined;",
  ],
  ["interface", "readonly kind: First | Second | Third | Fourth | Fifth | Sixth | Seventh | Eighth;"],
  ["interface", "type: Partial<SomethingLong | SomethingElse | AndAThirdOne>;"],
  ["interface", "check(input: Checked): TheFirstResponseOfMany | TheSecondResponseOfMany | TheThirdResponse | Last;"],
  [
    "interface",
    "check(input: Checked | Unchecked | SomethingElse | undefined, other: Other): TheSecondResponseOfMany;",
  ],
  [
    "interface",
    "check(input: Checked | Unchecked | SomethingElse | AFourth | AFifth | undefined, other: Other): Some;",
  ],
  ["interface", "check(input: CheckItRequest): FirstResponseOfMany | SecondResponseOfMany | Third;"],
  ["interface", "checkIt(input: CheckItRequest, context: Context): Response | Promise<Response>;"],
  ["class", "checkIt(input: CheckItRequest = {}, options?: CallOptions): Promise<Response> {\n    _1_;\n  }"],
  ["class", "static async make(settings: SettingsOfSomeSort, options?: Options): Promise<Made> {\n    _1_;\n  }"],
];

describe("what is laid out here is what prettier would make of it", () => {
  for (const text of statements) {
    test.each([0, 2, 4])(`at column %i: ${text.slice(0, 50).replaceAll("\n", " ")}`, async (column) => {
      expect(layOut(text, "block", column, width)).toBe(await byPrettier(text, "block", column));
    });
  }
  test.each(members)("in a %s: %s", async (surroundings, text) => {
    expect(layOut(text, surroundings, 2, width)).toBe(await byPrettier(text, surroundings, 2));
  });
});

test.each([
  "const value = `a template`;",
  "const value = { object: 1 };",
  "const value = [one, two];",
  "const value = a.b.c(d).e(f);",
  "call(/* a comment */ value);",
  "call((redundant), (await thing));",
  "a ? b : c ? d : e;",
  "const value = a && b || c;",
  "while (true) call();",
  "label: call();",
  "const a = 1, b = 2;",
  "let value = first;",
  "const refused = valueWithAVeryLongName.findIndex((item: unknown) => {\n  return false;\n});",
  "for (let index of indices) {\n  call();\n}",
  "export default value;",
  "type Name = Other;",
  "const value = (first, second);",
  "no statement at all",
  "call(one",
])("what has no known layout is left to prettier: %s", (text) => {
  expect(layOut(text, "block", 0, width)).toBeUndefined();
});

const name = fc.integer({ min: 1, max: 24 }).map((length) => `n${"ame".repeat(8).slice(0, length)}`);
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { weight: 3, arbitrary: name },
    { weight: 1, arbitrary: fc.tuple(name, name).map(([object, member]) => `${object}.${member}`) },
    { weight: 1, arbitrary: name.map((text) => `"${text}"`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(name, fc.array(tie("expression"), { maxLength: 3 }))
        .map(([callee, list]) => `${callee}(${list.join(", ")})`),
    },
    { weight: 1, arbitrary: tie("operand").map((operand) => `!${operand.replace(/^!+/, "")}`) },
  ),
  expression: fc.oneof(
    { maxDepth: 4 },
    tie("operand"),
    fc
      .tuple(fc.constantFrom(" + ", " && ", " || "), fc.array(tie("operand"), { minLength: 2, maxLength: 4 }))
      .map(([operator, list]) => list.join(operator)),
    fc.tuple(tie("operand"), tie("operand"), tie("operand")).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    fc
      .tuple(tie("operand"), tie("operand"), tie("operand"))
      .map(([test, yes, no]) => `${test} === ${yes} ? ${yes} : ${no}`),
    fc
      .tuple(tie("operand"), tie("operand"), tie("operand"), fc.constantFrom("+", "&&", "===", ">="))
      .map(([test, yes, no, operator]) => `${test} ? ${yes} ${operator} ${no} : ${no} ${operator} ${yes}`),
  ),
}));
const statement = fc.oneof(
  expression.map((value) => `return ${value};`),
  fc.tuple(name, expression).map(([target, value]) => `const ${target} = ${value};`),
  fc.tuple(name, expression).map(([target, value]) => `${target} += ${value};`),
  fc.tuple(expression, name, expression).map(([test, target, value]) => `if (${test}) ${target} = ${value};`),
);

test("any statement of the known kinds is laid out as prettier does, or not at all", async () => {
  let known = 0;
  await fc.assert(
    fc.asyncProperty(statement, async (text) => {
      const layout = layOut(text, "block", 2, width);
      if (layout === undefined) return;
      known += 1;
      expect(layout).toBe(await byPrettier(text, "block", 2));
    }),
    { numRuns: 300, seed: 42 },
  );
  expect(known).toBeGreaterThan(150);
});
