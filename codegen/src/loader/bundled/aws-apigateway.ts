/** `aws.apigateway`: configuration of Amazon API Gateway ("Amazon API Gateway traits"). */
export const awsApiGateway = String.raw`$version: "2.0"

namespace aws.apigateway

@internal
@trait(selector: "operation")
structure apiKeyRequired {}

@internal
@trait(selector: "service")
enum apiKeySource {
    HEADER
    AUTHORIZER
}

@internal
@trait(selector: ":is(service, resource, operation)")
string authorizer

@internal
@trait(selector: "service")
map authorizers {
    key: String
    value: AuthorizerDefinition
}

@private
structure AuthorizerDefinition {
    @required
    @idRef(failWhenMissing: true, selector: "[trait|authDefinition]")
    scheme: String

    type: AuthorizerType

    customAuthType: String

    uri: String

    credentials: Arn

    identitySource: String

    identityValidationExpression: String

    resultTtlInSeconds: Integer

    authorizerPayloadFormatVersion: AuthorizerPayloadFormatVersion

    enableSimpleResponses: Boolean
}

@private
string AuthorizerType

@private
string AuthorizerPayloadFormatVersion

@private
string Arn

@internal
@trait(selector: "service")
map gatewayResponses {
    key: String
    value: GatewayResponse
}

@private
structure GatewayResponse {
    statusCode: String
    responseParameters: StringMap
    responseTemplates: StringMap
}

@private
map StringMap {
    key: String
    value: String
}

@internal
@trait(selector: "service")
@range(min: 0, max: 10485760)
integer minimumCompressionSize

@internal
@trait(selector: ":test(service, operation)")
string requestValidator

@internal
@trait(selector: ":test(service, resource, operation)", conflicts: [mockIntegration])
structure integration {
    @required
    type: IntegrationType

    @required
    uri: String

    credentials: Arn

    @required
    httpMethod: String

    passThroughBehavior: PassThroughBehavior

    contentHandling: ContentHandling

    timeoutInMillis: Integer

    connectionId: String

    connectionType: ConnectionType

    cacheNamespace: String

    payloadFormatVersion: String

    cacheKeyParameters: StringList

    requestParameters: StringMap

    requestTemplates: StringMap

    responses: IntegrationResponses

    integrationTarget: String

    responseTransferMode: ResponseTransferMode

    tlsConfig: TlsConfig
}

@private
structure TlsConfig {
    insecureSkipVerification: Boolean
}

@private
enum ResponseTransferMode {
    BUFFERED
    STREAM
}

@internal
@trait(selector: ":test(service, resource, operation)", conflicts: [integration])
structure mockIntegration {
    passThroughBehavior: PassThroughBehavior
    requestParameters: StringMap
    requestTemplates: StringMap
    responses: IntegrationResponses
    contentHandling: ContentHandling
}

@private
enum IntegrationType {
    HTTP = "http"
    HTTP_PROXY = "http_proxy"
    AWS = "aws"
    AWS_PROXY = "aws_proxy"
}

@private
enum PassThroughBehavior {
    WHEN_NO_TEMPLATES = "when_no_templates"
    WHEN_NO_MATCH = "when_no_match"
    NEVER = "never"
}

@private
enum ContentHandling {
    CONVERT_TO_TEXT
    CONVERT_TO_BINARY
}

@private
enum ConnectionType {
    INTERNET
    VPC_LINK
}

@private
list StringList {
    member: String
}

@private
map IntegrationResponses {
    key: String
    value: IntegrationResponse
}

@private
structure IntegrationResponse {
    statusCode: String
    responseTemplates: StringMap
    responseParameters: StringMap
    contentHandling: ContentHandling
}

@internal
@trait(selector: "service")
structure apiTlsPolicy {
    @required
    securityPolicy: String

    endpointAccessMode: EndpointAccessMode
}

@private
enum EndpointAccessMode {
    BASIC
    STRICT
}

@internal
@trait(selector: "service")
structure endpointConfiguration {
    @required
    types: EndpointTypes

    vpcEndpointIds: StringList

    disableExecuteApiEndpoint: Boolean

    ipAddressType: IpAddressType
}

@private
list EndpointTypes {
    member: EndpointType
}

@private
enum EndpointType {
    EDGE
    REGIONAL
    PRIVATE
}

@private
enum IpAddressType {
    IPV4 = "ipv4"
    DUALSTACK = "dualstack"
}

@internal
@trait(selector: "service")
document resourcePolicy
`;
