import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nameOf } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/** `RemovedOperationError.NAME`: an operation no longer lists an error. */
export function* removedOperationError(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "operation")) {
    for (const error of missingFrom(after.errors, before.errors)) {
      const message = `The \`${error}\` error was removed from the \`${after.id}\` operation.`;
      yield finding(`RemovedOperationError.${nameOf(error)}`, "WARNING", after, message);
    }
  }
}
