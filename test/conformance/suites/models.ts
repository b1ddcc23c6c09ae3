import { describeExpected, describeFound, type ExpectedEvent } from "../events.js";
import { findEvents, loadTree } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const models: Suite = {
  name: "models",
  run: (entry, corpus) => {
    // Models that Smithy cannot assemble have no syntax tree.
    if (entry.expect["ast"] !== undefined) {
      expectSameTree(loadTree("models", entry, corpus), readTree(corpus, "models", entry.expect["ast"]));
    }
    const wanted = JSON.parse(corpus.read("models", String(entry.expect["jvmEvents"]))) as readonly ExpectedEvent[];
    expectSameLines(findEvents("models", entry, corpus).map(describeFound), wanted.map(describeExpected));
  },
};
