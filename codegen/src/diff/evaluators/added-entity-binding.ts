import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/** `AddedOperationBinding`, `AddedResourceBinding`: a service or resource has gained an operation or a resource. */
export function* addedEntityBinding(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service", "resource")) {
    const parent = after.kind === "resource" ? "ToResource" : "ToService";
    const event = (what: "Operation" | "Resource", id: ShapeId): Diagnostic => {
      const message = `${what} binding of \`${id}\` was added to the ${after.kind} shape, \`${after.id}\``;
      return finding(`Added${what}Binding.${parent}.${nameOf(id)}`, "NOTE", after, message);
    };
    for (const id of missingFrom(before.operations, after.operations)) yield event("Operation", id);
    for (const id of missingFrom(before.resources, after.resources)) yield event("Resource", id);
  }
}
