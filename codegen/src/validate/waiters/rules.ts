import type { RuleModule } from "../rule.js";

export const waiterRules: RuleModule = {
  name: "smithy-waiters",
  namespaces: ["smithy.waiters"],
  rules: [],
};
