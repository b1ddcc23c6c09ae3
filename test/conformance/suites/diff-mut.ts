import { diffModels } from "../../../codegen/src/diff/diff-models.js";
import { bundledNamespaces } from "../../../codegen/src/loader/bundled.js";
import { loadModel } from "../../../codegen/src/loader/load-model.js";
import { createSource } from "../../../codegen/src/source/source.js";
import { describeExpected, describeFound, type ExpectedEvent } from "../events.js";
import { applyPatch, type PatchOperation } from "../json-patch.js";
import { expectSameLines, type Suite } from "../suite.js";

/** A JSON AST, and a patch that makes the new model of it. */
export const diffMut: Suite = {
  name: "diff-mut",
  run: (entry, corpus) => {
    const [file = ""] = entry.files;
    const text = corpus.read("diff-mut", file);
    const patched = applyPatch(JSON.parse(text), entry.expect["patch"] as readonly PatchOperation[]);
    const load = (content: string) => loadModel([createSource(file, content)], { modules: bundledNamespaces }).model;
    const wanted = entry.expect["events"] as readonly ExpectedEvent[];
    const found = diffModels(load(text), load(JSON.stringify(patched)));
    expectSameLines(found.map(describeFound), wanted.map(describeExpected));
  },
};
