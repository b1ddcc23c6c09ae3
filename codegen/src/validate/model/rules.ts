import type { Rule, RuleModule } from "../rule.js";
import { closureRules, criticalClosureRules, fundamentalClosureRules } from "./closure/rules.js";
import { enumShapeRule } from "./enum-shape.js";
import { examplesTraitRule } from "./examples-trait.js";
import { httpRules } from "./http/rules.js";
import { emitEachSelectorLinter } from "./linters/emit-each-selector.js";
import { emitNoneSelectorLinter } from "./linters/emit-none-selector.js";
import { unreferencedShapeLinter } from "./linters/unreferenced-shape.js";
import { targetRule } from "./target.js";
import { traitCreationRule } from "./trait-creation.js";
import { traitValueRule } from "./trait-value.js";
import { criticalTraitRules, traitRules } from "./traits/rules.js";

/**
 * What is checked before everything else, in phases: where one finds an ERROR, the model is not what the next relies on, and
 * nothing more is checked.
 */
export const fundamentalPhases: readonly (readonly Rule[])[] = [
  [traitCreationRule],
  [targetRule, ...fundamentalClosureRules],
];

/** What is checked next: where it finds an ERROR, other rules would mostly report its consequences. */
export const criticalRules: readonly Rule[] = [
  enumShapeRule,
  traitValueRule,
  ...criticalClosureRules,
  ...criticalTraitRules,
];

/** The rules for the language itself and for the prelude's traits. */
export const modelRules: RuleModule = {
  name: "smithy-model",
  namespaces: [],
  rules: [examplesTraitRule, ...httpRules, ...closureRules, ...traitRules],
  linters: new Map([
    ["EmitEachSelector", emitEachSelectorLinter],
    ["EmitNoneSelector", emitNoneSelectorLinter],
    ["UnreferencedShape", unreferencedShapeLinter],
  ]),
};
