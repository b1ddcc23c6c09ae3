import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

const code = "InputOutputStructureReuse";

/**
 * `InputOutputStructureReuse.Input`, `.Output`: inputs and outputs are marked as such, which keeps them from being used elsewhere
 * ("InputOutputStructureReuse").
 */
export const inputOutputStructureReuseLinter: Linter = () => ({ rule: findUnmarked });

function* findUnmarked(model: Model): Iterable<Diagnostic> {
  for (const { id, input, output } of modelIndex(model).ofKind("operation")) {
    const [inputShape, outputShape] = [model.shapes.get(input), model.shapes.get(output)];
    if (inputShape !== undefined && !inputShape.traits.has("smithy.api#input")) {
      const found = `This structure is the input of \`${id}\`, but it is not marked with the @input trait.`;
      const reason =
        "The @input trait gives operations more flexibility to evolve their top-level input members in ways that would otherwise be backward incompatible.";
      yield shapeFinding("WARNING", `${code}.Input.${nameOf(id)}`, inputShape, `${found} ${reason}`);
    }
    if (outputShape !== undefined && !outputShape.traits.has("smithy.api#output")) {
      const message = `This structure is the output of \`${id}\`, but it is not marked with the @output trait.`;
      yield shapeFinding("WARNING", `${code}.Output.${nameOf(id)}`, outputShape, message);
    }
  }
}
