import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

/** `ChangedOperationOutput.From.OLD.To.NEW`: an operation has another output shape. */
export function* changedOperationOutput(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "operation")) {
    if (before.output === after.output) continue;
    const message = `Changed operation output of \`${after.id}\` from \`${before.output}\` to \`${after.output}\``;
    yield finding(`ChangedOperationOutput.From.${before.output}.To.${after.output}`, "ERROR", after, message);
  }
}
