import { JmespathError, type Expression, parseExpression } from "@tsmith/runtime/jmespath";
import { isNodeObject, type Node, nodeMember } from "../shapes/node.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** Conditions that values of a shape fulfil ("smithy.contracts#conditions trait"). */
export const conditionsTrait: ShapeId = "smithy.contracts#conditions";

/** A condition that the values of a shape meet ("Contract traits"). */
export interface Condition {
  readonly name: string;
  readonly text: string;
  /** The text as an expression, or why it is none. */
  readonly expression: Expression | { readonly failure: string };
}

const cache = new WeakMap<object, readonly Condition[]>();

/** The conditions of a `@conditions` trait's value, in the order of the model, read once. What has the wrong type is left out. */
export function conditionsOf(value: Node): readonly Condition[] {
  if (!isNodeObject(value)) return [];
  let conditions = cache.get(value);
  if (conditions === undefined) {
    conditions = Object.keys(value).flatMap((name) => {
      const text = nodeMember(value[name], "expression");
      return typeof text === "string" ? [{ name, text, expression: parse(text) }] : [];
    });
    cache.set(value, conditions);
  }
  return conditions;
}

function parse(text: string): Condition["expression"] {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof JmespathError) return { failure: error.message };
    throw error;
  }
}

/** Why no trait can be made of a value that has all members: the first condition that is no expression. */
export function conditionsProblem(value: Node): string | undefined {
  for (const { text, expression } of conditionsOf(value)) {
    if ("failure" in expression) return `Invalid condition JMESPath expression: \`${text}\`. ${expression.failure}`;
  }
  return undefined;
}
