import type { RuleModule } from "../rule.js";

export const linterRules: RuleModule = {
  name: "smithy-linters",
  namespaces: [],
  rules: [],
};
