import type { CallStep } from "../../client/call-step.js";

/** Says which representation is wanted (Smithy 2.0, "Amazon API Gateway Customizations"). */
export const apiGatewayAccept: CallStep = {
  request: (request) => ({ ...request, headers: { ...request.headers, accept: "application/json" } }),
};
