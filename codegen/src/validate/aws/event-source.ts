import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { awsServiceTrait, eventSourceOf } from "../../knowledge/aws-service.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** Sources that are not called as their services are. */
const knownExceptions: ReadonlyMap<string, string> = new Map([
  ["cloudwatch.amazonaws.com", "monitoring.amazonaws.com"],
]);

/** `EventSource`: CloudTrail's source of events is the service's ARN namespace and a suffix ("service trait"). */
export function* eventSourceRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", "aws.api#service")) {
    const aws = awsServiceTrait(service);
    const message =
      aws === undefined ? undefined : problemOf(aws.cloudTrailEventSource, eventSourceOf(aws.arnNamespace));
    if (message !== undefined) yield shapeFinding("WARNING", "EventSource", service, message, trait);
  }
}

function problemOf(source: string, expected: string): string | undefined {
  if (knownExceptions.get(expected) === source) return undefined;
  if (source.includes("REPLACE") || source.toUpperCase() === source) {
    return `aws.api#service|cloudTrailEventSource must not use placeholders, but found: ${source}`;
  }
  if (source === expected) return undefined;
  return `aws.api#service|cloudTrailEventSource does not match the expected value. Expected '${expected}', but found '${source}'.`;
}
