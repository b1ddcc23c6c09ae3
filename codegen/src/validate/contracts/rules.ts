import type { RuleModule } from "../rule.js";
import { conditionsTraitRule } from "./conditions-trait.js";

export const contractRules: RuleModule = {
  name: "smithy-contract-traits",
  namespaces: ["smithy.contracts"],
  rules: [conditionsTraitRule],
};
