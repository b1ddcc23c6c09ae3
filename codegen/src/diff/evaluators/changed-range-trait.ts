import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { compareBounds } from "../compare-bounds.js";
import type { Differences } from "../differences.js";

/** `ChangedRangeTrait`: the bounds of a `range` trait are closer. */
export function changedRangeTrait(differences: Differences): Iterable<Diagnostic> {
  return compareBounds(differences, "ChangedRangeTrait", "smithy.api#range");
}
