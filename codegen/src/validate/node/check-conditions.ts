import { evaluateExpression, JmespathError, type Json } from "@tsmith/runtime/jmespath";
import { type Condition, conditionsOf, conditionsTrait } from "../../knowledge/conditions.js";
import { isNodeArray, isNodeObject, type Node, NumberToken } from "../../shapes/node.js";
import { type NodeCheck, type NodePlace, report } from "./node-check.js";

/** Values meet the conditions of their shape ("Contract traits"); the event ID ends with the condition's name. */
export function checkConditions(check: NodeCheck, { shape, node, path }: NodePlace): void {
  const trait = shape.traits.get(conditionsTrait);
  if (trait === undefined) return;
  const value = plainOf(node);
  for (const condition of conditionsOf(trait.value)) {
    if (!isBroken(condition, value)) continue;
    const message = `Value provided for \`${shape.id}\` must match the ${condition.name} condition expression`;
    report(check, path, message, { eventSuffix: condition.name });
  }
}

/** An expression that fails, or gives no boolean, is a mistake of the condition, which is reported where it stands. */
function isBroken({ expression }: Condition, value: Json): boolean {
  if ("failure" in expression) return false;
  try {
    return evaluateExpression(expression, value) === false;
  } catch (error) {
    if (error instanceof JmespathError) return false;
    throw error;
  }
}

function plainOf(node: Node): Json {
  if (node instanceof NumberToken) return node.toNumber();
  if (isNodeArray(node)) return node.map(plainOf);
  if (isNodeObject(node)) return Object.fromEntries(Object.keys(node).map((key) => [key, plainOf(node[key] ?? null)]));
  return node;
}
