import { expect, test } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { expectShape } from "../../shapes/model.js";
import { nameOf } from "../../shapes/shape-id.js";
import { createSource } from "../../source/source.js";
import { jsonSkeleton } from "./api-syntax.js";
import { possibleValues, syntaxExamples } from "./cli-syntax.js";

const { model } = loadModel([
  createSource(
    "syntax.smithy",
    `$version: "2.0"
namespace test.docs

structure Input {
    name: String
    force: Boolean
    tags: Tags
    filters: Filters
    labels: Labels
    choice: Choice
    names: Names
    kinds: Kinds
    tree: Tree
    matrix: Matrix
    created: Timestamp
    data: Blob
    anything: Document
    empty: Empty
    @timestampFormat("date-time")
    updated: Timestamp
}

list Tags { member: Tag }
structure Tag { Key: String, Value: String }
structure Filters { size: Integer, names: Names, tag: Tag, labels: Labels }
map Labels { key: String, value: Double }
union Choice { text: String, number: Long }
list Names { member: String }
list Kinds { member: Kind }
enum Kind { A, B }
structure Tree { value: String, children: Trees }
list Trees { member: Tree }
list Matrix { member: Names }
structure Empty {}
`,
  ),
]);

test("a request's skeleton has members in name order and stops where a shape meets itself", () => {
  expect(jsonSkeleton(model, expectShape(model, "test.docs#Input"), nameOf)).toBe(`{
   "anything": JSON value,
   "choice": {
      "number": number,
      "text": "string"
   },
   "created": number,
   "data": blob,
   "empty": { },
   "filters": {
      "labels": {
         "string": number
      },
      "names": [ "string" ],
      "size": number,
      "tag": {
         "Key": "string",
         "Value": "string"
      }
   },
   "force": boolean,
   "kinds": [ "string" ],
   "labels": {
      "string": number
   },
   "matrix": [ [ "string" ] ],
   "name": "string",
   "names": [ "string" ],
   "tags": [
      {
         "Key": "string",
         "Value": "string"
      }
   ],
   "tree": {
      "children": [ "Tree" ],
      "value": "string"
   },
   "updated": "string"
}`);
});

const cases: readonly { member: string; examples: Readonly<Record<string, string>> }[] = [
  { member: "name", examples: {} },
  { member: "force", examples: {} },
  { member: "created", examples: {} },
  { member: "names", examples: { Syntax: '"string" "string" ...' } },
  { member: "kinds", examples: { Syntax: '"A"|"B" "A"|"B" ...' } },
  {
    member: "tags",
    examples: {
      "Shorthand Syntax": "Key=string,Value=string ...",
      "JSON Syntax": '[\n  {\n    "Key": "string",\n    "Value": "string"\n  }\n  ...\n]',
    },
  },
  {
    member: "filters",
    examples: {
      "Shorthand Syntax":
        "size=integer,names=string,string,tag={Key=string,Value=string},labels={KeyName1=double,KeyName2=double}",
      "JSON Syntax":
        '{\n  "size": integer,\n  "names": ["string", ...],\n  "tag": {\n    "Key": "string",\n    "Value": "string"\n  },\n  "labels": {"string": double\n    ...}\n}',
    },
  },
  {
    member: "labels",
    examples: {
      "Shorthand Syntax": "KeyName1=double,KeyName2=double",
      "JSON Syntax": '{"string": double\n  ...}',
    },
  },
  {
    member: "choice",
    examples: {
      "Shorthand Syntax": "text=string,number=long",
      "JSON Syntax": '{\n  "text": "string",\n  "number": long\n}',
    },
  },
  {
    member: "tree",
    examples: {
      "JSON Syntax": '{\n  "value": "string",\n  "children": [\n    { ... recursive ... }\n    ...\n  ]\n}',
    },
  },
  { member: "matrix", examples: { "JSON Syntax": '[\n  ["string", ...]\n  ...\n]' } },
  { member: "empty", examples: { "JSON Syntax": "{}" } },
];

test.each(cases)("the syntax of $member", ({ member: name, examples }) => {
  const member = expectShape(model, "test.docs#Input").members.get(name);
  if (member === undefined) throw new Error(`No member ${name}`);
  expect(Object.fromEntries(syntaxExamples(model, member).map(({ caption, text }) => [caption, text]))).toEqual(
    examples,
  );
});

test("the values of an enum are possible values, of a list of it too", () => {
  const kinds = expectShape(model, "test.docs#Input").members.get("kinds");
  expect(kinds === undefined ? [] : possibleValues(model, kinds)).toEqual(["A", "B"]);
});
