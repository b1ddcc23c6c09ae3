import { expect, it } from "vitest";
import { identifiers } from "./identifiers.js";

it("makes identifiers that differ within a server and between servers, in the form of a UUID", () => {
  const [first, second] = [identifiers(), identifiers()];
  const made = [first(), first(), second(), second()];
  expect(new Set(made).size).toBe(4);
  for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(made.slice(0, 2)).toEqual(made.slice(0, 2).toSorted());
});
