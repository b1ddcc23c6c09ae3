import { loadTree } from "../load.js";
import type { Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const upgrade: Suite = {
  name: "upgrade",
  run: (entry, corpus) => {
    expectSameTree(loadTree("upgrade", entry, corpus), readTree(corpus, "upgrade", entry.expect["ast"]));
  },
};
