import { describe, expect, it } from "vitest";
import { isSpan, createSource } from "../source/source.js";
import { parse } from "./parse.js";

const head = '$version: "2.0"\nnamespace a.b\n';
const old = "namespace a.b\n";
const values = `STRING('"'), TEXT_BLOCK('"""'), NUMBER, IDENTIFIER, LBRACE('{'), LBRACKET('[')`;

/** Each diagnostic as `line:column shape message`, where the message names the same place in words. */
function report(text: string): string[] {
  return parse(createSource("a.smithy", text)).diagnostics.map(({ message, shape = "-", severity }) => {
    const match = /^Syntax error at line (\d+), column (\d+): ([^]*)$/.exec(message);
    return match === null ? `${severity} ${message}` : `${match[1]}:${match[2]} ${shape} ${match[3]}`;
  });
}

describe("a text that the grammar does not allow", () => {
  it.each([
    ["$", `1:2 - Expected one of IDENTIFIER, STRING('"'); but found EOF`],
    ["$a.b: 1", "1:3 - Expected COLON(':') but found DOT('.')"],
    ["$a:\n", `1:4 - Expected one of ${values}; but found NEWLINE('\n')`],
    ['$version: "2" "3"', "1:15 - Expected a line break, but found STRING('\"3\"')"],
    ['$version: "2",\n', "1:14 - Expected a line break, but found COMMA(',')"],
    ["metadata\na = 1", "1:9 - Expected SPACE(' ') but found NEWLINE('\n')"],
    ["metadata a: 1", "1:11 - Expected EQUAL('=') but found COLON(':')"],
    ["metadata a = [1", `1:16 - Expected one of ${values}; but found EOF`],
    ["metadata a = {b", "1:16 - Expected COLON(':') but found EOF"],
    ["metadata a = {", "1:15 - Expected RBRACE('}') but found EOF"],
    ["metadata a = {1: 2}", `1:15 - Expected one of RBRACE('}'), STRING('"'), IDENTIFIER; but found NUMBER('1')`],
    ["metadata a = #b", `1:14 - Expected one of ${values}; but found POUND('#')`],
    ["string A", "1:1 - Expected a namespace definition but found IDENTIFIER('string')"],
    ["namespace a.", "1:13 - Expected IDENTIFIER but found EOF"],
    ["namespace // a\n", "1:11 - Expected IDENTIFIER but found COMMENT('// a\n')"],
    [`${old}use a`, "2:6 - Expected POUND('#') but found EOF"],
    [`${head}string`, "3:7 - Expected SPACE(' ') but found EOF"],
    [`${head}string a.b`, "3:9 - Expected a line break, but found DOT('.')"],
    [`${head}string A with []`, "3:16 - Expected IDENTIFIER but found RBRACKET(']')"],
    [`${head}structure A B {}`, "3:13 - Expected LBRACE('{') but found IDENTIFIER('B')"],
    [`${head}structure A {a B}`, "3:16 - Expected COLON(':') but found IDENTIFIER('B')"],
    [`${head}structure A {a: B = 1}`, "3:22 - Expected a line break, but found RBRACE('}')"],
    [`${head}structure A {a: !}`, "3:17 - Unexpected character: '!'"],
    [`${head}enum A {1}`, "3:9 - Expected IDENTIFIER but found NUMBER('1')"],
    [`${head}structure A {`, "3:14 - Expected RBRACE('}') but found EOF"],
    [`${head}service A []`, "3:11 - Expected LBRACE('{') but found LBRACKET('[')"],
    [`${head}operation A {input}`, "3:19 - Expected one of COLON(':'), WALRUS(':='); but found RBRACE('}')"],
    [`${head}operation A {errors := []}`, "3:21 - Expected COLON(':') but found WALRUS(':=')"],
    [`${head}operation A {errors: [b`, "3:24 - Expected RBRACKET(']') but found EOF"],
    [
      `${head}operation A {input: aoutput: b}`,
      "3:28 - Expected one or more whitespace characters, but found COLON(':')",
    ],
    [`${head}@a(b c) string A`, "3:6 - Expected COLON(':') but found IDENTIFIER('c')"],
    [`${head}@a("b" c) string A`, "3:8 - Expected RPAREN(')') but found IDENTIFIER('c')"],
    [`${head}@a(b: 1, 2) string A`, `3:10 - Expected one of IDENTIFIER, STRING('"'); but found NUMBER('2')`],
    [
      `${head}@a(.) string A`,
      `3:4 - Expected one of LBRACE('{'), LBRACKET('['), TEXT_BLOCK('"""'), STRING('"'), NUMBER, IDENTIFIER; but found DOT('.')`,
    ],
    [`${head}@a`, "3:3 - Expected IDENTIFIER but found EOF"],
    [`${head}apply A@b`, "3:8 - Expected one or more whitespace characters, but found AT('@')"],
    [`${head}apply A b`, "3:9 - Expected one of AT('@'), LBRACE('{'); but found IDENTIFIER('b')"],
    [`${head}apply A {b}`, "3:10 - Expected RBRACE('}') but found IDENTIFIER('b')"],
    [`${head}string A !`, "3:10 - Expected a line break, but found ERROR('!')"],
  ])("%j", (text, expected) => {
    expect(report(text)).toEqual([expected]);
  });
});

