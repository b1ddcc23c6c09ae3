import type { Rule } from "../../rule.js";

/** Rules that all others rely on: where one of them finds an ERROR, nothing else is checked. */
export const fundamentalClosureRules: readonly Rule[] = [];

/** Rules whose ERROR findings keep the others from running, which would only report the consequences. */
export const criticalClosureRules: readonly Rule[] = [];

/** Rules for services, resources, operations, and how shapes hold together. */
export const closureRules: readonly Rule[] = [];
