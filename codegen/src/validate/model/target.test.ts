import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { createSource } from "../../source/source.js";
import { targetRule } from "./target.js";
import { findingsOf } from "../testing/findings.js";

describe("targetRule", () => {
  it("finds nothing in a sound model", () => {
    const text = `
      service S { version: "1", operations: [O], resources: [R], errors: [E] }
      operation O { input: I, output: I, errors: [E] }
      structure I { m: M, s: String }
      map M { key: K, value: I }
      enum K { A }
      @error("client")
      structure E {}
      resource R { identifiers: { id: K }, properties: { i: I }, read: O, operations: [O], resources: [C] }
      resource C {}`;
    expect(findingsOf(targetRule, text)).toEqual([]);
  });

  it.each([
    [
      "structure S { m: Nothing }",
      "ERROR Target.UnresolvedShape a#S$m: member shape targets an unresolved shape `a#Nothing`",
    ],
    [
      "structure S { m: Thin }\nstring Thing",
      "ERROR Target.UnresolvedShape a#S$m: member shape targets an unresolved shape `a#Thin`. Did you mean a#Thing?",
    ],
    [
      "operation O { input: I }",
      "ERROR Target.UnresolvedShape a#O: operation shape has an `input` relationship to an unresolved shape `a#I`. Did you mean a#O?",
    ],
    [
      "structure S { m: O }\noperation O {}",
      "ERROR Target a#S$m: Members cannot target operation shapes, but found (operation: `a#O`)",
    ],
    [
      "structure S { m: a#S$m }",
      "ERROR Target a#S$m: Members cannot target member shapes, but found (member: `a#S$m`)",
    ],
    [
      "map M { key: Integer, value: String }",
      "ERROR Target a#M: Map key member targets (integer: `smithy.api#Integer`), but is expected to target a string",
    ],
    [
      "operation O { output: U }\nunion U { a: String }",
      "ERROR Target a#O: operation shape `output` relationships must target a structure shape, but found (union: `a#U`)",
    ],
    [
      "operation O { errors: [E] }\nstructure E {}",
      "ERROR Target a#O: `a#E` cannot be bound as an error because it is not marked with the `error` trait.",
    ],
    [
      'operation O { input: E }\n@error("client")\nstructure E {}',
      "ERROR Target a#O: Operation input targets an invalid structure `a#E` that is marked with the `error` trait.",
    ],
    [
      "resource R { identifiers: { id: Integer } }",
      "ERROR Target a#R: resource shape `identifier` relationships must target a string shape, but found (integer: `smithy.api#Integer`)",
    ],
    [
      "resource R { read: S }\nstructure S {}",
      "ERROR Target a#R: Resource read lifecycle operation must target an operation, but found (structure: `a#S`)",
    ],
    [
      "structure A {}\nstructure B with [A] {}",
      "ERROR Target a#B: Attempted to use a#A as a mixin, but it is not marked with the mixin trait",
    ],
    [
      "@trait\nstructure t {}\nstructure S { m: t }",
      "ERROR Target a#S$m: Found a MEMBER_TARGET reference to trait definition `a#t`. Trait definitions cannot be targeted by members or referenced by shapes in any other context other than applying them as traits.",
    ],
  ])("refuses %j", (text, finding) => {
    expect(findingsOf(targetRule, text)).toEqual([finding]);
  });

  it("suggests names that the file could have meant, of the prelude too", () => {
    const { model } = loadModel([createSource("m.smithy", '$version: "2"\nnamespace a\nstructure S { m: Strng }')]);
    expect([...targetRule(model)].map(({ suggestion }) => suggestion)).toEqual(['Did you mean "String"?']);
  });
});
