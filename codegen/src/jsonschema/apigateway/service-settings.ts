import { isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { compact, unlessEmpty } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

interface ServiceSetting {
  readonly trait: ShapeId;
  /** The extensions of the document for a value of the trait. */
  extensions(value: Node): Readonly<Record<string, Node | undefined>>;
  readonly isForHttp?: boolean;
}

const serviceTraits: readonly ServiceSetting[] = [
  {
    trait: "aws.apigateway#apiKeySource",
    extensions: (value) => ({ "x-amazon-apigateway-api-key-source": value }),
    isForHttp: true,
  },
  {
    trait: "aws.apigateway#gatewayResponses",
    extensions: (value) => ({ "x-amazon-apigateway-gateway-responses": value }),
  },
  {
    trait: "aws.apigateway#minimumCompressionSize",
    extensions: (value) => ({ "x-amazon-apigateway-minimum-compression-size": value }),
  },
  {
    trait: "aws.apigateway#resourcePolicy",
    extensions: (value) => ({ "x-amazon-apigateway-policy": value }),
  },
  {
    trait: "aws.apigateway#apiTlsPolicy",
    extensions: (value) => ({
      "x-amazon-apigateway-security-policy": nodeMember(value, "securityPolicy"),
      "x-amazon-apigateway-endpoint-access-mode": nodeMember(value, "endpointAccessMode"),
    }),
  },
  {
    trait: "aws.apigateway#endpointConfiguration",
    extensions: (value) => ({ "x-amazon-apigateway-endpoint-configuration": endpointConfiguration(value) }),
  },
];

/** Traits of the service that are extensions of the document. All but the source of API keys are for REST APIs. */
export const serviceSettings: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: ({ apiGatewayType }) => ({
    document: ({ service }, document) => {
      const added = serviceTraits.map(({ trait, extensions, isForHttp = false }): NodeObject => {
        const applied = service.traits.get(trait);
        return applied === undefined || (apiGatewayType === "HTTP" && !isForHttp)
          ? {}
          : compact(extensions(applied.value));
      });
      return added.reduce<NodeObject>((known, extension) => ({ ...known, ...extension }), document);
    },
  }),
};

/** What the extension can say: types and kinds of addresses are set where the API is deployed. */
function endpointConfiguration(value: Node): Node | undefined {
  if (!isNodeObject(value)) return undefined;
  return unlessEmpty(
    compact({
      vpcEndpointIds: nodeMember(value, "vpcEndpointIds"),
      disableExecuteApiEndpoint: nodeMember(value, "disableExecuteApiEndpoint"),
    }),
  );
}
