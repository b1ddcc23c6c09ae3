import type { Diagnostic } from "../../../codegen/src/diagnostics/diagnostic.js";
import { describeLocation } from "../../../codegen/src/diagnostics/describe-location.js";
import { findEvents } from "../load.js";
import type { Suite } from "../suite.js";

export const idlInvalid: Suite = {
  name: "idl-invalid",
  run: (entry, corpus) => {
    const events = findEvents("idl-invalid", entry, corpus, ["smithy-model"]);
    if (!events.some(({ severity }) => severity === "ERROR" || severity === "DANGER")) {
      throw new Error("The model was accepted");
    }
    const text = events.map(render).join("\\n").replaceAll("\n", "\\n").replaceAll("[EOF]", "");
    // One case breaks on all implementations alike, without a text of its own.
    const wanted = String(entry.expect["messageContains"] ?? "").replaceAll("[EOF]", "");
    if (!text.includes(wanted)) throw new Error(`- ${wanted}\n+ ${text}`);
  },
};

/** A finding in one line, as the expectations have it. */
function render({ severity, shape, message, code, location }: Diagnostic): string {
  const where = location === undefined ? "N/A" : describeLocation(location);
  return `[${severity}] ${shape ?? "-"}: ${message} | ${code} ${where}`;
}
