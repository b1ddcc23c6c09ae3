import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { compareBounds } from "../compare-bounds.js";
import type { Differences } from "../differences.js";

/** `ChangedLengthTrait`: the bounds of a `length` trait are closer. */
export function changedLengthTrait(differences: Differences): Iterable<Diagnostic> {
  return compareBounds(differences, "ChangedLengthTrait", "smithy.api#length");
}
