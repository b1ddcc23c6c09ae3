import type { RuleModule } from "../rule.js";

export const protocolRules: RuleModule = {
  name: "smithy-protocol-traits",
  namespaces: ["smithy.protocols"],
  rules: [],
};
