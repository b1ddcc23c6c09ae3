import type { RuleModule } from "../rule.js";
import { enumShapeRule } from "./enum-shape.js";
import { examplesTraitRule } from "./examples-trait.js";
import { closureRules } from "./closure/rules.js";
import { httpRules } from "./http/rules.js";
import { traitRules } from "./traits/rules.js";
import { traitValueRule } from "./trait-value.js";

/** What is checked before everything else: where it finds an ERROR, other rules would only report its consequences. */
export { targetRule } from "./target.js";
export { traitCreationRule } from "./trait-creation.js";

/** The rules for the language itself and for the prelude's traits. */
export const modelRules: RuleModule = {
  name: "smithy-model",
  namespaces: [],
  rules: [traitValueRule, enumShapeRule, examplesTraitRule, ...httpRules, ...closureRules, ...traitRules],
  linters: new Map(),
};
