/** `aws.iam`: actions, resources and condition keys in IAM ("AWS IAM traits"). */
export const awsIam = String.raw`$version: "2.0"

namespace aws.iam

@trait(selector: ":test(service, operation)")
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
    member: ResourceName
}

@private
string ResourceName

@private
structure ActionResources {
    required: ActionResourceMap
    optional: ActionResourceMap
}

@private
map ActionResourceMap {
    key: ResourceName
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
@deprecated(since: "2023-11-10", message: "Use the \u0060name\u0060 member of the \u0060aws.iam#iamAction\u0060 trait instead.")
string actionName

@trait(selector: "operation")
@deprecated(
    since: "2023-11-10"
    message: "Use the \u0060documentation\u0060 member of the \u0060aws.iam#iamAction\u0060 trait instead."
)
string actionPermissionDescription

@trait(selector: "operation")
@deprecated(
    since: "2023-11-10"
    message: "Use the \u0060requiredActions\u0060 member of the \u0060aws.iam#iamAction\u0060 trait instead."
)
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
list conditionKeys {
    member: ConditionKeyName
}

@private
@uniqueItems
list ConditionKeysList {
    member: String
}

@trait(selector: "service")
list serviceResolvedConditionKeys {
    member: ConditionKeyName
}

@trait(selector: "member")
@pattern("^(([A-Za-z0-9][A-Za-z0-9-\\.]{0,62}:)?[^:\\s]+)$")
string conditionKeyValue

@trait(selector: ":test(service, resource)")
structure disableConditionKeyInference {}
`;

/** `aws.cloudformation`: how resources become CloudFormation resources ("AWS CloudFormation traits"). */
export const awsCloudFormation = String.raw`$version: "2.0"

namespace aws.cloudformation

@unstable
@trait(selector: "resource", breakingChanges: [{change: "presence"}])
structure cfnResource {
    name: String

    additionalSchemas: StructureIdList

    @deprecated(message: "Prefer the resource's identifiers when generating resource schemas.")
    primaryIdentifier: String
}

@private
list StructureIdList {
    @idRef(selector: "structure", failWhenMissing: true)
    member: String
}

@unstable
@trait(
    selector: "structure > member"
    conflicts: [cfnAdditionalIdentifier, cfnMutability, cfnDefaultValue]
    breakingChanges: [{change: "add"}]
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
@trait(selector: "structure > member", breakingChanges: [{change: "any"}])
string cfnName

@unstable
@trait(
    selector: "structure > :test(member > string)"
    conflicts: [cfnExcludeProperty]
    breakingChanges: [{change: "remove"}]
)
structure cfnAdditionalIdentifier {}

@unstable
@trait(
    selector: "resource > operation -[input, output]-> structure > member"
    conflicts: [cfnExcludeProperty]
)
structure cfnDefaultValue {}
`;
