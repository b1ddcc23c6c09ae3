import type { RuleModule } from "../rule.js";
import { cfnMutabilityTraitRule } from "./cfn-mutability-trait.js";
import { cfnResourcePropertyRule } from "./cfn-resource-property.js";

/** The rules for resources in AWS CloudFormation. */
export const cloudFormationRules: RuleModule = {
  name: "smithy-aws-cloudformation-traits",
  namespaces: ["aws.cloudformation"],
  rules: [cfnMutabilityTraitRule, cfnResourcePropertyRule],
};
