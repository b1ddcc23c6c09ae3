import { createSource } from "../../../codegen/src/source/source.js";
import { formatSmithy } from "../../../codegen/src/syntax/format/format-smithy.js";
import { expectSameText, type Suite } from "../suite.js";

export const format: Suite = {
  name: "format",
  run: (entry, corpus) => {
    const width = entry.expect["width"] as number | undefined;
    const [path = ""] = entry.files;
    const once = formatSmithy(createSource(path, corpus.read("format", path)), { width }).text;
    expectSameText(once, corpus.read("format", String(entry.expect["formatted"])));
    if (entry.expect["idempotent"] !== true) return;
    expectSameText(formatSmithy(createSource(path, once), { width }).text, once);
  },
};
