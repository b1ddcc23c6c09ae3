/** `smithy.api`, second part: resource, behaviour, authentication, endpoint and streaming traits. */
export const smithyApiBehaviour = String.raw`$version: "2.0"

namespace smithy.api

// Resources

@trait(selector: "operation -[input, output]-> structure > member :test(> structure)", structurallyExclusive: "member")
@notProperty
structure nestedProperties {}

@trait(
    selector: ":is(operation -[input, output]-> structure > member, [trait|trait])"
    conflicts: [property]
)
@notProperty
structure notProperty {}

@trait(selector: "structure > member", conflicts: [notProperty])
structure property {
    name: NonEmptyString
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

@trait(selector: "structure > :test(member[trait|required] > string)")
@length(min: 1)
@notProperty
string resourceIdentifier

// Behaviour

@trait(
    selector: "structure > :test(member > string)"
    structurallyExclusive: "member"
    breakingChanges: [{change: "remove", severity: "WARNING"}]
)
@notProperty
structure idempotencyToken {}

@trait(selector: "operation", conflicts: [readonly], breakingChanges: [{change: "remove"}])
structure idempotent {
    exists: ErrorShapeIdList
    notFound: ErrorShapeIdList
}

@private
list ErrorShapeIdList {
    member: ErrorShapeId
}

@private
@idRef(selector: "structure[trait|error]", failWhenMissing: true)
string ErrorShapeId

@trait(selector: "operation", conflicts: [idempotent], breakingChanges: [{change: "remove"}])
structure readonly {}

@trait(selector: "structure[trait|error]")
structure retryable {
    throttling: Boolean
}

@trait(selector: ":is(operation, service)", breakingChanges: [{change: "remove"}])
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait(selector: "operation")
structure requestCompression {
    @required
    encodings: NonEmptyStringList
}

@unstable
@trait(selector: "operation")
structure longPoll {
    @range(min: 1)
    timeoutMillis: Integer
}

// Authentication

@trait(selector: "[trait|trait]")
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
@idRef(selector: "[trait|authDefinition]", failWhenMissing: true)
string AuthTraitReference

@trait(selector: "operation")
structure optionalAuth {}

@authDefinition
@trait(selector: "service")
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpBasicAuth {}

@authDefinition
@trait(selector: "service")
@externalDocumentation("RFC 2617": "https://tools.ietf.org/html/rfc2617.html")
structure httpDigestAuth {}

@authDefinition
@trait(selector: "service")
@externalDocumentation("RFC 6750": "https://tools.ietf.org/html/rfc6750.html")
structure httpBearerAuth {}

@authDefinition
@trait(selector: "service")
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

@trait(
    selector: ":is(blob, union)"
    structurallyExclusive: "target"
    breakingChanges: [{change: "presence"}]
)
structure streaming {}

@trait(selector: "blob[trait|streaming]", breakingChanges: [{change: "presence"}])
structure requiresLength {}

@trait(
    selector: """
        structure >
        :test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))"""
    conflicts: [eventPayload]
    breakingChanges: [{change: "presence"}]
)
structure eventHeader {}

@trait(
    selector: "structure > :test(member > :test(blob, string, structure, union))"
    conflicts: [eventHeader]
    structurallyExclusive: "member"
    breakingChanges: [{change: "presence"}]
)
structure eventPayload {}
`;
