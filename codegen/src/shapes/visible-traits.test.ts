import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { findShape } from "./model.js";
import { visibleTrait, visibleTraits } from "./visible-traits.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
integer Boxed
@default(0) integer Plain
@default(false) boolean Flag
@default(1) long One
string S
structure T {
  a: Boxed
  b: Plain = null
  @addedDefault
  c: Plain = 1
  d: Plain = 0
  e: S = null
}
enum E {
  @tags(["t"])
  ONE = "1"
  @internal
  @deprecated
  @documentation("Two")
  TWO
}`,
  ),
]);

describe("visibleTraits", () => {
  it.each([
    ["a#Boxed", true],
    ["a#Plain", false],
    ["a#Flag", false],
    ["a#One", true],
    ["a#S", false],
    ["a#T$a", false],
    ["a#T$b", true],
    ["a#T$c", true],
    ["a#T$d", false],
    ["a#T$e", false],
  ])("%s may be absent in version 1.0: %s", (id, isBoxed) => {
    const shape = findShape(model, id);
    if (shape === undefined) throw new Error(id);
    expect(visibleTraits(model, shape).has("smithy.api#box")).toBe(isBoxed);
    expect(visibleTrait(model, shape, "smithy.api#box") !== undefined).toBe(isBoxed);
  });

  it("describes enums as the trait of version 1.0 does", () => {
    const shape = model.shapes.get("a#E");
    if (shape === undefined) throw new Error("a#E");
    const definitions = [
      { value: "1", name: "ONE", tags: ["t"] },
      { value: "TWO", name: "TWO", documentation: "Two", tags: ["internal"], deprecated: true },
    ];
    expect(visibleTrait(model, shape, "smithy.api#enum")).toEqual(definitions);
    expect([...visibleTraits(model, shape).keys()]).toEqual(["smithy.synthetic#enum"]);
  });
});
