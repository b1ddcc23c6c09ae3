import type { RuleModule } from "../rule.js";
import { conditionKeyValueTraitRule } from "./condition-key-value-trait.js";
import { conditionKeysRule } from "./condition-keys.js";
import { defineConditionKeysTraitRule } from "./define-condition-keys-trait.js";
import { iamActionRule } from "./iam-action.js";
import { iamResourceTraitConflictingNameRule } from "./iam-resource-trait-conflicting-name.js";
import { iamResourceTraitRule } from "./iam-resource-trait.js";

/** The rules for actions, resources and condition keys in IAM. */
export const iamRules: RuleModule = {
  name: "smithy-aws-iam-traits",
  namespaces: ["aws.iam"],
  rules: [
    conditionKeysRule,
    conditionKeyValueTraitRule,
    defineConditionKeysTraitRule,
    iamActionRule,
    iamResourceTraitRule,
    iamResourceTraitConflictingNameRule,
  ],
};
