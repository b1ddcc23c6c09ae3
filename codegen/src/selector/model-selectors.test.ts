import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { findShape } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { matchingAmong, matchingIn, selectionIn, selectorIn } from "./model-selectors.js";

describe("selectors of a model", () => {
  const text = '$version: "2"\nnamespace a\nstructure S { m: T }\nstring T\nstring U';
  const { model } = loadModel([createSource("m.smithy", text)]);
  const given = new Set(["a#S", "a#T", "a#U", "a#S$m"].flatMap((id) => findShape(model, id) ?? []));

  it.each([
    ["string", "a#T a#U"],
    ["structure > member > string", "a#T"],
    ["structure[trait|mixin] > member > string", ""],
    ["string < member < structure", "a#S"],
    ["structure :test(> member) > member", "a#S$m"],
    [":is(structure, structure > member)", "a#S a#S$m"],
    [":is(structure, structure ~> string)", "a#S a#T"],
    ["string :not(< member)", "a#U"],
    ["[id|name = S] > member", "a#S$m"],
    ["structure $all(*) -[member]->", "a#S$m"],
    [":topdown(structure)", ""],
    ["str", ""],
  ])("match %s of some shapes", (selector, ids) => {
    for (const match of [matchingIn, matchingAmong]) {
      const { shapes } = match(model, selector, given);
      expect([...given].flatMap((shape) => (shapes.has(shape) ? shape.id : [])).join(" ")).toBe(ids);
    }
  });

  it.each(["[bad] > member", "[id|bad] > member"])("fail: %s", (selector) => {
    expect(matchingAmong(model, selector, given).problem).toContain("nvalid");
  });

  it("are parsed and evaluated once", () => {
    expect(selectorIn(model, "union")).toBe(selectorIn(model, "union"));
    expect(selectionIn(model, "union")).toBe(selectionIn(model, "union"));
    expect(selectionIn(model, "!").problem).toContain("Unexpected selector character: !");
  });
});
