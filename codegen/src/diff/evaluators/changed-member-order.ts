import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Members } from "../../shapes/shape.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

/** `ChangedMemberOrder`: the members that a structure or union had no longer come first, in their old order. */
export function* changedMemberOrder(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of [...pairsOfKind(differences, "structure"), ...pairsOfKind(differences, "union")]) {
    if (!isReordered(before.members, after.members)) continue;
    const message = `${before.kind} shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ where the layout and alignment of a data structure matters.`;
    yield finding("ChangedMemberOrder", "DANGER", after, message);
  }
}

function isReordered(before: Members, after: Members): boolean {
  const names = [...after.keys()];
  // Where members are missing at the end, others say so.
  return [...before.keys()].slice(0, names.length).some((name, index) => name !== names[index]);
}
