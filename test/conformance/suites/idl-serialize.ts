import { type IdlOptions, serializeIdl } from "../../../codegen/src/serialize/idl.js";
import { loadCase } from "../load.js";
import { expectSameLines, expectSameText, type Suite } from "../suite.js";

export const idlSerialize: Suite = {
  name: "idl-serialize",
  run: (entry, corpus) => {
    const wanted = entry.expect["idl"] as Readonly<Record<string, string>>;
    const options = (entry.expect["options"] ?? {}) as IdlOptions;
    const files = serializeIdl(loadCase("idl-serialize", entry, corpus).model, options);
    expectSameLines([...files.keys()], Object.keys(wanted));
    for (const [name, path] of Object.entries(wanted)) {
      expectSameText(files.get(name) ?? "", corpus.read("idl-serialize", path));
    }
  },
};
