import { serializeAst } from "../../../codegen/src/serialize/ast.js";
import { loadCase } from "../load.js";
import type { Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const astSerialize: Suite = {
  name: "ast-serialize",
  run: (entry, corpus) => {
    const wanted = readTree(corpus, "ast-serialize", entry.expect["ast20"]);
    const { model } = loadCase("ast-serialize", entry, corpus);
    expectSameTree(serializeAst(model), wanted);
    const wantedOld = readTree(corpus, "ast-serialize", entry.expect["ast10"]);
    expectSameTree(serializeAst(model, { version: "1.0" }), wantedOld);
  },
};
