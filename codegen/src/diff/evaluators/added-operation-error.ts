import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findShape } from "../../shapes/model.js";
import { nameOf } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/** `AddedOperationError.NAME`: an operation may answer with an error that it did not have. */
export function* addedOperationError(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "operation")) {
    for (const error of missingFrom(before.errors, after.errors)) {
      const message = `The \`${error}\` error was added to the \`${after.id}\` operation. This is backward-compatible if the error is only encountered as a result of a change in behavior of the client (for example, the client sends a new parameter to an operation).`;
      const location = findShape(differences.newModel, error)?.location;
      yield finding(`AddedOperationError.${nameOf(error)}`, "WARNING", after, message, location);
    }
  }
}
