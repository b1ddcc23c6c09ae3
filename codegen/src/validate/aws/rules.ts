import type { RuleModule } from "../rule.js";

export const awsRules: RuleModule = {
  name: "smithy-aws-traits",
  namespaces: ["aws.api", "aws.auth", "aws.customizations", "aws.protocols"],
  rules: [],
};
