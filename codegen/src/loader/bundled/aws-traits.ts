/** `aws.api`: facts of AWS services and their resources ("AWS core specification"). */
export const awsApi = String.raw`$version: "2.0"

namespace aws.api

@trait(selector: "service")
structure service {
    @required
    sdkId: SdkServiceId

    arnNamespace: ArnNamespace

    cloudFormationName: CloudFormationName

    cloudTrailEventSource: String

    docId: String

    endpointPrefix: String

    cloudWatchNamespace: CloudWatchNamespace
}

@private
@pattern("^[a-zA-Z][a-zA-Z0-9]*( [a-zA-Z0-9]+)*$")
string SdkServiceId

@private
@pattern("^[a-z0-9.\\-]{1,63}$")
string ArnNamespace

@private
@pattern("^[A-Z][A-Za-z0-9]+$")
string CloudFormationName

@private
@length(min: 1, max: 255)
@pattern("^[0-9A-Za-z.\\-_/#: ]*[0-9A-Za-z][0-9A-Za-z.\\-_/#: ]*$")
string CloudWatchNamespace

@trait(selector: "resource")
structure arn {
    @required
    template: String

    absolute: Boolean = false

    noAccount: Boolean = false

    noRegion: Boolean = false

    resourceDelimiter: ResourceDelimiter

    reusable: Boolean = false
}

@private
enum ResourceDelimiter {
    FORWARD_SLASH = "/"
    COLON = ":"
}

@trait(selector: "string")
structure arnReference {
    type: String

    @idRef(failWhenMissing: false)
    service: String

    @idRef(failWhenMissing: false)
    resource: String
}

@trait(selector: ":test(simpleType, list, structure, union, member)")
enum data {
    CUSTOMER_CONTENT = "content"
    CUSTOMER_ACCOUNT_INFORMATION = "account"
    SERVICE_ATTRIBUTES = "usage"
    TAG_DATA = "tagging"
    PERMISSIONS_DATA = "permissions"
}

@trait(selector: ":test(service, resource, operation)", conflicts: [dataPlane])
structure controlPlane {}

@trait(selector: ":test(service, resource, operation)", conflicts: [controlPlane])
structure dataPlane {}

@trait(selector: "service")
structure clientEndpointDiscovery {
    @required
    @idRef(failWhenMissing: true, selector: "operation")
    operation: String

    @recommended
    @idRef(failWhenMissing: true, selector: "structure[trait|error]")
    error: String
}

@trait(selector: "operation")
structure clientDiscoveredEndpoint {
    @required
    required: Boolean
}

@trait(
    selector: "operation[trait|aws.api#clientDiscoveredEndpoint] -[input]-> structure > :test(member[trait|required] > string)"
)
structure clientEndpointDiscoveryId {}

@trait(selector: "service")
structure tagEnabled {
    disableDefaultOperations: Boolean
    apiConfig: TaggableServiceApiConfig
}

@private
structure TaggableServiceApiConfig {
    @idRef(failWhenMissing: true, selector: "operation")
    tagApi: String

    @idRef(failWhenMissing: true, selector: "operation")
    untagApi: String

    @idRef(failWhenMissing: true, selector: "operation")
    listTagsApi: String
}

@trait(selector: "resource")
structure taggable {
    property: String
    apiConfig: TaggableApiConfig
    disableSystemTags: Boolean
}

@private
structure TaggableApiConfig {
    @required
    @idRef(failWhenMissing: true, selector: "operation")
    tagApi: String

    @required
    @idRef(failWhenMissing: true, selector: "operation")
    untagApi: String

    @required
    @idRef(failWhenMissing: true, selector: "operation")
    listTagsApi: String
}

@trait(selector: "blob[trait|streaming]")
structure awsChunked {}
`;

/** `aws.auth`: how requests to AWS services are authenticated ("AWS authentication traits"). */
export const awsAuth = String.raw`$version: "2.0"

namespace aws.auth

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service")
structure sigv4 {
    @required
    @length(min: 1)
    name: String
}

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service[trait|aws.auth#sigv4]")
structure sigv4a {
    @required
    @length(min: 1)
    name: String
}

@trait(selector: "operation")
structure unsignedPayload {}

@internal
@authDefinition
@trait(selector: "service")
structure cognitoUserPools {
    @required
    providerArns: CognitoUserPoolsProviderArns
}

@private
list CognitoUserPoolsProviderArns {
    member: String
}

@internal
@trait(selector: "service[trait|aws.auth#cognitoUserPools] ~> operation")
list cognitoUserPoolsScopes {
    member: String
}
`;

