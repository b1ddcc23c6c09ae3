import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { awsServiceTrait } from "../../knowledge/aws-service.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `CloudWatchNamespace`: a metric namespace is `AWS/` and a name in PascalCase ("service trait"). */
export function* cloudWatchNamespaceRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", "aws.api#service")) {
    const namespace = awsServiceTrait(service)?.cloudWatchNamespace;
    const problems = namespace === undefined ? [] : problemsOf(namespace);
    if (problems.length === 0) continue;
    const start = `The service's CloudWatch metric namespace \`${namespace}\` does not follow convention.`;
    yield shapeFinding("DANGER", "CloudWatchNamespace", service, [start, ...problems].join(" "), trait);
  }
}

function problemsOf(namespace: string): readonly string[] {
  const component = namespace.replaceAll("AWS/", "");
  const problems: string[] = [];
  if (!namespace.startsWith("AWS/")) problems.push("The namespace should start with the `AWS/` prefix.");
  if (!/^[A-Z][a-zA-Z0-9]*$/.test(component)) {
    problems.push(`The namespace's service component \`${component}\` should be PascalCase.`);
  }
  return problems;
}
