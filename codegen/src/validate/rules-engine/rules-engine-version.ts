import { type Expression, isAtLeast, type Rule, type RulesVersion, versionText } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eachRule } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { eachServiceRules, findingWithin } from "./service-rules.js";

/**
 * `RulesEngineVersion`: rules call only what their version has ("Rules engine version"). As Smithy's implementation, looks at
 * conditions and their arguments, URLs, headers and errors: neither deeper, nor into templates, nor at the conditions of a decision
 * diagram.
 */
export function* rulesEngineVersionRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const rule of eachRule(rules.rules)) {
      for (const expression of expressionsOf(rule)) {
        const since = sinceOf(expression);
        if (expression.kind !== "call" || since === undefined || isAtLeast(rules.version, since)) continue;
        const { name } = expression.definition;
        const message =
          `${name.charAt(0).toUpperCase()}${name.slice(1)} requires rules engine version >= ${versionText(since)}, ` +
          `but ruleset declares version ${versionText(rules.version)}`;
        yield findingWithin("ERROR", "RulesEngineVersion", service, message, rules.trait, expression.place);
      }
    }
  }
}

function* expressionsOf(rule: Rule): Iterable<Expression> {
  for (const { call } of rule.conditions) {
    yield call;
    yield* call.arguments;
  }
  if (rule.kind === "error") yield rule.error;
  if (rule.kind !== "endpoint") return;
  yield rule.endpoint.url;
  for (const values of rule.endpoint.headers.values()) yield* values;
}

function sinceOf(expression: Expression): RulesVersion | undefined {
  if (expression.kind !== "call") return undefined;
  const countsFromEnd = expression.path?.steps.some((step) => typeof step === "number" && step < 0) ?? false;
  return countsFromEnd ? { major: 1, minor: 1 } : expression.definition.since;
}
