import type { RuleModule } from "../rule.js";
import { smokeTestCaseRule } from "./smoke-test-case.js";
import { uniqueSmokeTestCaseIdRule } from "./unique-smoke-test-case-id.js";

/** The rules for smoke tests. */
export const smokeTestRules: RuleModule = {
  name: "smithy-smoke-test-traits",
  namespaces: ["smithy.test"],
  rules: [smokeTestCaseRule, uniqueSmokeTestCaseIdRule],
};
