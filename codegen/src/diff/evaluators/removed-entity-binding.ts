import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { missingFrom } from "../sets.js";

/**
 * `RemovedOperationBinding`, `RemovedResourceBinding`: a service or resource has lost an operation or a resource. An operation
 * that has moved to a resource of its service is no loss.
 */
export function* removedEntityBinding(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service", "resource")) {
    const parent = after.kind === "resource" ? "FromResource" : "FromService";
    const lost = (what: "Operation" | "Resource", id: ShapeId): Diagnostic => {
      const message = `${what} binding of \`${id}\` was removed from ${after.kind} shape, \`${after.id}\``;
      return finding(`Removed${what}Binding.${parent}.${nameOf(id)}`, "ERROR", after, message);
    };
    for (const id of missingFrom(after.operations, before.operations)) {
      const isMoved =
        after.kind === "service" &&
        boundEntities(differences.newModel, after).operations.some((operation) => operation.id === id);
      if (!isMoved) yield lost("Operation", id);
      else {
        const message = `Operation binding of \`${id}\` was removed from service shape, \`${after.id}\`, but the operation remains in the service closure through a resource`;
        yield finding(`RemovedOperationBinding.FromService.${nameOf(id)}`, "NOTE", after, message);
      }
    }
    for (const id of missingFrom(after.resources, before.resources)) yield lost("Resource", id);
  }
}
