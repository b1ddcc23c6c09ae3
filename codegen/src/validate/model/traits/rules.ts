import type { Rule } from "../../rule.js";

/** Rules for the other traits of the prelude, and trait definitions. */
export const traitRules: readonly Rule[] = [];
