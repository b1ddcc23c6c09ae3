import { loadCondition } from "./load-expression.js";
import {
  expectArrayMember,
  expectIntegerMember,
  expectObject,
  expectObjectMember,
  expectStringMember,
} from "./load-node.js";
import { isAtLeast, loadParameters, loadVersion, versionText } from "./load-parameters.js";
import { loadRule } from "./load-rule.js";
import { allFunctions, type Loaded, type LoadRulesOptions } from "./load-rule-set.js";
import { decodeNodes } from "./decode-nodes.js";
import { collectProblems, rootPlace, RuleFault, type RuleProblem } from "./place.js";
import { type DecisionDiagram, isNodeReference } from "./syntax.js";

const leastVersion = { major: 1, minor: 1 };

/**
 * Reads a decision diagram from JSON ("smithy.rules#endpointBdd trait"). Reports the first problem. Types are for
 * `checkDecisionDiagram` to check.
 *
 * @param document - the value of the trait, parsed
 * @param options - the functions that rules may call; by default those of the language and those of AWS
 * @returns no rules where there is a problem. Never throws for what the document holds.
 */
export function loadDecisionDiagram(document: unknown, options: LoadRulesOptions = {}): Loaded<DecisionDiagram> {
  const problems: RuleProblem[] = [];
  const loading = { functions: options.functions ?? allFunctions, depth: 0 };
  const rules = collectProblems(problems, () => {
    const object = expectObject({ value: document, place: rootPlace });
    const version = loadVersion(expectStringMember(object, "version"), object);
    const parameters = loadParameters(expectObjectMember(object, "parameters"));
    const conditions = expectArrayMember(object, "conditions").map((part) => loadCondition(part, loading));
    const results = expectArrayMember(object, "results").map((part) => loadRule(part, loading));
    const guarded = results.findIndex((rule) => rule.conditions.length > 0);
    if (guarded >= 0) throw new RuleFault(guardedResult(guarded + 1), rootPlace);
    const encoded = expectStringMember(object, "nodes");
    const nodeCount = expectIntegerMember(object, "nodeCount");
    const root = expectIntegerMember(object, "root");
    const nodes = decodeNodes(encoded, nodeCount);
    checkRoot(root, nodeCount);
    if (!isAtLeast(version, leastVersion)) {
      const least = versionText(leastVersion);
      throw new RuleFault(`Rules engine version for endpointBdd trait must be >= ${least}`, rootPlace);
    }
    return { version, parameters, conditions, results, root, nodes };
  });
  return { rules, problems };
}

function guardedResult(index: number): string {
  return (
    `BDD result at index ${index} has conditions, but BDD results must not have conditions. ` +
    "All conditions should be hoisted into the BDD decision structure."
  );
}

function checkRoot(root: number, nodeCount: number): void {
  if (nodeCount < 0) throw new RuleFault(`Node count cannot be negative: ${nodeCount}`, rootPlace);
  if (root < -1) throw new RuleFault(`Root reference cannot be complemented: ${root}`, rootPlace);
  const index = Math.abs(root) - 1;
  if (isNodeReference(root) && index >= nodeCount) {
    throw new RuleFault(`Root points to invalid BDD node: ${index} (node count: ${nodeCount})`, rootPlace);
  }
}
