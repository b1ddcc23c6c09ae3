import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { waitableTrait, waitersOf } from "../../knowledge/waiters.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { OperationShape } from "../../shapes/shape.js";

/** `UniqueWaiterNames`: no two operations of a service have waiters of one name, without regard to case ("Waiters"). */
export function* uniqueWaiterNamesRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const { operations } = boundEntities(model, service);
    for (const [name, sharing] of operationsByWaiterName(operations)) {
      for (const operation of sharing.size > 1 ? sharing : []) {
        const others = [...sharing].filter((other) => other !== operation).map(({ id }) => id);
        const conflicts = `[${others.toSorted().join(", ")}]`;
        yield {
          code: "UniqueWaiterNames",
          severity: "ERROR",
          message: `\`${waitableTrait}\` trait waiter name \`${name}\` case-insensitively conflicts with waiters on other operations in the closure of service, \`${service.id}\`: ${conflicts}`,
          shape: operation.id,
          location: operation.traits.get(waitableTrait)?.location ?? operation.location,
        };
      }
    }
  }
}

function operationsByWaiterName(
  operations: readonly OperationShape[],
): ReadonlyMap<string, ReadonlySet<OperationShape>> {
  const byName = new Map<string, Set<OperationShape>>();
  for (const operation of operations) {
    const trait = operation.traits.get(waitableTrait);
    for (const { name } of trait === undefined ? [] : waitersOf(trait)) {
      const key = name.toLowerCase();
      const known = byName.get(key);
      if (known === undefined) byName.set(key, new Set([operation]));
      else known.add(operation);
    }
  }
  return byName;
}
