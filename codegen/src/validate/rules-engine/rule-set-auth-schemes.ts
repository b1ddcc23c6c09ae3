import { describeExpression, describeMembers, type Literal } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eachRule } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { type AuthScheme, type AuthSchemeProblem, awsAuthSchemeChecks } from "./auth-schemes.js";
import { eachServiceRules, findingWithin, knowsAws } from "./service-rules.js";

const code = "RuleSetAuthSchemes";

/**
 * `RuleSetAuthSchemes`: `authSchemes` of endpoints is a list of objects with names, each name once, each object fit for its scheme
 * ("Endpoint `authSchemes` list property").
 */
export function* ruleSetAuthSchemesRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const rule of eachRule(rules.rules)) {
      if (rule.kind !== "endpoint") continue;
      const schemes = rule.endpoint.properties.get("authSchemes");
      if (schemes === undefined) continue;
      for (const { severity, message, place } of checkSchemes(schemes, knowsAws(context))) {
        yield severity === "WARNING"
          ? shapeFinding(severity, code, service, message)
          : findingWithin(severity, code, service, message, rules.trait, place);
      }
    }
  }
}

function* checkSchemes(schemes: Literal, hasAws: boolean): Iterable<AuthSchemeProblem> {
  if (schemes.kind !== "tuple") {
    const message = `Expected \`authSchemes\` to be a list, found: \`${describeExpression(schemes)}\``;
    yield { severity: "ERROR", message, place: schemes.place };
    return;
  }
  const names = new Set<string>();
  const repeated = new Set<string>();
  for (const entry of schemes.items) {
    if (entry.kind !== "record") {
      const found = describeExpression(entry);
      const message = `Expected \`authSchemes\` to be a list of objects, but found: \`${found}\``;
      yield { severity: "ERROR", message, place: schemes.place };
      continue;
    }
    const name = entry.members.get("name");
    if (name?.kind !== "string") {
      const found = describeMembers(entry.members);
      const message = `Expected \`authSchemes\` to have a \`name\` key with a string value but it did not: \`${found}\``;
      yield { severity: "ERROR", message, place: entry.place };
    } else if (name.template.parts.every((part) => typeof part === "string")) {
      const text = name.template.source;
      if (names.has(text)) repeated.add(text);
      names.add(text);
      yield* checkScheme(text, entry.members, entry, hasAws);
    }
  }
  for (const name of repeated) {
    const message = `Found duplicate \`name\` of \`${name}\` in the \`authSchemes\` list`;
    yield { severity: "ERROR", message, place: schemes.place };
  }
}

function* checkScheme(
  name: string,
  scheme: AuthScheme,
  { place }: Literal,
  hasAws: boolean,
): Iterable<AuthSchemeProblem> {
  const checks = hasAws ? awsAuthSchemeChecks(name) : [];
  for (const check of checks) yield* check(scheme, place);
  if (checks.length > 0) return;
  yield { severity: "WARNING", message: `Did not find a validator for the \`${name}\` auth scheme`, place };
}
