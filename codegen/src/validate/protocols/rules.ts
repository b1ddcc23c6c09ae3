import type { RuleModule } from "../rule.js";
import { rpcv2CborTraitRule, rpcv2JsonTraitRule } from "./rpcv2-traits.js";

/** The rules for Smithy's own protocols. */
export const protocolRules: RuleModule = {
  name: "smithy-protocol-traits",
  namespaces: ["smithy.protocols"],
  rules: [rpcv2CborTraitRule, rpcv2JsonTraitRule],
};
