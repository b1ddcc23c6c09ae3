import type { RuleModule } from "../rule.js";

export const rulesEngineRules: RuleModule = {
  name: "smithy-rules-engine",
  namespaces: ["smithy.rules"],
  rules: [],
};
