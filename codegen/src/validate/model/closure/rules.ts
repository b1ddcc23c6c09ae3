import type { Rule } from "../../rule.js";

/** Rules for services, resources, operations, and how shapes hold together. */
export const closureRules: readonly Rule[] = [];
