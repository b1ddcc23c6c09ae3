import { expect, test } from "vitest";
import { createDedicatedInputAndOutput } from "./create-dedicated-input-and-output.js";
import { modelOf, shapesOf } from "./testing/models.js";

test.each([
  [
    "shared structures are copied",
    "operation A { input: S, output: S }; operation B { input: S }; structure S { a: String }",
    "operation A { input: AInput, output: AOutput }; operation B { input: BInput, output: BOutput }; structure S { a: String }; @input structure AInput { a: String }; @output structure AOutput { a: String }; @input structure BInput { a: String }; @output structure BOutput {}",
  ],
  [
    "structures of one operation are renamed where their names begin with its own",
    "operation A { input: ARequest, output: AOutput }; structure ARequest { a: String }; structure AOutput {}",
    "operation A { input: AInput, output: AOutput }; @input structure AInput { a: String }; @output structure AOutput {}",
  ],
  [
    "others are replaced",
    "operation A { input: Foo, output: AOutput }; structure Foo { a: String }; @output structure AOutput {}",
    "operation A { input: AInput, output: AOutput }; @input structure AInput { a: String }; @output structure AOutput {}",
  ],
  [
    "names that are taken are lengthened",
    "operation A { output: AOutput }; @output structure AOutput {}; structure AInput {}",
    "operation A { input: AOperationInput, output: AOutput }; @input structure AOperationInput {}; @output structure AOutput {}; structure AInput {}",
  ],
])("%s", (_name, before, after) => {
  const { model, diagnostics } = createDedicatedInputAndOutput(modelOf(`namespace a; ${before}`), "Input", "Output");
  expect(diagnostics).toEqual([]);
  expect(shapesOf(model)).toEqual(shapesOf(modelOf(`namespace a; ${after}`)));
});

test("fails where both names are taken", () => {
  const before = modelOf("namespace a; operation A {}; structure AInput {}; structure AOperationInput {}");
  const { model, diagnostics } = createDedicatedInputAndOutput(before, "Input", "Output");
  expect(model).toBe(before);
  expect(diagnostics).toMatchObject([{ severity: "ERROR", shape: "a#A" }]);
});
