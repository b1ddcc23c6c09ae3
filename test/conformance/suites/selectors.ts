import { parseSelector } from "../../../codegen/src/selector/parse-selector.js";
import { evaluate } from "../../../codegen/src/selector/select.js";
import { loadCase } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";

interface Expectation {
  readonly selector: string;
  readonly skipPreludeShapes: boolean;
  readonly matches?: readonly string[];
  readonly parseError?: string;
}

/** A selector, and the shapes that it must match; or a text that must be refused. */
export const selectors: Suite = {
  name: "selectors",
  run(entry, corpus) {
    const { selector: text, skipPreludeShapes, matches, parseError } = entry.expect as unknown as Expectation;
    const { selector, problem } = parseSelector(text);
    const { model } = loadCase("selectors", { ...entry, modules: [] }, corpus);
    const found = selector === undefined ? { shapes: [], problem: problem.message } : evaluate(model, selector);
    if (parseError !== undefined) {
      if (found.problem === undefined) throw new Error(`The selector must be refused: ${parseError}`);
      return;
    }
    if (found.problem !== undefined) throw new Error(found.problem);
    const ids = Array.from(found.shapes, ({ id }) => id);
    expectSameLines(skipPreludeShapes ? ids.filter((id) => !id.startsWith("smithy.api#")) : ids, matches ?? []);
  },
};
