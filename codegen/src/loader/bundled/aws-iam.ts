/** `aws.iam`: actions, resources and condition keys in IAM ("AWS IAM traits"). */
export const awsIam = String.raw`$version: "2.0"

namespace aws.iam

@trait(selector: ":test(service, operation)")
@uniqueItems
list supportedPrincipalTypes {
    member: PrincipalType
}

@private
enum PrincipalType {
    ROOT = "Root"
    IAM_USER = "IAMUser"
    IAM_ROLE = "IAMRole"
    FEDERATED_USER = "FederatedUser"
}

@trait(selector: "operation")
structure iamAction {
    name: String
    documentation: String
    relativeDocumentation: String
    requiredActions: RequiredActionsList
    resources: ActionResources
    createsResources: ResourceNameList
}

@private
@uniqueItems
list RequiredActionsList {
    member: IamIdentifier
}

@private
@uniqueItems
list ResourceNameList {
    member: String
}

@private
structure ActionResources {
    required: ActionResourceMap
    optional: ActionResourceMap
}

@private
map ActionResourceMap {
    key: String
    value: ActionResource
}

@private
structure ActionResource {
    conditionKeys: ConditionKeysList
}

@private
@pattern("^([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:[^:]+)$")
string IamIdentifier

@trait(selector: "operation")
@deprecated(message: "Use the name of iamAction.")
string actionName

@trait(selector: "operation")
@deprecated(message: "Use the documentation of iamAction.")
string actionPermissionDescription

@trait(selector: "operation")
@deprecated(message: "Use the requiredActions of iamAction.")
list requiredActions {
    member: IamIdentifier
}

@trait(selector: "resource")
structure iamResource {
    name: String
    relativeDocumentation: String
    disableConditionKeyInheritance: Boolean
}

@trait(selector: "service")
map defineConditionKeys {
    key: ConditionKeyName
    value: ConditionKeyDefinition
}

@private
@pattern("^(([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:)?[^:\\s]+)$")
string ConditionKeyName

@private
structure ConditionKeyDefinition {
    @required
    type: ConditionKeyType

    documentation: String

    externalDocumentation: String

    relativeDocumentation: String

    required: Boolean
}

@private
enum ConditionKeyType {
    ARN
    ARRAY_OF_ARN = "ArrayOfARN"
    BINARY = "Binary"
    ARRAY_OF_BINARY = "ArrayOfBinary"
    BOOL = "Bool"
    ARRAY_OF_BOOL = "ArrayOfBool"
    DATE = "Date"
    ARRAY_OF_DATE = "ArrayOfDate"
    IP_ADDRESS = "IPAddress"
    ARRAY_OF_IP_ADDRESS = "ArrayOfIPAddress"
    NUMERIC = "Numeric"
    ARRAY_OF_NUMERIC = "ArrayOfNumeric"
    STRING = "String"
    ARRAY_OF_STRING = "ArrayOfString"
}

@trait(selector: ":test(resource, operation)")
@uniqueItems
list conditionKeys {
    member: ConditionKeyName
}

@private
@uniqueItems
list ConditionKeysList {
    member: ConditionKeyName
}

@trait(selector: "service")
@uniqueItems
list serviceResolvedConditionKeys {
    member: ConditionKeyName
}

@trait(selector: "member")
string conditionKeyValue

@trait(selector: ":test(service, resource)")
structure disableConditionKeyInference {}
`;

/** `aws.cloudformation`: how resources become CloudFormation resources ("AWS CloudFormation traits"). */
export const awsCloudFormation = String.raw`$version: "2.0"

namespace aws.cloudformation

@unstable
@trait(selector: "resource")
structure cfnResource {
    @pattern("^[A-Z][A-Za-z0-9]*$")
    name: String

    additionalSchemas: StructureIdList

    primaryIdentifier: String
}

@private
@uniqueItems
list StructureIdList {
    member: StructureId
}

@private
@idRef(selector: "structure", failWhenMissing: true)
string StructureId

@unstable
@trait(
    selector: "structure > member"
    conflicts: [cfnAdditionalIdentifier, cfnMutability]
)
structure cfnExcludeProperty {}

@unstable
@trait(selector: "structure > member", conflicts: [cfnExcludeProperty])
enum cfnMutability {
    FULL = "full"
    CREATE_AND_READ = "create-and-read"
    CREATE = "create"
    READ = "read"
    WRITE = "write"
}

@unstable
@trait(selector: "structure > member")
@pattern("^[A-Z][A-Za-z0-9]*$")
string cfnName

@unstable
@trait(selector: "structure > :test(member > string)", conflicts: [cfnExcludeProperty])
structure cfnAdditionalIdentifier {}

@unstable
@trait(selector: "resource > operation -[input, output]-> structure > member")
structure cfnDefaultValue {}
`;
