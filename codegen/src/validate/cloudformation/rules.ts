import type { RuleModule } from "../rule.js";

export const cloudFormationRules: RuleModule = {
  name: "smithy-aws-cloudformation-traits",
  namespaces: ["aws.cloudformation"],
  rules: [],
};
