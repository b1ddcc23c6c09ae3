import { expect, it } from "vitest";
import { hashOrder } from "./hash-order.js";

it.each<[readonly string[], string]>([
  [["TTL", "Identifiers", "Operation"], "Operation, Identifiers, TTL"],
  [["b", "a", "b"], "a, b"],
  [[], ""],
])("orders %j as %j", (texts, expected) => {
  expect(hashOrder(texts).join(", ")).toBe(expected);
});
