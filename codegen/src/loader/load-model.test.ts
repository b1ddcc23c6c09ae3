import { describe, expect, it } from "vitest";
import { resolveLocation } from "../diagnostics/locate.js";
import { serializeAst } from "../serialize/ast.js";
import { nodeToJson } from "../shapes/node-json.js";
import { expectKind, findShape, isBundled } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { loadModel } from "./load-model.js";

function load(...texts: readonly string[]) {
  return loadModel(texts.map((text, index) => createSource(`file${index}`, text)));
}

/** The shapes of a model as the JSON AST has them; loading must not have found anything. */
function shapesOf(...texts: readonly string[]): unknown {
  const { model, diagnostics } = load(...texts);
  expect(diagnostics).toEqual([]);
  return JSON.parse(nodeToJson(serializeAst(model)))["shapes"];
}

function messagesOf(...texts: readonly string[]): readonly string[] {
  return load(...texts).diagnostics.map(({ shape, message }) =>
    shape === undefined ? message : `${shape}: ${message}`,
  );
}

const header = '$version: "2"\nnamespace a.b\n';

describe("loadModel", () => {
  it.each([
    ["an extra member", "list L {\n  member: String\n  more: String\n}", "more"],
    ["an elided member", "structure S {\n  $a\n}", "$a"],
  ])("names the place of %s", (_, text, place) => {
    const source = createSource("place.smithy", `$version: "2"\nnamespace a\n${text}`);
    const starts = loadModel([source]).diagnostics.map(({ location }) => location && resolveLocation(location).start);
    expect(starts).toEqual([source.text.indexOf(place)]);
  });

  it("binds once what is named twice", () => {
    const operations = "operations: [O, O]\n resources: [R, R]";
    const { model } = load(
      `${header}operation O { errors: [E, E] }\nresource R {}\nservice S { ${operations} }\nstructure E {}`,
    );
    expect(findShape(model, "a.b#S")).toMatchObject({ operations: ["a.b#O"], resources: ["a.b#R"] });
    expect(findShape(model, "a.b#O")).toMatchObject({ errors: ["a.b#E"] });
  });

  it("takes the format from the name, else from the text", () => {
    const ast = '{"smithy": "2.0", "shapes": {"a#B": {"type": "string"}}}';
    for (const name of ["model.json", "model"]) {
      expect(loadModel([createSource(name, ast)]).model.shapes.has("a#B")).toBe(true);
    }
    expect(loadModel([createSource("x.smithy", ast)]).diagnostics).not.toEqual([]);
    expect(loadModel([createSource("x", `${header}string B`)]).model.shapes.has("a.b#B")).toBe(true);
  });

  it("gives every model the prelude, and trait modules when they are mentioned", () => {
    const plain = load(`${header}string S`).model;
    expect(findShape(plain, "smithy.api#required")?.traits.has("smithy.api#trait")).toBe(true);
    expect(plain.shapes.has("aws.api#service")).toBe(false);
    const { model } = load(`${header}use aws.api#service\n@service(sdkId: "X")\nservice S {}`);
    expect(isBundled(model, "aws.api#service")).toBe(true);
    expect(isBundled(model, "a.b#S")).toBe(false);
  });

  it("loads only the modules that it is told to", () => {
    const source = createSource("x.smithy", `${header}use aws.api#service\nstring S`);
    expect(loadModel([source], { modules: [] }).model.shapes.has("aws.api#service")).toBe(false);
    expect(loadModel([], { modules: ["smithy.test"] }).model.shapes.has("smithy.test#smokeTests")).toBe(true);
  });

  it("lets a model bring its own copy of a trait module", () => {
    const own = '$version: "2"\nnamespace aws.api\n@trait\nstructure service { own: String }';
    const { model, diagnostics } = load(own, `${header}use aws.api#service\n@service(own: "x")\nservice S {}`);
    expect(diagnostics).toEqual([]);
    const members = [...expectKind(model, "aws.api#service", "structure").members.keys()];
    expect(members).toEqual(["own"]);
    expect(isBundled(model, "aws.api#service")).toBe(false);
    expect(model.shapes.has("aws.api#arn")).toBe(true);
  });

  it("resolves names: used, in the namespace of any file, in the prelude", () => {
    const other = '$version: "2"\nnamespace c\nstring Used\nstring String';
    expect(
      shapesOf(
        `${header}use c#Used\nstructure S { a: Used, b: Other, c: Integer, d: c#String }`,
        `${header}string Other`,
        other,
      ),
    ).toMatchObject({
      "a.b#S": {
        members: {
          a: { target: "c#Used" },
          b: { target: "a.b#Other" },
          c: { target: "smithy.api#Integer" },
          d: { target: "c#String" },
        },
      },
    });
  });

  it("prefers a shape of the namespace to one of the prelude", () => {
    expect(shapesOf(`${header}structure S { a: String }\nstring String`)).toMatchObject({
      "a.b#S": { members: { a: { target: "a.b#String" } } },
    });
  });

  it("resolves unquoted names in values, and warns of those that lead nowhere", () => {
    const trait = "@trait\nlist names { member: String }\n";
    expect(
      shapesOf(`${header}${trait}@names([S, smithy.api#String, S$m, true, null])\nstructure S { m: String }`),
    ).toMatchObject({
      "a.b#S": { traits: { "a.b#names": ["a.b#S", "smithy.api#String", "a.b#S$m", true, null] } },
    });
    expect(messagesOf(`${header}${trait}@names([Nowhere])\nstring S`)).toEqual([
      "Syntactic shape ID `Nowhere` does not resolve to a valid shape ID: `a.b#Nowhere`. Did you mean to quote this string? Are you missing a model file?",
    ]);
  });

  it("refuses a shape that has the name of a used one", () => {
    expect(messagesOf(`${header}use c#S\nstring S`, '$version: "2"\nnamespace c\nstring S')).toEqual([
      "a.b#S: Shape name `S` conflicts with imported shape `c#S`",
    ]);
  });

  it.each([
    ["resource properties", '{"type": "resource", "properties": {}}', "Resource properties can only be used"],
    ["enums", '{"type": "enum", "members": {"A": {"target": "smithy.api#Unit"}}}', "enum shapes cannot be used"],
  ])("refuses %s in a JSON AST of version 1.0", (_, shape, message) => {
    expect(messagesOf(`{"smithy": "1.0", "shapes": {"a#S": ${shape}}}`)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [
      "the name of a member",
      '{"type": "structure", "members": {"a.b": {"target": "smithy.api#String"}}}',
      ["a#S: Invalid shape ID member: a.b"],
    ],
    [
      "a member behind another",
      '{"type": "structure", "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}, "b": 1}}',
      ["a#S: Expected object, but found number.", "Trait `required` applied to unknown shape `a#S$a`"],
    ],
    [
      "an input behind the traits",
      '{"type": "operation", "traits": {"smithy.api#readonly": {}}, "input": 1}',
      ["a#S: Expected `input` to be an object; found number", "Trait `readonly` applied to unknown shape `a#S`"],
    ],
    [
      "an input in front of the traits",
      '{"type": "operation", "input": 1, "traits": {"smithy.api#readonly": {}}}',
      ["a#S: Expected `input` to be an object; found number"],
    ],
    [
      "nothing, where a simple shape has members",
      '{"type": "string", "members": {"a": 1}}',
      [expect.stringContaining("additional")],
    ],
    [
      "nothing, where an unknown trait is on an unknown shape",
      '{"type": "string"}, "a#T": {"type": "apply", "traits": {"a#unknown": {}}}',
      [
        "Trait `a#unknown` applied to unknown shape `a#T`",
        expect.stringContaining("a#T: Unable to resolve trait `a#unknown`."),
      ],
    ],
  ])("reads a shape of a JSON AST no further than to what it cannot read: %s", (_, shape, messages) => {
    expect(messagesOf(`{"smithy": "2.0", "shapes": {"a#S": ${shape}}}`)).toEqual(messages);
  });

  it("leaves out members of enums that target another shape than the unit", () => {
    const members = '{"A": {"target": "smithy.api#String"}}';
    const shapes = `{"a#E": {"type": "enum", "members": ${members}}, "a#I": {"type": "intEnum", "members": ${members}}}`;
    expect(messagesOf(`{"smithy": "2", "shapes": ${shapes}}`)).toEqual([
      "a#E: Enum members may only target `smithy.api#Unit`, but found `smithy.api#String`",
      "a#E: enum must have at least one entry",
      "a#I: intEnum members may only target `smithy.api#Unit`, but found `smithy.api#String`",
      "a#I: intEnum shapes must have at least one member",
    ]);
  });

  it.each([
    ['{"smithy": "3", "shapes": {}}', "Unsupported Smithy version number: 3"],
    ['{"shapes": {}}', "The model has no `smithy` version."],
    ["[]", "Expected object, but found array."],
    ['{"smithy": "2", "shapes": []}', "Expected `shapes` to be an object; found array"],
    ['{"smithy": "2", "shapes": {"S": {"type": "string"}}}', "Invalid shape ID: S"],
    ['{"smithy": "2", "shapes": {"a#S": {}}}', "a#S: Missing expected member `type`."],
    ['{"smithy": "2", "shapes": {"a#S": {"type": "strng"}}}', "a#S: Invalid shape `type`: strng"],
    ['{"smithy": "2", "shapes": {"a#S": {"type": "list"}}}', "a#S: Missing required member of shape `a#S`: member"],
    [
      '{"smithy": "2", "shapes": {"a#S": {"type": "string", "x": 1}}}',
      "a#S: Expected an object with possible properties of `mixins`, `traits`, `type`, but found additional properties: `x`",
    ],
    [
      '{"smithy": "2", "shapes": {"a#S": {"type": "structure", "members": {"m": {"target": "String"}}}}}',
      "a#S: Invalid shape ID: String",
    ],
  ])("explains what is wrong with the JSON AST %s", (text, message) => {
    expect(messagesOf(text)).toEqual([message]);
  });

  it.each([
    ["service S { version: 1 }", "a.b#S: Expected `version` to be a string; found number"],
    ['service S { version: "1", rename: "x" }', "a.b#S: Expected `rename` to be an object; found string"],
    ['service S { version: "1", rename: {"a#b": 1} }', "a.b#S: Expected string, but found number."],
    ['service S { operations: "x" }', "a.b#S: Expected `operations` member to be an array, but found string."],
    ["service S { errors: [{}] }", "a.b#S: Expected array element 0 to be a string but found object."],
    ["resource S { read: 1 }", "a.b#S: Expected `read` member to be a string, but found number."],
    ["resource S { identifiers: { a: [] } }", "a.b#S: Expected string, but found array."],
  ])("explains what is wrong with %s", (text, message) => {
    expect(messagesOf(`${header}${text}`)).toEqual([message]);
  });

  it("gives annotations the value that their shape asks for", () => {
    const traits =
      "@trait\nstructure s {}\n@trait\nlist l { member: String }\n@trait\nmap m { key: String, value: String }\n";
    expect(shapesOf(`${header}${traits}@s @l @m\nstring S`)).toMatchObject({
      "a.b#S": { traits: { "a.b#s": {}, "a.b#l": [], "a.b#m": {} } },
    });
  });

  it("names inline structures, marks them, and lets suffixes be chosen", () => {
    const operation = "operation Get {\n input := { a: String }\n output := @deprecated for R { $id }\n}\n";
    const resource = "resource R { identifiers: { id: String } }";
    expect(
      shapesOf(`$version: "2"\n$operationInputSuffix: "Request"\nnamespace a.b\n${operation}${resource}`),
    ).toMatchObject({
      "a.b#Get": { input: { target: "a.b#GetRequest" }, output: { target: "a.b#GetOutput" } },
      "a.b#GetRequest": { traits: { "smithy.api#input": {} } },
      "a.b#GetOutput": {
        members: { id: { target: "smithy.api#String" } },
        traits: { "smithy.api#output": {}, "smithy.api#deprecated": {} },
      },
    });
  });

  it("gives enum members their values", () => {
    expect(shapesOf(`${header}enum E {\n A\n B = "b"\n}\nintEnum I {\n A = 1\n @enumValue(2) B\n}`)).toMatchObject({
      "a.b#E": {
        members: { A: { traits: { "smithy.api#enumValue": "A" } }, B: { traits: { "smithy.api#enumValue": "b" } } },
      },
      "a.b#I": {
        members: { A: { traits: { "smithy.api#enumValue": 1 } }, B: { traits: { "smithy.api#enumValue": 2 } } },
      },
    });
  });

  it("keeps digits of numbers and names that touch prototypes", () => {
    const text = `${header}@trait\ndocument d\n@d({ "__proto__": 9007199254740993, constructor: 1.50 })\nstructure S { constructor: String }`;
    const { model } = load(text);
    const written = nodeToJson(serializeAst(model), { indent: 0 });
    expect(written).toContain('{"__proto__":9007199254740993,"constructor":1.5}');
    expect(expectKind(model, "a.b#S", "structure").members.get("constructor")?.target).toBe("smithy.api#String");
  });
});

describe("merging", () => {
  it("joins metadata arrays in the order of the files", () => {
    const { model, diagnostics } = load(
      "metadata a = [1]\nmetadata b = {c: 1}",
      '{"smithy": "2", "metadata": {"a": [2], "b": {"c": 1}}}',
    );
    expect(diagnostics).toEqual([]);
    expect(model.metadata).toEqual({ a: [1, 2], b: { c: 1 } });
  });

  it.each([
    [
      "metadata",
      ["metadata a = 1", "metadata a = 2"],
      "Metadata conflict for key `a`. Defined in both `file1 [1, 14]` and `file0 [1, 14]`",
    ],
    [
      "shapes",
      [`${header}string S`, `${header}integer S`],
      "a.b#S: Conflicting shape definition for `a.b#S` found at `file1 [3, 1]` and `file0 [3, 1]`. Left is integer, right is string",
    ],
    [
      "members",
      [`${header}structure S { a: String }`, `${header}structure S { b: String }`],
      "a.b#S: Conflicting shape definition for `a.b#S` found at `file1 [3, 1]` and `file0 [3, 1]`. Members differ: [b] vs [a]",
    ],
    [
      "traits",
      [`${header}@title("a")\nstring S`, `${header}apply S @title("b")`],
      "a.b#S: Conflicting `smithy.api#title` trait found on shape `a.b#S`. The previous trait was defined at `file0 [3, 1]`, and a conflicting trait was defined at `file1 [3, 9]`.",
    ],
  ])("refuses %s that contradict each other", (_, texts, message) => {
    expect(messagesOf(...texts)).toEqual([message]);
  });

  it("takes equal definitions and trait values for one, and joins lists", () => {
    const text = `${header}@title("a")\n@tags(["x"])\nstructure S { a: String }`;
    const { model, diagnostics } = load(text, `${text}\napply S @tags(["y"])`);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "NOTE Model.IgnoredDuplicateDefinition",
    ]);
    expect(findShape(model, "a.b#S")?.traits.get("smithy.api#tags")?.value).toEqual(["x", "x", "y"]);
  });

  it("applies traits to members, also those that mixins bring, and to bundled shapes", () => {
    const { model, diagnostics } = load(
      `${header}@mixin\nstructure M { a: String }\nstructure S with [M] {}\napply S$a { @required @title("t") }`,
      '{"smithy": "2.0", "shapes": {"smithy.api#String": {"type": "apply", "traits": {"smithy.api#tags": ["x"]}}}}',
    );
    expect(diagnostics).toEqual([]);
    expect([...(findShape(model, "a.b#S$a")?.traits.keys() ?? [])]).toEqual([
      "smithy.api#required",
      "smithy.api#title",
    ]);
    expect(findShape(model, "a.b#M$a")?.traits.size).toBe(0);
    expect(findShape(model, "smithy.api#String")?.traits.get("smithy.api#tags")?.value).toEqual(["x"]);
    expect(load("").model.shapes.get("smithy.api#String")?.traits.size).toBe(0);
  });

  it("reports traits for shapes that do not exist", () => {
    expect(messagesOf(`${header}apply Nothing @sensitive\nstructure S {}\napply S$a @required`)).toEqual([
      "Trait `sensitive` applied to unknown shape `a.b#Nothing`",
      "Trait `required` applied to unknown shape `a.b#S$a`",
    ]);
  });

  it.each([
    ["@lenght(min: 1)", 'Did you mean "length"?'],
    ["@ownn", 'Did you mean "own"?'],
    [
      "@awsJson1_1",
      'Did you mean "aws.protocols#awsJson1_1"? A file says "use aws.protocols#awsJson1_1" to shorten it.',
    ],
    ["@aws.auth#sigv", 'Did you mean "aws.auth#sigv4"?'],
    ["@nothingLikeIt", undefined],
  ])("suggests what %s was meant to be", (trait, suggestion) => {
    const { diagnostics } = load(`${header}@trait\nstructure own {}\n${trait}\nstring S`);
    expect(diagnostics.map((found) => [found.code, found.suggestion])).toEqual([["Model.UnresolvedTrait", suggestion]]);
  });
});
