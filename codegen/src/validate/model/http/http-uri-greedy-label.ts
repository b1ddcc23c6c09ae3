import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { httpTraitOf } from "../../../knowledge/http-trait.js";
import { labelsOf } from "../../../knowledge/label-pattern.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** Labels beyond these are not looked at: each pair is an event of its own. */
const mostLabels = 100;

/**
 * `HttpUriGreedyLabel.MultipleGreedyLabels` and `.GreedyLabelIsNotLastLabel`: a greedy label is the only one, and the last label
 * ("Greedy labels"). One event for each greedy label and each that comes after it, as Smithy's implementation has it.
 */
export function* httpUriGreedyLabelRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const http = httpTraitOf(operation);
    if (http === undefined) continue;
    const labels = labelsOf(http.uri).slice(0, mostLabels);
    const several = `At most one greedy label segment may exist in a pattern: ${http.uri.text}`;
    const notLast = `A greedy label must be the last label in its pattern: ${http.uri.text}`;
    for (const [index, { kind }] of labels.entries()) {
      if (kind !== "greedyLabel") continue;
      for (const later of labels.slice(index + 1)) {
        if (later.kind === "greedyLabel") {
          yield shapeFinding("DANGER", "HttpUriGreedyLabel.MultipleGreedyLabels", operation, several, http.trait);
        }
        yield shapeFinding("DANGER", "HttpUriGreedyLabel.GreedyLabelIsNotLastLabel", operation, notLast, http.trait);
      }
    }
  }
}
