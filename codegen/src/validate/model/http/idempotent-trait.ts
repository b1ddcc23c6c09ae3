import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "IdempotentTrait";

/** `IdempotentTrait`: the errors that tell of a repeated call are errors of the operation ("idempotent trait"). */
export function* idempotentTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const trait = operation.traits.get("smithy.api#idempotent");
    const exists = nodeMember(trait?.value, "exists");
    const notFound = nodeMember(trait?.value, "notFound");
    if (isNodeArray(exists) && isNodeArray(notFound)) {
      const message =
        "The `exists` and `notFound` properties of the `@idempotent` trait are mutually exclusive. Only one may be specified.";
      yield shapeFinding("ERROR", code, operation, message, trait);
    }
    for (const [property, errors] of [["exists", exists] as const, ["notFound", notFound] as const]) {
      if (!isNodeArray(errors)) continue;
      const foreign = errors.filter((error) => typeof error === "string" && !operation.errors.includes(error));
      for (const error of foreign) {
        const message = `The \`${property}\` property references error \`${String(error)}\`, but it is not in the operation's errors list. Expected one of ${tickedList(operation.errors)}`;
        yield shapeFinding("ERROR", code, operation, message, trait);
      }
    }
  }
}
