import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { rootOf } from "../../../shapes/model-index.js";
import { ownReferences } from "../../own-references.js";
import { relationshipName } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";

/** `UnitType`: the unit is an input, an output, or what a member of a union or enum targets ("Unit type"). */
export function* unitTypeRule(model: Model): Iterable<Diagnostic> {
  for (const relationship of ownReferences(model)) {
    const { kind, from, id } = relationship;
    if (id !== "smithy.api#Unit" || kind === "input" || kind === "output") continue;
    if (kind !== "target") {
      const message = `This shape has an invalid ${relationshipName(relationship)} reference to smithy.api#Unit`;
      yield shapeFinding("ERROR", "UnitType", from, message);
      continue;
    }
    const container = rootOf(model, from)?.kind;
    if (container === undefined || ["union", "enum", "intEnum"].includes(container)) continue;
    const message = "Only members of a union, enum, or intEnum can reference smithy.api#Unit";
    yield shapeFinding("ERROR", "UnitType", from, message);
  }
}
