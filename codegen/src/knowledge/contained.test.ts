import { expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { expectKind } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { containedIn } from "./contained.js";

const text = `$version: "2"
namespace a
service S { version: "1", operations: [C], resources: [R] }
resource R { create: B, resources: [Q] }
resource Q { collectionOperations: [a] }
operation a {} operation B {} operation C {} operation Unbound {}`;

it.each([
  ["a#S", ["a#a", "a#B", "a#C"], ["a#Q", "a#R"]],
  ["a#R", ["a#a", "a#B"], ["a#Q"]],
] as const)("finds what %s contains at any depth", (id, operations, resources) => {
  const { model } = loadModel([createSource("model.smithy", text)]);
  const entity = id === "a#S" ? expectKind(model, id, "service") : expectKind(model, id, "resource");
  const contained = containedIn(model, entity);
  expect(contained.operations.map((shape) => shape.id)).toEqual(operations);
  expect(contained.resources.map((shape) => shape.id)).toEqual(resources);
  expect(containedIn(model, entity)).toBe(contained);
});
