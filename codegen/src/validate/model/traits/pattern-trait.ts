import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

const trait = "smithy.api#pattern";

/** `PatternTrait`: patterns say where they begin and end ("pattern trait"). */
export function* patternTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(trait)) {
    const applied = shape.traits.get(trait);
    if (typeof applied?.value !== "string") continue;
    const missing = [
      ...(applied.value.startsWith("^") ? [] : ["leading '^'"]),
      ...(applied.value.endsWith("$") ? [] : ["trailing '$'"]),
    ];
    if (missing.length === 0) continue;
    const message = `A pattern trait is applied without a ${missing.join(" and ")}, meaning only part of the string must match the regular expression. Explicitly anchoring regular expressions is preferable because it is more restrictive by default and does not require modelers to understand that Smithy patterns are not automatically anchored.`;
    yield shapeFinding("WARNING", "PatternTrait", shape, message, applied);
  }
}
