import { describeExpected, describeFound, type ExpectedEvent, isDeprecation } from "../events.js";
import { findEvents, loadTree } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

/** The findings must be those that are expected, one for one; the lists leave out what is deprecated. */
export const models: Suite = {
  name: "models",
  run: (entry, corpus) => {
    // Models that Smithy cannot assemble have no syntax tree.
    if (entry.expect["ast"] !== undefined) {
      expectSameTree(loadTree("models", entry, corpus), readTree(corpus, "models", entry.expect["ast"]));
    }
    const wanted = JSON.parse(corpus.read("models", String(entry.expect["jvmEvents"]))) as readonly ExpectedEvent[];
    const found = findEvents("models", entry, corpus).filter((finding) => !isDeprecation(finding));
    expectSameLines(found.map(describeFound), wanted.map(describeExpected));
  },
};
