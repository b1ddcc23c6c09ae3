import { loadTree } from "../load.js";
import type { Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const astSerialize: Suite = {
  name: "ast-serialize",
  run: (entry, corpus) => {
    const wanted = readTree(corpus, "ast-serialize", entry.expect["ast20"]);
    expectSameTree(loadTree("ast-serialize", entry, corpus), wanted);
  },
};
