import { loadModel } from "../../../codegen/src/loader/load-model.js";
import { upgradeSource } from "../../../codegen/src/loader/migrate/upgrade-source.js";
import { serializeAst } from "../../../codegen/src/serialize/ast.js";
import { createSource } from "../../../codegen/src/source/source.js";
import { loadCase } from "../load.js";
import type { Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

export const upgrade: Suite = {
  name: "upgrade",
  run: (entry, corpus) => {
    const { model } = loadCase("upgrade", entry, corpus);
    expectSameTree(serializeAst(model), readTree(corpus, "upgrade", entry.expect["ast"]));
    if (entry.expect["ast10"] !== undefined) {
      expectSameTree(serializeAst(model, { version: "1.0" }), readTree(corpus, "upgrade", entry.expect["ast10"]));
    }
    if (entry.expect["equivalentUpgraded"] !== true) return;
    const upgraded = corpus.sources("upgrade", entry.files).map((source) => {
      const result = upgradeSource(source, model);
      return result.kind === "idl" ? createSource(source.name, result.text) : source;
    });
    expectSameTree(serializeAst(loadModel(upgraded).model), readTree(corpus, "upgrade", entry.expect["ast"]));
  },
};
