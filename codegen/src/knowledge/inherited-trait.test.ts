import { expect, test } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { expectKind } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { inheritedTraits } from "./inherited-trait.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
@trait string first
@trait string second
@first("service") service Z { operations: [Plain, Own], resources: [R] }
operation Plain {}
@second("own") operation Own {}
@first("one") @second("two") resource R { create: Make, resources: [Inner] }
resource Inner { operations: [Deep] }
operation Make {}
operation Deep {}
operation Elsewhere {}`,
  ),
]);

test("a trait holds for all that is bound below, until another says otherwise", () => {
  const traits = inheritedTraits(model, expectKind(model, "a#Z", "service"), ["a#second", "a#first"]);
  expect(Object.fromEntries([...traits].map(([id, { value }]) => [id.slice(2), value]))).toEqual({
    Z: "service",
    Plain: "service",
    Own: "own",
    R: "two",
    Make: "two",
    Inner: "two",
    Deep: "two",
  });
});
