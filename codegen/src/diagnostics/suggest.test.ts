import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest, suggest } from "./suggest.js";

const shapeTypes = ["string", "structure", "service", "resource", "operation", "union", "list", "map", "set"];

describe("nearest", () => {
  it.each([
    ["strucutre", "structure"],
    ["structre", "structure"],
    ["structuree", "structure"],
    ["STRUCTURE", "structure"],
    ["Strng", "string"],
    ["opreation", "operation"],
    ["mpa", "map"],
    ["lists", "list"],
    ["string", undefined],
    ["nothing", undefined],
    ["xyz", undefined],
    ["", undefined],
    ["s".repeat(1000), undefined],
  ])("finds for %j %j", (name, expected) => {
    expect(nearest(name, shapeTypes)).toBe(expected);
  });

  it("prefers a change of case over other edits, and the first of equals", () => {
    expect(nearest("layer", ["Player", "Layer", "layers"])).toBe("Layer");
    expect(nearest("abcd", ["abce", "abcf"])).toBe("abce");
  });

  it("finds a name again after any one edit, when it is long enough", () => {
    const names = fc.stringMatching(/^[a-z]{4,20}$/);
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom("remove", "double", "swap", "replace"), (name, place, edit) => {
        const at = place % (name.length - 1);
        const [left, here, next, right] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
        const edited = {
          remove: `${left}${next}${right}`,
          double: `${left}${here}${here}${next}${right}`,
          swap: `${left}${next}${here}${right}`,
          replace: `${left}_${next}${right}`,
        }[edit];
        expect(nearest(edited, [name])).toBe(edited === name ? undefined : name);
      }),
    );
  });
});

it("asks in words", () => {
  expect(suggest("ouput", ["input", "output"])).toBe('Did you mean "output"?');
  expect(suggest("qqqqq", ["input", "output"])).toBeUndefined();
});
