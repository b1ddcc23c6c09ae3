import { type DecisionDiagram, isNodeReference, resultOffset } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { eachServiceRules } from "./service-rules.js";

/** `BddTrait`: the nodes of a decision diagram refer to conditions, nodes and results that exist ("Validation requirements"). */
export function* bddTraitRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    if (rules.diagram === undefined) continue;
    for (const message of problemsOf(rules.diagram)) {
      yield shapeFinding("ERROR", "BddTrait", service, message, rules.trait);
    }
  }
}

function* problemsOf(diagram: DecisionDiagram): Iterable<string> {
  const { nodes, conditions, root } = diagram;
  yield* problemsOfReference(diagram, "Root", root);
  // The first node is the terminal one, whose numbers mean nothing.
  for (let node = 1; node < nodes.length / 3; node += 1) {
    const [condition = -1, high = 0, low = 0] = nodes.subarray(node * 3, node * 3 + 3);
    if (condition < 0 || condition >= conditions.length) {
      yield `Node ${node} has invalid variable index ${condition} (condition count: ${conditions.length})`;
    }
    yield* problemsOfReference(diagram, `Node ${node} high`, high);
    yield* problemsOfReference(diagram, `Node ${node} low`, low);
  }
}

function* problemsOfReference({ nodes, results }: DecisionDiagram, what: string, reference: number): Iterable<string> {
  if (reference === 0) yield `${what} has invalid reference: 0`;
  else if (isNodeReference(reference)) {
    const index = Math.abs(reference) - 1;
    const count = nodes.length / 3;
    if (index >= count) {
      yield `${what} reference ${reference} points to non-existent node ${index} (node count: ${count})`;
    }
  } else if (reference >= resultOffset) {
    const index = reference - resultOffset;
    // The result of no match stands before those that are written.
    const count = results.length + 1;
    if (index >= count) {
      yield `${what} reference ${reference} points to non-existent result ${index} (result count: ${count})`;
    }
  }
}
