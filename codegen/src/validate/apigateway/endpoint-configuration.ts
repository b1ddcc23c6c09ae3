import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { nodeMember, stringItems, stringMember } from "../../shapes/node.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `EndpointConfiguration`: private endpoints are reached by both kinds of IP addresses ("endpointConfiguration trait"). */
export function* endpointConfigurationRule(model: Model): Iterable<Diagnostic> {
  for (const [service, { value }] of carriers(model, "service", "aws.apigateway#endpointConfiguration")) {
    const addressType = stringMember(value, "ipAddressType");
    if (addressType === undefined || addressType === "dualstack") continue;
    if (!stringItems(nodeMember(value, "types")).includes("PRIVATE")) continue;
    const message = `The \`PRIVATE\` endpoint type requires \`ipAddressType\` to be \`dualstack\`, but found \`${addressType}\`.`;
    yield shapeFinding("ERROR", "EndpointConfiguration", service, message);
  }
}