describe("a rule that a file alone can break", () => {
  it.each([
    ['$version: "3"', "1:14 - Unsupported Smithy version number: 3"],
    [
      "$version: [a, {b: 1.0}]",
      'ERROR The $version control statement must have a string value, but found ["a",{"b":1.0}]',
    ],
    ['$version: "2"\n$version: "2"', "2:11 - Duplicate control statement `version`"],
    ["$operationInputSuffix: 1", "ERROR Expected string, but found number."],
    ["$foo: true", "WARNING Unknown control statement `foo` with value `true"],
    ["metadata a = {b: 1, b: 2}", "ERROR Duplicate member: 'b'"],
    [`${head}@a(b: 1, "b": 2) string C`, "ERROR Duplicate member of trait: 'b'"],
    [`${head}service A {b: 1, b: 2}`, "ERROR Duplicate member: 'b'"],
    [`${head}use c#D$e`, "ERROR Use statements cannot use members"],
    [`${head}use c#D\nuse c#D\nuse e#D`, "ERROR Cannot use name `e#D` because it conflicts with `c#D`"],
    [`${head}strin A`, "3:1 - Unknown shape type: strin"],
    [`${head}@a\napply B @c`, "4:1 - Traits applied to apply statement"],
    [`${head}structure A {b: C, b: D}`, "3:20 a.b#A Duplicate member of `a.b#A`: 'b'"],
    [`${head}enum A {B, B}`, "3:12 a.b#A Found conflicting member name, `B`"],
    [`${head}operation A {input: b, input: c }`, "3:24 a.b#A Duplicate operation input property for `a.b#A`"],
    [`${head}operation A {input: b}`, "3:22 - Expected one or more whitespace characters, but found RBRACE('}')"],
    [`${head}operation A {inputs: b}`, "3:14 a.b#A Unknown property inputs for a.b#A"],
    [`${old}list A {$member}`, "2:10 a.b#A$member Members can only elide targets in IDL version 2 or later"],
    [`${old}structure A {b: C = 1\n}`, "2:19 - @default assignment is only supported in IDL version 2 or later"],
    [
      `${old}string A with [B]`,
      "2:10 a.b#A Mixins can only be used with Smithy version 2 or later. Attempted to use mixins with version `1.0`.",
    ],
    [
      `${old}operation A {input := {}\n}`,
      "2:22 a.b#A Inlined operation inputs and outputs can only be used with Smithy version 2 or later. " +
        "Attempted to use inlined IO with version `1.0`.",
    ],
    [
      `${old}resource A {properties: {}}`,
      "2:13 a.b#A Resource properties can only be used with Smithy version 2 or later. " +
        "Attempted to use resource properties with version `1.0`.",
    ],
    [
      `${old}structure A for B {}`,
      "2:13 a.b#A Structures can only be bound to resources with Smithy version 2 or later. " +
        "Attempted to bind a structure to a resource with version `1.0`.",
    ],
  ])("%j", (text, expected) => {
    expect(report(text)).toEqual([expected]);
  });
});

it.each([
  [64, []],
  [65, ["1:78 - Parser exceeded maximum allowed depth of 64"]],
  [100_000, ["1:78 - Parser exceeded maximum allowed depth of 64"]],
])("%i arrays in one another", (depth, expected) => {
  expect(report(`metadata a = ${"[".repeat(depth)}${"]".repeat(depth)}`)).toEqual(expected);
});

it.each([
  ["strucutre A {}", 'Did you mean "structure"?'],
  ["Structure A {}", 'Did you mean "structure"?'],
  ["operation A { ouput: B }", 'Did you mean "output"?'],
  ["nothing A {}", undefined],
  ["string A\nuse b#C", "Use statements stand between the namespace and the first shape."],
  ["string A\nmetadata b = 1", "Metadata stands in front of the namespace."],
  ["string A\nnamespace b", "A file has one namespace, in front of all its shapes."],
  ["string A\nwith [B]", "Mixins stand on the line of the shape's name."],
  ["@a('b') string C", "Strings stand in double quotation marks."],
  ["string A;", "Statements and members end with their line, without a semicolon."],
  ["structure A { b: C; }", "Statements and members end with their line, without a semicolon."],
  ["@a(b = 1) string C", 'Write ":" instead of "=".'],
  ["@a (1) string B", "The parenthesis of a trait follows its name without a space."],
  ["structure A { b: [C] }", "A member names its shape: define the list, map or structure as a shape of its own."],
  ["structure A { b: C = 1 }", "What follows a value stands on the next line."],
  ["use a#B,", "Leave out the comma."],
])("suggests for %j what is meant", (text, suggestion) => {
  expect(parse(createSource("a.smithy", head + text)).diagnostics[0]?.suggestion).toBe(suggestion);
});

it.each([
  ["metadata a: 1", 'Write "=" instead of ":".'],
  ['$version = "2"', 'Write ":" instead of "=".'],
  ['$verison: "2"', 'Did you mean "version"?'],
  ['$version: "3"', 'Use "2.0" or "1.0".'],
])("suggests for %j what is meant", (text, suggestion) => {
  expect(parse(createSource("a.smithy", text)).diagnostics[0]?.suggestion).toBe(suggestion);
});

it("shows only the beginning of a long token", () => {
  const [message = ""] = report(`${head}"${"x".repeat(10_000)}"`);
  expect(message.length).toBeLessThan(300);
});

it("says where the brace opened that is not closed", () => {
  const [diagnostic] = parse(createSource("a.smithy", `${head}structure A {`)).diagnostics;
  const location = diagnostic?.related?.[0]?.location;
  expect(location !== undefined && isSpan(location) && [location.start, location.end]).toEqual([42, 43]);
});
