import { awsFunctions } from "./functions/aws-functions.js";
import { coreFunctions } from "./functions/core-functions.js";
import type { FunctionLibrary } from "./functions/definition.js";
import { expectArrayMember, expectObject, expectObjectMember, expectStringMember } from "./load-node.js";
import { loadParameters, loadVersion } from "./load-parameters.js";
import { loadRule } from "./load-rule.js";
import { collectProblems, rootPlace, type RuleProblem } from "./place.js";
import type { Rule, RuleSet } from "./syntax.js";

/** What rules may be made of. */
export interface LoadRulesOptions {
  /** The functions that rules may call; by default those of the language and those of AWS. */
  readonly functions?: FunctionLibrary | undefined;
}

/** What was read, when all of it could be; else why not. */
export interface Loaded<Rules> {
  readonly rules: Rules | undefined;
  readonly problems: readonly RuleProblem[];
}

/** Every function that Smithy publishes. */
export const allFunctions: FunctionLibrary = new Map([...coreFunctions, ...awsFunctions]);

/**
 * Reads a rule set from JSON ("smithy.rules#endpointRuleSet trait"). Reports the first problem of the parameters and of each rule
 * at the top. Types are for `checkRuleSet` to check.
 *
 * @param document - the value of the trait, or a JSON file of a rule set, parsed
 * @param options - the functions that rules may call; by default those of the language and those of AWS
 * @returns no rules where there is a problem. Never throws for what the document holds.
 */
export function loadRuleSet(document: unknown, options: LoadRulesOptions = {}): Loaded<RuleSet> {
  const problems: RuleProblem[] = [];
  const loading = { functions: options.functions ?? allFunctions, depth: 0 };
  const rules = collectProblems(problems, () => {
    const object = expectObject({ value: document, place: rootPlace }, "The root of a ruleset must be an object");
    const parameters = loadParameters(expectObjectMember(object, "parameters"));
    const version = loadVersion(expectStringMember(object, "version"), object);
    const loaded: Rule[] = [];
    for (const part of expectArrayMember(object, "rules")) {
      const rule = collectProblems(problems, () => loadRule(part, loading));
      if (rule !== undefined) loaded.push(rule);
    }
    return { version, parameters, rules: loaded };
  });
  return { rules: problems.length === 0 ? rules : undefined, problems };
}
