import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

type Identifiers = ReadonlyMap<string, ShapeId>;

/** `ChangedResourceIdentifiers`: a resource is identified by something else. */
export function* changedResourceIdentifiers(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "resource")) {
    if (areEqual(before.identifiers, after.identifiers)) continue;
    const message = `Identifiers of resource \`${before.id}\` changed from ${show(before.identifiers)} to ${show(after.identifiers)}.`;
    yield finding("ChangedResourceIdentifiers", "ERROR", after, message);
  }
}

function areEqual(left: Identifiers, right: Identifiers): boolean {
  return left.size === right.size && [...left].every(([name, id]) => right.get(name) === id);
}

function show(identifiers: Identifiers): string {
  return `{${Array.from(identifiers, ([name, id]) => `${name}=${id}`).join(", ")}}`;
}
