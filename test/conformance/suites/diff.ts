import { diffModels } from "../../../codegen/src/diff/diff-models.js";
import { describeExpected, describeFound, type ExpectedEvent } from "../events.js";
import { loadCase } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";

/** The first file is the old model, the second the new one. */
export const diff: Suite = {
  name: "diff",
  run: (entry, corpus) => {
    const [before = "", after = ""] = entry.files;
    const oldModel = loadCase("diff", { ...entry, files: [before] }, corpus).model;
    const newModel = loadCase("diff", { ...entry, files: [after] }, corpus).model;
    const wanted = entry.expect["events"] as readonly ExpectedEvent[];
    expectSameLines(diffModels(oldModel, newModel).map(describeFound), wanted.map(describeExpected));
  },
};
