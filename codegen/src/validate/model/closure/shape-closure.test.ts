import { describe, expect, it } from "vitest";
import { isSpan } from "../../../source/source.js";
import { loadModel } from "../../../loader/load-model.js";
import { createSource } from "../../../source/source.js";
import { shapeClosureRule } from "./shape-closure.js";

const shapes = "namespace a\nstructure Foo { bar: Bar }\nstring Bar";

function check(metadata: string) {
  const text = `$version: "2"\nmetadata shapeClosures = [${metadata}]\n${shapes}\n`;
  return [...shapeClosureRule(loadModel([createSource("m.smithy", text)]).model)];
}

describe("shapeClosureRule", () => {
  it.each<readonly [metadata: string, findings: readonly string[]]>([
    ['{id: "a#C", includeNamespaces: ["a"]}', []],
    [
      '{id: "a#Foo", includeNamespaces: ["a"]}',
      ["ERROR ShapeClosure: Shape closure ids must not match the ids of shapes in the model, but `a#Foo` does."],
    ],
    [
      '{id: "a#C"}',
      [
        "ERROR ShapeClosure: Shape closure `a#C` must define at least one of `includeNamespaces` or `includeBySelector`.",
      ],
    ],
    [
      '{id: "a#C", includeNamespaces: ["b"]}',
      [
        "DANGER ShapeClosure.EmptyNamespace.a#C: Shape closure `a#C` includes namespace `b`, which has no shapes in the model.",
      ],
    ],
    [
      '{id: "a#C", includeBySelector: "integer [id|namespace=a]"}',
      [
        "DANGER ShapeClosure.EmptySelector.a#C: Shape closure `a#C` has an `includeBySelector` that matches no shapes in the model.",
      ],
    ],
    [
      '{id: "a#C", includeNamespaces: ["a"], includeBySelector: "structure [id|namespace=a]"}',
      [
        "DANGER ShapeClosure.EmptySelector.a#C: Shape closure `a#C` has an `includeBySelector` that matches no shapes in the model that aren't already in an included namespace.",
      ],
    ],
    [
      '{id: "a#C", includeBySelector: "]"}',
      [
        "ERROR ShapeClosure: Shape closure `a#C` has an invalid `includeBySelector`: Syntax error at line 1 column 1, near `]`: Unexpected selector character: ]; expression: ]",
      ],
    ],
    [
      '{id: "a#C", includeNamespaces: ["a"], rename: {"a#Foo": "Foo", "b#X": "Y"}}',
      [
        "ERROR ShapeClosure: Shape closure `a#C` rename for `a#Foo` does not change the name from `Foo`.",
        "ERROR ShapeClosure: Shape closure `a#C` attempts to rename `b#X`, which is not in the closure.",
      ],
    ],
    [
      '{id: "a#C", includeNamespaces: ["a"], rename: {"a#Foo": "bar"}}',
      [
        'ERROR ShapeClosure: Shape closure `a#C` rename for `a#Foo` ("bar") case-insensitively conflicts with non-renamed shape `a#Bar`.',
      ],
    ],
    [
      '{id: "a#C", includeNamespaces: ["a"], rename: {"a#Foo": "X", "a#Bar": "x"}}',
      [
        'ERROR ShapeClosure: Shape closure `a#C` rename for `a#Bar` ("x") case-insensitively conflicts with the rename for `a#Foo`.',
      ],
    ],
    ['{id: "a#C", includeNamespaces: "a"}, 1, {id: "a#C", rename: {x: "y"}}', []],
  ])("checks %s", (metadata, findings) => {
    const found = check(metadata).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
    expect(found).toEqual(findings);
  });

  it("says where a closure was declared before", () => {
    const [found] = check('\n{id: "a#C", includeNamespaces: ["a"]}\n{id: "a#C", includeNamespaces: ["a"]}');
    expect(found?.message).toBe(
      "Shape closure id `a#C` is declared more than once. The previous declaration is at m.smithy [3, 1].",
    );
    expect(found?.location !== undefined && isSpan(found.location) && found.location.start).toBe(79);
  });

  it("warns of names that differ by case alone", () => {
    const text = `$version: "2"\nmetadata shapeClosures = [{id: "b#C", includeNamespaces: ["a", "b"]}]\nnamespace b\nstring foo`;
    const sources = [createSource("m.smithy", text), createSource("n.smithy", `$version: "2"\n${shapes}`)];
    expect([...shapeClosureRule(loadModel(sources).model)].map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "ShapeClosure.NameConflicts.b#C: Shape closure `b#C` contains shapes whose names conflict case-insensitively: [a#Foo, b#foo]. Shapes in a closure should have case-insensitively unique names regardless of their namespaces. Some code generators or other tools may require this in order to work. The `rename` property may be used to disambiguate them.",
    ]);
  });
});
