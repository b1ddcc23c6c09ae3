import {
  built,
  fromNode,
  javaBoolean,
  javaBytes,
  javaInteger,
  javaString,
  listOf,
  mapOf,
  mapped,
  type Mapped,
  mappedShapeId,
  objectNode,
  primitiveBoolean,
} from "./mapped-reader.js";
import { eventHeaderValue, testExpectation } from "./event-stream-readers.js";
import { array, arrayOf, entries, object, oneOf, optional, type Reader, whenPresent } from "./reader.js";

const apiGateway = "software.amazon.smithy.aws.apigateway.traits";
const iam = "software.amazon.smithy.aws.iam.traits";
const protocolTests = "software.amazon.smithy.protocoltests.traits";

const strings = listOf(javaString);
const texts = mapOf(javaString);

const integrationResponse = built(
  `${apiGateway}.IntegrationResponse`,
  { statusCode: javaString, contentHandling: javaString, responseTemplates: texts, responseParameters: texts },
  ["statusCode"],
);

const mockIntegration: Readonly<Record<string, Mapped>> = {
  passThroughBehavior: javaString,
  contentHandling: javaString,
  requestParameters: texts,
  requestTemplates: texts,
  responses: mapOf(integrationResponse),
};

const integration = built(
  `${apiGateway}.IntegrationTrait`,
  {
    ...mockIntegration,
    type: javaString,
    uri: javaString,
    credentials: javaString,
    httpMethod: javaString,
    timeoutInMillis: javaInteger,
    connectionId: javaString,
    connectionType: javaString,
    cacheNamespace: javaString,
    payloadFormatVersion: javaString,
    cacheKeyParameters: strings,
    tlsConfig: built(`${apiGateway}.TlsConfig`, { insecureSkipVerification: javaBoolean }),
    responseTransferMode: javaString,
    integrationTarget: javaString,
  },
  ["type", "uri", "httpMethod"],
);

const authorizer = built(
  `${apiGateway}.AuthorizerDefinition`,
  {
    scheme: mappedShapeId,
    type: javaString,
    customAuthType: javaString,
    uri: javaString,
    credentials: javaString,
    identitySource: javaString,
    identityValidationExpression: javaString,
    resultTtlInSeconds: javaInteger,
    authorizerPayloadFormatVersion: javaString,
    enableSimpleResponses: javaBoolean,
  },
  ["scheme"],
);

const actionResource = object({ conditionKeys: optional("array", arrayOf("string")) });
const actionResources = fromNode(
  `${iam}.ActionResources`,
  object({
    required: whenPresent("object", entries(actionResource)),
    optional: whenPresent("object", entries(actionResource)),
  }),
);

const event = built(
  `${protocolTests}.eventstream.Event`,
  {
    type: fromNode(`${protocolTests}.eventstream.EventType`, oneOf("request", "response")),
    params: objectNode,
    headers: mapOf(fromNode(`${protocolTests}.eventstream.EventHeaderValue<?>`, eventHeaderValue)),
    forbidHeaders: strings,
    requireHeaders: strings,
    body: javaString,
    bodyMediaType: javaString,
    bytes: javaBytes,
    vendorParams: objectNode,
    vendorParamsShape: mappedShapeId,
  },
  ["type"],
);

const eventStreamTestCase = built(
  `${protocolTests}.eventstream.EventStreamTestCase`,
  {
    id: javaString,
    protocol: mappedShapeId,
    initialRequestParams: objectNode,
    initialRequest: objectNode,
    initialRequestShape: mappedShapeId,
    initialResponseParams: objectNode,
    initialResponse: objectNode,
    initialResponseShape: mappedShapeId,
    events: listOf(event),
    expectation: fromNode(`${protocolTests}.TestExpectation`, testExpectation),
    vendorParams: objectNode,
    vendorParamsShape: mappedShapeId,
    documentation: javaString,
    appliesTo: fromNode(`${protocolTests}.AppliesTo`, oneOf("client", "server")),
    tags: strings,
  },
  ["id", "protocol"],
);

/** What Smithy's mapper asks of the values of traits whose Java classes it makes. */
export const mappedReaders: ReadonlyMap<string, Reader> = new Map([
  ["aws.apigateway#authorizers", entries(mapped(authorizer))],
  ["aws.apigateway#integration", mapped(integration)],
  ["aws.apigateway#mockIntegration", mapped(built(`${apiGateway}.MockIntegrationTrait`, mockIntegration))],
  [
    "aws.apigateway#apiTlsPolicy",
    mapped(
      built(`${apiGateway}.ApiTlsPolicyTrait`, { securityPolicy: javaString, endpointAccessMode: javaString }, [
        "securityPolicy",
      ]),
    ),
  ],
  [
    "aws.apigateway#endpointConfiguration",
    mapped(
      built(
        `${apiGateway}.EndpointConfigurationTrait`,
        {
          types: strings,
          vpcEndpointIds: strings,
          disableExecuteApiEndpoint: javaBoolean,
          ipAddressType: javaString,
        },
        ["types"],
      ),
    ),
  ],
  [
    "aws.iam#iamAction",
    mapped(
      built(`${iam}.IamActionTrait`, {
        name: javaString,
        documentation: javaString,
        relativeDocumentation: javaString,
        requiredActions: strings,
        resources: actionResources,
        createsResources: strings,
      }),
    ),
  ],
  [
    "aws.iam#iamResource",
    mapped(
      built(`${iam}.IamResourceTrait`, {
        name: javaString,
        relativeDocumentation: javaString,
        disableConditionKeyInheritance: primitiveBoolean,
      }),
    ),
  ],
  [
    "aws.cloudformation#cfnResource",
    mapped(
      built("software.amazon.smithy.aws.cloudformation.traits.CfnResourceTrait", {
        name: javaString,
        additionalSchemas: listOf(mappedShapeId),
        primaryIdentifier: javaString,
      }),
    ),
  ],
  [
    "smithy.openapi#specificationExtension",
    mapped(built("software.amazon.smithy.openapi.traits.SpecificationExtensionTrait", { as: javaString })),
  ],
  ["smithy.test#eventStreamTests", array(mapped(eventStreamTestCase))],
]);
