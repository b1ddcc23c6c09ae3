/** `smithy.api`, second part: resource, behaviour, authentication, endpoint and streaming traits. */
export const smithyApiBehaviour = String.raw`$version: "2.0"

namespace smithy.api

// Resources

@trait(
    selector: "operation -[input, output]-> structure > member :test(> structure)"
    structurallyExclusive: "member"
    breakingChanges: [{change: "any"}]
)
@notProperty
structure nestedProperties {}

@trait(
    selector: ":is(operation -[input, output]-> structure > member, [trait|trait])"
    breakingChanges: [{change: "add"}]
)
@notProperty
structure notProperty {}

@trait(
    selector: "structure > member"
    conflicts: [resourceIdentifier]
    breakingChanges: [{change: "remove"}, {change: "update"}]
)
structure property {
    name: String
}

@trait(selector: "resource:test(-[put]->)")
structure noReplace {}

@trait(selector: ":is(structure, string)")
list references {
    member: Reference
}

@private
structure Reference {
    @required
    resource: NonEmptyString

    service: NonEmptyString

    ids: NonEmptyStringMap

    rel: NonEmptyString
}

@private
map NonEmptyStringMap {
    key: NonEmptyString
    value: NonEmptyString
}

@trait(selector: "structure > :test(member[trait|required] > string)", breakingChanges: [{change: "remove"}])
@length(min: 1)
@notProperty
string resourceIdentifier

// Behaviour

@trait(
    selector: "structure > :test(member > string)"
    structurallyExclusive: "member"
    breakingChanges: [{change: "remove"}]
)
@notProperty
structure idempotencyToken {}

@trait(selector: "operation", conflicts: [readonly], breakingChanges: [{change: "remove"}])
structure idempotent {
    exists: IdempotentErrors
    notFound: IdempotentErrors
}

@private
list IdempotentErrors {
    @idRef(selector: "[trait|error]")
    member: String
}

@trait(selector: "operation", conflicts: [idempotent], breakingChanges: [{change: "remove"}])
structure readonly {}

@trait(selector: "structure[trait|error]", breakingChanges: [{change: "remove"}])
structure retryable {
    throttling: Boolean
}

@trait(
    selector: ":is(service, operation)"
    breakingChanges: [
        {change: "remove"}
        {change: "update", path: "/inputToken"}
        {change: "update", path: "/outputToken"}
        {change: "remove", path: "/items"}
        {change: "add", severity: "NOTE", path: "/items"}
        {change: "update", severity: "NOTE", path: "/items"}
        {change: "update", path: "/pageSize"}
        {change: "remove", path: "/pageSize"}
    ]
)
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait(
    selector: "operation"
    breakingChanges: [
        {change: "remove", severity: "DANGER", message: "Trait was removed so newly generated clients will no longer compress requests, but the service MUST continue to support removed compression algorithms in \u0060encodings\u0060."}
        {change: "remove", path: "/encodings", message: "\u0060encodings\u0060 was removed, but is required for the requestCompression trait."}
        {change: "add", severity: "NOTE", path: "/encodings/member", message: "Members of \u0060encodings\u0060 were added. Once a compression algorithm is added, the service MUST support the compression algorithm."}
        {change: "remove", severity: "DANGER", path: "/encodings/member", message: "Members of \u0060encodings\u0060 were removed so newly generated clients will no longer compress requests for removed compression algorithms. The service MUST continue to support old clients by supporting removed compression algorithms."}
        {change: "update", severity: "DANGER", path: "/encodings/member", message: "Members of \u0060encodings\u0060 were updated so newly generated clients will no longer compress requests for compression algorithms prior to the updates. The service MUST continue to support old clients by supporting compression algorithms prior to the updates."}
    ]
)
structure requestCompression {
    @required
    encodings: RequestCompressionEncodingsList
}

@private
list RequestCompressionEncodingsList {
    member: String
}

@unstable
@trait(selector: "operation")
structure longPoll {
    @required
    @range(min: 1)
    timeoutMillis: Integer
}

// Authentication

@trait(selector: "structure[trait|trait]", breakingChanges: [{change: "presence"}])
structure authDefinition {
    traits: TraitShapeIdList
}

@private
list TraitShapeIdList {
    member: TraitShapeId
}

@private
@idRef(selector: "[trait|trait]", failWhenMissing: true)
string TraitShapeId

@trait(selector: ":is(service, operation)")
@uniqueItems
list auth {
    member: AuthTraitReference
}

@private
@idRef(selector: "[trait|authDefinition]")
string AuthTraitReference

@trait(selector: "operation", breakingChanges: [{change: "remove"}])
structure optionalAuth {}

@authDefinition
@trait(selector: "service", breakingChanges: [{change: "remove"}])
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpBasicAuth {}

@authDefinition
@trait(selector: "service", breakingChanges: [{change: "remove"}])
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpDigestAuth {}

@authDefinition
@trait(selector: "service", breakingChanges: [{change: "remove"}])
@externalDocumentation("RFC 6750": "https://tools.ietf.org/html/rfc6750.html")
structure httpBearerAuth {}

@authDefinition
@trait(selector: "service", breakingChanges: [{change: "remove"}])
structure httpApiKeyAuth {
    @required
    name: NonEmptyString

    @required
    in: HttpApiKeyLocations

    scheme: NonEmptyString
}

@private
enum HttpApiKeyLocations {
    HEADER = "header"
    QUERY = "query"
}

// Endpoints

@trait(selector: "operation", breakingChanges: [{change: "any"}])
structure endpoint {
    @required
    hostPrefix: NonEmptyString
}

@trait(
    selector: "structure > :test(member[trait|required] > string)"
    breakingChanges: [{change: "any"}]
)
structure hostLabel {}

// Streaming

@trait(selector: ":is(blob, union)", structurallyExclusive: "target", breakingChanges: [{change: "any"}])
structure streaming {}

@trait(selector: "blob[trait|streaming]", breakingChanges: [{change: "presence"}])
structure requiresLength {}

@trait(
    selector: "structure > :test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))"
    conflicts: [eventPayload]
    breakingChanges: [{change: "any"}]
)
structure eventHeader {}

@trait(
    selector: "structure > :test(member > :test(blob, string, structure, union))"
    structurallyExclusive: "member"
    conflicts: [eventHeader]
    breakingChanges: [{change: "any"}]
)
structure eventPayload {}
`;
