import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { matchingIn, selectionIn, selectorIn } from "./model-selectors.js";

describe("selectors of a model", () => {
  const text = '$version: "2"\nnamespace a\nstructure S { m: T }\nstring T\nstring U';
  const { model } = loadModel([createSource("m.smithy", text)]);
  const given = ["a#S", "a#T", "a#U"].flatMap((id) => model.shapes.get(id) ?? []);

  it.each([
    ["string", "a#T a#U"],
    ["structure > member > string", "a#T"],
    ["str", ""],
  ])("match %s of some shapes", (selector, ids) => {
    const { shapes } = matchingIn(model, selector, given);
    expect(given.flatMap((shape) => (shapes.has(shape) ? shape.id : [])).join(" ")).toBe(ids);
  });

  it("are parsed and evaluated once", () => {
    expect(selectorIn(model, "union")).toBe(selectorIn(model, "union"));
    expect(selectionIn(model, "union")).toBe(selectionIn(model, "union"));
    expect(selectionIn(model, "!").problem).toContain("Unexpected selector character: !");
  });
});
