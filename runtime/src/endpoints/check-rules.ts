import { checkExpression, expectStringType } from "./check-expression.js";
import { typeOfParameter } from "./load-parameters.js";
import { collectProblems, RuleFault, type RuleProblem } from "./place.js";
import { createScope, type Scope } from "./scope.js";
import type { Condition, DecisionDiagram, EndpointTemplate, Parameter, Rule, RuleSet } from "./syntax.js";
import { innerType, optionalType } from "./type.js";

/**
 * Checks the types of a rule set ("Rules engine specification"): every name is declared, every value that may be empty is proven
 * to be set where it is used, arguments fit their functions, URLs, headers and errors are strings, no name hides another.
 *
 * @returns the first problem of each rule at the top
 */
export function checkRuleSet({ parameters, rules }: RuleSet): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const scope = scopeOf(parameters);
  for (const rule of rules) collectProblems(problems, () => checkRule(rule, scope));
  return problems;
}

/**
 * {@link checkRuleSet} for a decision diagram ("smithy.rules#endpointBdd trait"), where a condition sees what those before it assign, and
 * results see all of them.
 *
 * @returns the first problem, if there is one
 */
export function checkDecisionDiagram({ parameters, conditions, results }: DecisionDiagram): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const scope = scopeOf(parameters);
  collectProblems(problems, () => {
    for (const condition of conditions) checkCondition(condition, scope);
    for (const rule of results) checkRule(rule, scope);
  });
  return problems;
}

function scopeOf(parameters: readonly Parameter[]): Scope {
  const scope = createScope();
  for (const { name, type, isRequired } of parameters) {
    const valueType = typeOfParameter(type);
    scope.declare(name, isRequired ? valueType : optionalType(valueType));
  }
  return scope;
}

function checkRule(rule: Rule, scope: Scope): void {
  scope.within(() => {
    for (const condition of rule.conditions) checkCondition(condition, scope);
    switch (rule.kind) {
      case "endpoint":
        return checkEndpoint(rule.endpoint, scope);
      case "error":
        return expectStringType(checkExpression(rule.error, scope), rule.error.place);
      case "tree":
        if (rule.rules.length === 0) throw new RuleFault("Tree rule contains no rules.", rule.place);
        for (const nested of rule.rules) checkRule(nested, scope);
    }
  });
}

function checkCondition({ call, assign }: Condition, scope: Scope): void {
  const type = checkExpression(call, scope);
  if (assign === undefined) return;
  if (scope.find(assign.name) !== undefined) {
    throw new RuleFault(`Invalid shadowing of \`${assign.name}\``, assign.place);
  }
  scope.declare(assign.name, innerType(type));
}

function checkEndpoint({ url, headers, properties }: EndpointTemplate, scope: Scope): void {
  expectStringType(checkExpression(url, scope), url.place);
  for (const property of properties.values()) checkExpression(property, scope);
  for (const values of headers.values()) {
    for (const value of values) expectStringType(checkExpression(value, scope), value.place);
  }
}
