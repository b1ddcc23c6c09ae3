import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { modelIndex } from "./model-index.js";

describe("modelIndex", () => {
  const text = `$version: "2"
namespace a
@mixin structure M { @required m: String }
structure S with [M] { n: String }
@sensitive string T`;
  const { model } = loadModel([createSource("m.smithy", text)]);
  const ids = (shapes: readonly { readonly id: string }[]) => shapes.map(({ id }) => id).toSorted();

  it("has what the files define, members with their shapes, and nothing that is bundled", () => {
    const { roots, shapes } = modelIndex(model);
    expect(ids(roots)).toEqual(["a#M", "a#S", "a#T"]);
    expect(ids(shapes)).toEqual(["a#M", "a#M$m", "a#S", "a#S$m", "a#S$n", "a#T"]);
  });

  it("finds shapes by trait and by kind", () => {
    const index = modelIndex(model);
    expect(ids(index.withTrait("smithy.api#required"))).toEqual(["a#M$m", "a#S$m"]);
    expect(index.withTrait("a#none")).toEqual([]);
    expect(ids(index.ofKind("structure"))).toEqual(["a#M", "a#S"]);
    expect(ids(index.ofKind("member"))).toEqual(["a#M$m", "a#S$m", "a#S$n"]);
    expect(index.ofKind("resource")).toEqual([]);
  });

  it("is made once", () => {
    expect(modelIndex(model)).toBe(modelIndex(model));
  });
});
