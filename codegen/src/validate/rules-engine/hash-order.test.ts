import { expect, it } from "vitest";
import { inHashOrder } from "./hash-order.js";

it.each([
  ["", ""],
  ["b a", "a b"],
  [
    "Region ParameterFoo ParameterBar ExtraBuiltIn StringArrayParam",
    "ParameterBar ParameterFoo ExtraBuiltIn StringArrayParam Region",
  ],
  ["a b c d e f g h i j k l m n o p q", "a b c d e f g h i j k l m n o p q"],
])("%s becomes %s", (names, ordered) => {
  expect(inHashOrder(names.split(" ")).join(" ")).toBe(ordered);
});