/** `aws.protocols`: the wire protocols of AWS services. */
export const awsProtocols = String.raw`$version: "2.0"

namespace aws.protocols

@trait(selector: "service")
@protocolDefinition(
    traits: [
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        jsonName
        timestampFormat
    ]
)
structure restJson1 with [HttpConfiguration] {}

@trait(selector: "service")
@protocolDefinition(
    traits: [
        cors
        endpoint
        hostLabel
        http
        httpError
        httpHeader
        httpLabel
        httpPayload
        httpPrefixHeaders
        httpQuery
        httpQueryParams
        httpResponseCode
        xmlAttribute
        xmlFlattened
        xmlName
        xmlNamespace
    ]
    noInlineDocumentSupport: true
)
structure restXml with [HttpConfiguration] {
    noErrorWrapping: Boolean = false
}

@trait(selector: "service")
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
structure awsJson1_0 with [HttpConfiguration] {}

@trait(selector: "service")
@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
structure awsJson1_1 with [HttpConfiguration] {}

@mixin(localTraits: [private])
@private
structure HttpConfiguration {
    http: StringList
    eventStreamHttp: StringList
}

@private
list StringList {
    member: String
}

@trait(selector: "service [trait|xmlNamespace]")
@protocolDefinition(
    noInlineDocumentSupport: true
    traits: [awsQueryError, xmlAttribute, xmlFlattened, xmlName, xmlNamespace]
)
@deprecated
structure awsQuery {}

@trait(selector: "structure [trait|error]")
structure awsQueryError {
    @required
    code: String

    @required
    httpResponseCode: Integer
}

@trait(
    selector: "service :test([trait|aws.protocols#awsJson1_0], [trait|smithy.protocols#rpcv2Cbor], [trait|smithy.protocols#rpcv2Json])"
)
structure awsQueryCompatible {}

@trait(selector: "service [trait|xmlNamespace]")
@protocolDefinition(
    noInlineDocumentSupport: true
    traits: [ec2QueryName, xmlAttribute, xmlFlattened, xmlName, xmlNamespace]
)
@deprecated
structure ec2Query {}

@trait(selector: "structure > member")
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string ec2QueryName

@trait(selector: "operation")
@unstable
structure httpChecksum {
    requestChecksumRequired: Boolean
    requestAlgorithmMember: String
    requestValidationModeMember: String
    responseAlgorithms: ChecksumAlgorithmSet
}

@private
@length(min: 1)
@uniqueItems
list ChecksumAlgorithmSet {
    member: ChecksumAlgorithm
}

@private
enum ChecksumAlgorithm {
    CRC64NVME = "CRC64NVME"
    CRC32C = "CRC32C"
    CRC32 = "CRC32"
    SHA1 = "SHA1"
    SHA256 = "SHA256"
    SHA512 = "SHA512"
    MD5 = "MD5"
    XXHASH64 = "XXHASH64"
    XXHASH3 = "XXHASH3"
    XXHASH128 = "XXHASH128"
}
`;

/** `aws.customizations`: what single AWS services do differently. */
export const awsCustomizations = String.raw`$version: "2.0"

namespace aws.customizations

@trait(selector: "operation")
structure s3UnwrappedXmlOutput {}
`;

/** `aws.endpoints`: how endpoints of AWS services are made ("Declarative endpoint traits"). */
export const awsEndpoints = String.raw`$version: "2.0"

namespace aws.endpoints

@trait(selector: "[trait|trait]")
@unstable
structure endpointsModifier {}

@endpointsModifier
@unstable
@trait(selector: "service", conflicts: [standardPartitionalEndpoints])
structure standardRegionalEndpoints {
    partitionSpecialCases: PartitionSpecialCaseMap
    regionSpecialCases: RegionSpecialCaseMap
}

@private
map PartitionSpecialCaseMap {
    key: String
    value: PartitionSpecialCaseList
}

@private
list PartitionSpecialCaseList {
    member: PartitionSpecialCase
}

@private
structure PartitionSpecialCase {
    @required
    endpoint: String

    dualStack: Boolean

    fips: Boolean
}

@private
map RegionSpecialCaseMap {
    key: String
    value: RegionSpecialCaseList
}

@private
list RegionSpecialCaseList {
    member: RegionSpecialCase
}

@private
structure RegionSpecialCase {
    @required
    endpoint: String

    dualStack: Boolean

    fips: Boolean

    signingRegion: String
}

@endpointsModifier
@unstable
@trait(selector: "service", conflicts: [standardRegionalEndpoints])
structure standardPartitionalEndpoints {
    @required
    endpointPatternType: PartitionEndpointPattern

    partitionEndpointSpecialCases: PartitionEndpointSpecialCaseMap
}

@private
enum PartitionEndpointPattern {
    SERVICE_DNSSUFFIX = "service_dnsSuffix"
    SERVICE_REGION_DNSSUFFIX = "service_region_dnsSuffix"
    AWS_RECOMMENDED = "aws_recommended"
}

@private
map PartitionEndpointSpecialCaseMap {
    key: String
    value: PartitionEndpointSpecialCaseList
}

@private
list PartitionEndpointSpecialCaseList {
    member: PartitionEndpointSpecialCase
}

@private
structure PartitionEndpointSpecialCase {
    endpoint: String
    region: String
    dualStack: Boolean
    fips: Boolean
}

@endpointsModifier
@unstable
@trait(selector: "service")
structure dualStackOnlyEndpoints {}

@endpointsModifier
@unstable
@trait(selector: "service")
structure rulesBasedEndpoints {}
`;

/** `aws.test`: what tests of AWS clients configure them with. */
export const awsTest = String.raw`$version: "2.0"

namespace aws.test

@mixin(localTraits: [private])
@private
structure BaseAwsVendorParams {
    region: String = "us-west-2"

    sigv4aRegionSet: SigV4aRegionSet

    uri: String

    useFips: Boolean = false

    useDualstack: Boolean = false

    useAccountIdRouting: Boolean = true
}

@private
list SigV4aRegionSet {
    member: String
}

/// Configuration of any AWS client.
structure AwsVendorParams with [BaseAwsVendorParams] {}

/// Configuration of an S3 client.
structure S3VendorParams with [BaseAwsVendorParams] {
    useAccelerate: Boolean = false

    useGlobalEndpoint: Boolean = false

    forcePathStyle: Boolean = false

    useArnRegion: Boolean = true

    useMultiRegionAccessPoints: Boolean = true
}
`;
