import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { awsServiceTrait } from "../../knowledge/aws-service.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const idPattern = "^[a-zA-Z][a-zA-Z0-9]*( [a-zA-Z0-9]+)*$";
const idExpression = new RegExp(idPattern);
const companyNames = ["AWS", "Aws", "Amazon"];
const disallowedEndings = ["service", "client", "api"];

/** IDs that were published before there were rules for them. */
const publishedIds: ReadonlySet<string> = new Set([
  "ACM PCA",
  "ApiGatewayManagementApi",
  "Application Discovery Service",
  "Config Service",
  "Cost and Usage Report Service",
  "Database Migration Service",
  "Directory Service",
  "Elasticsearch Service",
  "IoT 1Click Devices Service",
  "IoTAnalytics",
  "Lex Model Building Service",
  "Lex Runtime Service",
  "Marketplace Entitlement Service",
  "Resource Groups Tagging API",
  "mq",
]);

/** `SdkServiceId`: what AWS calls a service in its SDKs has a form ("service trait"). */
export function* sdkServiceIdRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", "aws.api#service")) {
    const id = awsServiceTrait(service)?.sdkId ?? "";
    const problems = publishedIds.has(id) ? [] : problemsOf(id);
    if (problems.length === 0) continue;
    const message = `Invalid SDK service ID value, \`${id}\`: ${problems.join(";")}`;
    yield shapeFinding("DANGER", "SdkServiceId", service, message, trait);
  }
}

function problemsOf(id: string): readonly string[] {
  const problems: string[] = [];
  if (!idExpression.test(id)) problems.push(`Does not match the required pattern \`${idPattern}\``);
  if (companyNames.some((name) => id.includes(name))) {
    problems.push(`Must not contain any of the following company names: [${tickedList(companyNames)}]`);
  }
  const ending = disallowedEndings.find((word) => id.toLowerCase().endsWith(word));
  if (ending !== undefined) problems.push(`Must not case-insensitively end with \`${ending}\``);
  if (id.length === 0 || id.length > 50) problems.push("Must be between 1 and 50 characters long.");
  return problems;
}
