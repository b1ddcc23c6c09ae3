import type { RuleModule } from "../rule.js";
import { uniqueWaiterNamesRule } from "./unique-waiter-names.js";
import { waitableTraitRule } from "./waitable-trait.js";

export const waiterRules: RuleModule = {
  name: "smithy-waiters",
  namespaces: ["smithy.waiters"],
  rules: [uniqueWaiterNamesRule, waitableTraitRule],
};
