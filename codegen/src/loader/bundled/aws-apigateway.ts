/** `aws.apigateway`: configuration of Amazon API Gateway ("Amazon API Gateway traits"). */
export const awsApiGateway = String.raw`$version: "2.0"

namespace aws.apigateway

@internal
@tags(["internal"])
@trait(selector: "operation")
structure apiKeyRequired {}

@internal
@tags(["internal"])
@trait(selector: "service")
string apiKeySource

@internal
@tags(["internal"])
@trait(selector: ":test(service, resource, operation)")
string authorizer

@internal
@tags(["internal"])
@trait(selector: "service")
map authorizers {
    key: String
    value: AuthorizerDefinition
}

@private
structure AuthorizerDefinition {
    @required
    @idRef(
        selector: "[trait|authDefinition]"
        failWhenMissing: true
        errorMessage: "The scheme of an authorizer definition must reference an auth trait"
    )
    scheme: String

    type: String

    customAuthType: String

    uri: String

    credentials: String

    identitySource: String

    identityValidationExpression: String

    resultTtlInSeconds: Integer

    authorizerPayloadFormatVersion: PayloadFormatVersion

    enableSimpleResponses: Boolean
}

@private
enum PayloadFormatVersion {
    V1_0 = "1.0"
    V2_0 = "2.0"
}

@private
string Arn

@private
string IamRoleArn

@internal
@tags(["internal"])
@trait(selector: "service")
map gatewayResponses {
    key: String
    value: GatewayResponse
}

@private
structure GatewayResponse {
    statusCode: String
    responseParameters: ResponseParameters
    responseTemplates: Templates
}

@private
map RequestParameters {
    key: String
    value: String
}

@private
map ResponseParameters {
    key: String
    value: String
}

@private
map Templates {
    key: String
    value: String
}

@internal
@tags(["internal"])
@trait(selector: "service")
@range(min: 0, max: 10485760)
integer minimumCompressionSize

@internal
@tags(["internal"])
@trait(selector: ":test(service, operation)")
string requestValidator

@internal
@tags(["internal"])
@trait(selector: ":test(service, resource, operation)", conflicts: [mockIntegration])
structure integration {
    @required
    type: IntegrationType

    @required
    uri: Arn

    credentials: IamRoleArn

    @required
    httpMethod: String

    passThroughBehavior: PassThroughBehavior

    contentHandling: ContentHandling

    timeoutInMillis: Integer

    connectionId: String

    connectionType: ConnectionType = "INTERNET"

    cacheNamespace: String

    payloadFormatVersion: String

    cacheKeyParameters: StringList

    requestParameters: RequestParameters

    requestTemplates: Templates

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
@tags(["internal"])
@trait(selector: ":test(service, resource, operation)", conflicts: [integration])
structure mockIntegration {
    passThroughBehavior: PassThroughBehavior
    requestParameters: RequestParameters
    requestTemplates: Templates
    responses: IntegrationResponses
}

@private
enum IntegrationType {
    AWS = "aws"
    AWS_PROXY = "aws_proxy"
    HTTP = "http"
    HTTP_PROXY = "http_proxy"
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
    contentHandling: ContentHandling
    responseTemplates: Templates
    responseParameters: ResponseParameters
}

@internal
@tags(["internal"])
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
@tags(["internal"])
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
@tags(["internal"])
@trait(selector: "service")
document resourcePolicy
`;
