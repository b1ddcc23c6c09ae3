import type { RuleModule } from "../rule.js";

export const protocolTestRules: RuleModule = {
  name: "smithy-protocol-test-traits",
  namespaces: ["smithy.test"],
  rules: [],
};
