import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/** `RemovedServiceError`: a service no longer lists an error for all its operations. */
export function* removedServiceError(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service")) {
    for (const error of missingFrom(after.errors, before.errors)) {
      const message = `The \`${error}\` error was removed from the \`${after.id}\` service. This means that it is no longer considered an error common to all operations within the service.`;
      yield finding("RemovedServiceError", "WARNING", after, message);
    }
  }
}
