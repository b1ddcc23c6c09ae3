import { describeExpected, describeFound, type ExpectedEvent } from "../events.js";
import { loadCase, loadTree, validateLoaded } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const idlValid: Suite = {
  name: "idl-valid",
  run: (entry, corpus) => {
    expectSameTree(loadTree("idl-valid", entry, corpus), readTree(corpus, "idl-valid", entry.expect["ast"]));
    const { model, diagnostics } = loadCase("idl-valid", entry, corpus);
    const found = validateLoaded(model, diagnostics, ["smithy-model"], false);
    const wanted = (entry.expect["events"] ?? []) as readonly ExpectedEvent[];
    expectSameLines(found.map(describeFound), wanted.map(describeExpected));
  },
};
