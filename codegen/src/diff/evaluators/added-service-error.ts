import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/** `AddedServiceError`: all operations of a service may answer with an error that they did not have. */
export function* addedServiceError(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service")) {
    for (const error of missingFrom(before.errors, after.errors)) {
      const message = `The \`${error}\` error was added to the \`${after.id}\` service, making this error common to all operations within the service. This is backward-compatible if the error is only encountered as a result of a change in behavior of the client (for example, the client sends a new parameter to an operation).`;
      yield finding("AddedServiceError", "WARNING", after, message);
    }
  }
}
