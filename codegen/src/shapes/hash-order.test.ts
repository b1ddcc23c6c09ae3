import { expect, it } from "vitest";
import { copiedHashOrder, hashOrder } from "./hash-order.js";

it.each([
  ["", ""],
  ["b a b", "a b"],
  ["TTL Identifiers Operation", "Operation Identifiers TTL"],
  [
    "Region ParameterFoo ParameterBar ExtraBuiltIn StringArrayParam",
    "ParameterBar ParameterFoo ExtraBuiltIn StringArrayParam Region",
  ],
  ["a b c d e f g h i j k l m n o p q", "a b c d e f g h i j k l m n o p q"],
])("%s becomes %s", (texts, ordered) => {
  expect(hashOrder(texts.split(" ")).join(" ")).toBe(ordered);
  expect(copiedHashOrder(texts.split(" ")).join(" ")).toBe(ordered);
});

it("knows that a copy of twelve has a larger table", () => {
  const texts = [..."abcdefghijkp"];
  expect(hashOrder(texts).join("")).toBe("pabcdefghijk");
  expect(copiedHashOrder(texts).join("")).toBe("abcdefghijkp");
});
