import type { RuleModule } from "../rule.js";

export const contractRules: RuleModule = {
  name: "smithy-contract-traits",
  namespaces: ["smithy.contracts"],
  rules: [],
};
