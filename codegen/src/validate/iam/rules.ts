import type { RuleModule } from "../rule.js";

export const iamRules: RuleModule = {
  name: "smithy-aws-iam-traits",
  namespaces: ["aws.iam"],
  rules: [],
};
