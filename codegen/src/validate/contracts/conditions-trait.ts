import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Condition, conditionsOf, conditionsTrait } from "../../knowledge/conditions.js";
import { checkExpression } from "../../knowledge/jmespath/check-expression.js";
import { sampleOfShape } from "../../knowledge/jmespath/sample-shape.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { Model } from "../../shapes/model.js";
import type { Shape } from "../../shapes/shape.js";
import { problemEvent } from "../jmespath-problems.js";

/**
 * `ConditionsTrait`: conditions are boolean expressions over what their shape has ("Contract traits"). Problems that depend on values
 * are `ConditionsTrait.JmespathProblem.JmespathEventDanger` or `….JmespathEventWarning`, with the name of the condition.
 */
export function* conditionsTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(conditionsTrait)) {
    const trait = shape.traits.get(conditionsTrait);
    if (trait === undefined) continue;
    const location = trait.location ?? shape.location;
    for (const condition of conditionsOf(trait.value)) {
      for (const finding of checkCondition(model, shape, condition)) yield { ...finding, shape: shape.id, location };
    }
  }
}

function* checkCondition(model: Model, shape: Shape, { name, expression }: Condition): Iterable<Diagnostic> {
  if ("failure" in expression) return;
  const { type, problems } = checkExpression(expression, sampleOfShape(model, shape));
  for (const problem of problems) {
    const { severity, eventName, text } = problemEvent(problem);
    const code = eventName === undefined ? "ConditionsTrait" : `ConditionsTrait.JmespathProblem.${eventName}.${name}`;
    const message = `Condition \`${name}\`: Problem found in JMESPath expression for condition ${name}: ${text}`;
    yield { code, severity, message };
  }
  if (type === "boolean") return;
  const message = `Condition ${name} expression must return a boolean type, but this expression was statically determined to return a \`${type}\` type.`;
  yield { code: "ConditionsTrait", severity: "DANGER", message };
}
