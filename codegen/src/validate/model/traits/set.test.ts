import { expect, it } from "vitest";
import { loadModel } from "../../../loader/load-model.js";
import { createSource } from "../../../source/source.js";
import { setRule } from "./set.js";

it("finds the sets of version 1.0", () => {
  const text = "namespace a\nset S { member: String }\nlist L { member: String }";
  const { model, diagnostics } = loadModel([createSource("m.smithy", `$version: "1.0"\n${text}`)]);
  expect(diagnostics).toEqual([]);
  expect([...setRule(model)].map(({ code, shape }) => `${code} ${shape}`)).toEqual(["ModelDeprecation a#S"]);
  const { diagnostics: found } = loadModel([createSource("m.smithy", `$version: "2.0"\n${text}`)]);
  expect(found.map(({ message }) => message)).toEqual(["set shapes cannot be used in Smithy version 2.0"]);
});
