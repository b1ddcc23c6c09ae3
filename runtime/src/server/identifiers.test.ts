import { expect, it } from "vitest";
import { identifiers } from "./identifiers.js";

it("makes identifiers that differ within a server and between servers, in the form of a UUID", () => {
  const [first, second] = [identifiers(), identifiers()];
  const made = [first(), first(), second(), second()];
  expect(new Set(made).size).toBe(4);
  for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(made.slice(0, 2)).toEqual(made.slice(0, 2).toSorted());
});

it.each<[given: string, make: () => string]>([
  [
    "throws",
    () => {
      throw new Error("no");
    },
  ],
  ["makes an empty one", () => ""],
  ["makes one with a line break", () => "a\r\nb: c"],
])("makes its own where the application %s", (_, make) => {
  expect(identifiers(make)()).toMatch(/^[\da-f]{8}-/);
});

it("takes those of the application", () => {
  expect(identifiers(() => "r-1")()).toBe("r-1");
});
