import type { RuleModule } from "../rule.js";
import { bddTraitRule } from "./bdd-trait.js";
import { endpointRuleSetRule } from "./endpoint-rule-set.js";
import { endpointTestsTraitRule } from "./endpoint-tests-trait.js";
import { operationContextParamsTraitRule } from "./operation-context-params-trait.js";
import { ruleSetAuthSchemesRule } from "./rule-set-auth-schemes.js";
import { ruleSetBuiltInRule } from "./rule-set-built-in.js";
import { ruleSetParamMissingDocsRule } from "./rule-set-param-missing-docs.js";
import { ruleSetParameterRule } from "./rule-set-parameter.js";
import { ruleSetTestCaseRule } from "./rule-set-test-case.js";
import { ruleSetUriRule } from "./rule-set-uri.js";
import { rulesEngineVersionRule } from "./rules-engine-version.js";
import { staticContextParamsTraitRule } from "./static-context-params-trait.js";

export const rulesEngineRules: RuleModule = {
  name: "smithy-rules-engine",
  namespaces: ["smithy.rules"],
  rules: [
    endpointRuleSetRule,
    endpointTestsTraitRule,
    staticContextParamsTraitRule,
    operationContextParamsTraitRule,
    ruleSetAuthSchemesRule,
    ruleSetBuiltInRule,
    ruleSetUriRule,
    ruleSetParamMissingDocsRule,
    ruleSetParameterRule,
    ruleSetTestCaseRule,
    bddTraitRule,
    rulesEngineVersionRule,
  ],
};
