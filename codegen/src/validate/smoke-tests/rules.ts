import type { RuleModule } from "../rule.js";

export const smokeTestRules: RuleModule = {
  name: "smithy-smoke-test-traits",
  namespaces: ["smithy.test"],
  rules: [],
};
