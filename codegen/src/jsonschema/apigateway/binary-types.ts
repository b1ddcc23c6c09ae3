import { bindingsAt, requestBindings, responseBindings } from "../../knowledge/http-bindings.js";
import { effectiveTrait } from "../../knowledge/traits.js";
import type { OperationShape } from "../../shapes/shape.js";
import type { OpenApiContext } from "../openapi/context.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

/** The media types of payloads, which the gateway passes on as they are. */
export const binaryTypes: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: () => ({
    document: (context, document) => {
      const found = context.operations.flatMap((operation) => payloadTypes(context, operation)).toSorted();
      if (found.length === 0) return document;
      const types = [...new Set([...found, "application/octet-stream"])];
      return { ...document, "x-amazon-apigateway-binary-media-types": types };
    },
  }),
};

function payloadTypes({ model }: OpenApiContext, operation: OperationShape): readonly string[] {
  const bindings = [...requestBindings(model, operation), ...responseBindings(model, operation)];
  return bindingsAt(bindings, "payload")
    .map(({ member }) => effectiveTrait(model, member, "smithy.api#mediaType")?.value)
    .filter((type) => typeof type === "string");
}
