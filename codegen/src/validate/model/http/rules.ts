import type { Rule } from "../../rule.js";

/** Rules for HTTP bindings, CORS and what depends on them. */
export const httpRules: readonly Rule[] = [];
