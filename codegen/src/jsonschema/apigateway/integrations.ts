import { inheritedTraits } from "../../knowledge/inherited-trait.js";
import { isNodeObject, nodeMember, type NodeObject } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { OpenApiContext } from "../openapi/context.js";
import { withoutKeys } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

/** The extension of OpenAPI that holds what API Gateway does with the requests of an operation. */
export const integrationKey = "x-amazon-apigateway-integration";
const integrationTrait = "aws.apigateway#integration";
const mockTrait = "aws.apigateway#mockIntegration";

/** `aws.apigateway#integration` and `#mockIntegration`: what the gateway does with an operation. */
export const integrations: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: ({ apiGatewayType }) => ({
    problem: (context) => (apiGatewayType === "HTTP" ? formatProblem(context) : undefined),
    operation: (context, operation, object) => {
      const trait = integrationOf(context, operation);
      if (trait === undefined) return object;
      return { ...object, [integrationKey]: integrationObject(context, operation, trait) };
    },
  }),
};

function integrationOf({ model, service }: OpenApiContext, operation: OperationShape): AppliedTrait | undefined {
  return inheritedTraits(model, service, [mockTrait, integrationTrait]).get(operation.id);
}

function formatProblem(context: OpenApiContext): string | undefined {
  const isUnset = context.operations.some((operation) => {
    const trait = integrationOf(context, operation);
    return trait?.id === integrationTrait && nodeMember(trait.value, "payloadFormatVersion") === undefined;
  });
  if (!isUnset) return undefined;
  return (
    "When the 'apiGatewayType' OpenAPI conversion setting is 'HTTP', a 'payloadFormatVersion' must be set on the " +
    "aws.apigateway#integration trait."
  );
}

function integrationObject({ service }: OpenApiContext, operation: OperationShape, trait: AppliedTrait): NodeObject {
  const settings: NodeObject = isNodeObject(trait.value) ? trait.value : {};
  const expand = (key: string): NodeObject => {
    const text = nodeMember(settings, key);
    if (typeof text !== "string") return {};
    const named = text.replaceAll("{serviceName}", nameOf(service.id));
    return { [key]: named.replaceAll("{operationName}", nameOf(operation.id)) };
  };
  const expanded = trait.id === mockTrait ? { type: "mock" } : { ...expand("uri"), ...expand("credentials") };
  return withGatewaySpelling({ ...settings, ...expanded });
}

/** The trait and the extension write one key with other capitals. */
function withGatewaySpelling(integration: NodeObject): NodeObject {
  const behavior = nodeMember(integration, "passThroughBehavior");
  if (behavior === undefined) return integration;
  return { ...withoutKeys(integration, ["passThroughBehavior"]), passthroughBehavior: behavior };
}
