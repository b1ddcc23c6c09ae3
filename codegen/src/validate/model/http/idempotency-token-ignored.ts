import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import { neighborGraph } from "../../../shapes/neighbors.js";
import { describeSources } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";

/** `IdempotencyTokenIgnored`: a token has an effect at the top level of an operation's input alone ("idempotencyToken trait"). */
export function* idempotencyTokenIgnoredRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait("smithy.api#idempotencyToken")) {
    const container = rootOf(model, member);
    if (container?.kind !== "structure" || container.traits.has("smithy.api#mixin")) continue;
    const uses = neighborGraph(model).to(container.id);
    const ignored = uses.filter(({ kind }) => kind !== "container" && kind !== "input");
    if (ignored.length === 0) continue;
    const message = `The \`idempotencyToken\` trait only has an effect when applied to a top-level operation input member, but it was applied and ignored in the following contexts: ${describeSources(ignored)}`;
    const trait = member.traits.get("smithy.api#idempotencyToken");
    yield shapeFinding("WARNING", "IdempotencyTokenIgnored", member, message, trait);
  }
}
