import { parseSelector } from "../../../codegen/src/selector/parse-selector.js";
import { evaluate } from "../../../codegen/src/selector/select.js";
import { loadCase } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";

/** A selector, and the shapes that it must match; or a text that must be refused. */
export const selectors: Suite = {
  name: "selectors",
  run(entry, corpus) {
    const { skipPreludeShapes, parseError } = entry.expect;
    const matches = (entry.expect["matches"] ?? []) as readonly string[];
    const { selector, problem } = parseSelector(String(entry.expect["selector"]));
    const { model } = loadCase("selectors", { ...entry, modules: [] }, corpus);
    const found = selector === undefined ? { shapes: [], problem: problem.message } : evaluate(model, selector);
    if (parseError !== undefined) {
      if (found.problem === undefined) throw new Error(`The selector must be refused: ${String(parseError)}`);
      return;
    }
    if (found.problem !== undefined) throw new Error(found.problem);
    const ids = Array.from(found.shapes, ({ id }) => id);
    const counted = skipPreludeShapes === true ? ids.filter((id) => !id.startsWith("smithy.api#")) : ids;
    expectSameLines(counted, matches);
  },
};
