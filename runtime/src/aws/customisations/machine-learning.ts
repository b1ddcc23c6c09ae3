import type { CallStep } from "../../client/call-step.js";
import { ConfigurationError } from "../../client/client-errors.js";

/** Sends a prediction to the endpoint that its input names (Smithy 2.0, "Amazon Machine Learning Customizations"). */
export const predictEndpoint: CallStep = {
  request(request, { input }) {
    const { PredictEndpoint: endpoint } = input as { readonly PredictEndpoint?: string };
    if (endpoint === undefined) return request;
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      throw new ConfigurationError("endpoint", "The `PredictEndpoint` must be an HTTP URL");
    }
    return { ...request, origin: url.origin };
  },
};
