import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

/** `ChangedOperationInput.From.OLD.To.NEW`: an operation has another input shape. */
export function* changedOperationInput(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "operation")) {
    if (before.input === after.input) continue;
    const message = `Changed operation input of \`${after.id}\` from \`${before.input}\` to \`${after.input}\``;
    yield finding(`ChangedOperationInput.From.${before.input}.To.${after.input}`, "ERROR", after, message);
  }
}
