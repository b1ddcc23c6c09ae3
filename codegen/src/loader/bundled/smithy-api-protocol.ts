/** `smithy.api`, third part: protocol, serialisation and HTTP traits. */
export const smithyApiProtocol = String.raw`$version: "2.0"

namespace smithy.api

@trait(selector: "structure[trait|trait]", breakingChanges: [{change: "presence"}])
structure protocolDefinition {
    traits: TraitShapeIdList

    @deprecated(message: "Use the \u0060@traitValidators\u0060 trait instead")
    noInlineDocumentSupport: Boolean
}

@trait(selector: ":is(structure, union) > member", breakingChanges: [{change: "any"}])
string jsonName

@trait(selector: ":is(blob, string)", breakingChanges: [{change: "remove"}])
string mediaType

@trait(selector: ":test(timestamp, member > timestamp)", breakingChanges: [{change: "any"}])
enum timestampFormat {
    DATE_TIME = "date-time"
    EPOCH_SECONDS = "epoch-seconds"
    HTTP_DATE = "http-date"
}

// XML

@trait(
    selector: "structure > :test(member > :test(boolean, number, string, timestamp))"
    conflicts: [xmlNamespace]
    breakingChanges: [{change: "any"}]
)
structure xmlAttribute {}

@trait(
    selector: ":is(structure, union) > :test(member > :test(list, map))"
    breakingChanges: [{change: "any"}]
)
structure xmlFlattened {}

@trait(selector: ":is(structure, union, member)", breakingChanges: [{change: "any"}])
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
string xmlName

@trait(
    selector: ":is(service, member, simpleType, list, map, structure, union)"
    conflicts: [xmlAttribute]
    breakingChanges: [{change: "any"}]
)
structure xmlNamespace {
    @required
    uri: NonEmptyString

    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
    prefix: NonEmptyString
}

// HTTP

@trait(
    selector: "operation"
    breakingChanges: [
        {change: "remove"}
        {change: "update", path: "/method"}
        {change: "update", path: "/uri"}
        {change: "update", path: "/code"}
        {change: "presence", severity: "DANGER", path: "/code", message: "Adding or removing is backward compatible only if the value is the default value of 200"}
    ]
)
structure http {
    @required
    method: NonEmptyString

    @required
    uri: NonEmptyString

    @range(min: 100, max: 999)
    code: Integer = 200
}

@trait(selector: "structure[trait|error]", breakingChanges: [{change: "any"}])
integer httpError

@trait(
    selector: """
        structure > member[trait|required]
        :test(> :test(string, number, boolean, timestamp))"""
    conflicts: [httpHeader, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [{change: "presence"}]
)
structure httpLabel {}

@trait(
    selector: """
        structure > member
        :test(> :test(string, number, boolean, timestamp),
              > list > member > :test(string, number, boolean, timestamp))"""
    conflicts: [httpLabel, httpHeader, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [{change: "any"}]
)
@length(min: 1)
string httpQuery

@trait(
    selector: "structure > member :test(> map > member[id|member=value] > :test(string, list > member > string))"
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode, httpPrefixHeaders]
    breakingChanges: [{change: "any"}]
)
structure httpQueryParams {}

@trait(
    selector: """
        structure > :test(member > :test(boolean, number, string, timestamp,
                list > member > :test(boolean, number, string, timestamp)))"""
    conflicts: [httpLabel, httpQuery, httpPrefixHeaders, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [{change: "any"}]
)
@length(min: 1)
string httpHeader

@trait(
    selector: """
        structure > member
        :test(> map :not([trait|sparse]) > member[id|member=value] > string)"""
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode, httpQueryParams]
    breakingChanges: [{change: "any"}]
)
string httpPrefixHeaders

@trait(
    selector: "structure > member"
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPrefixHeaders, httpResponseCode, httpQueryParams]
    breakingChanges: [{change: "presence"}]
)
structure httpPayload {}

@trait(
    selector: "structure :not([trait|input]) > member :test(> integer)"
    structurallyExclusive: "member"
    conflicts: [httpLabel, httpQuery, httpHeader, httpPrefixHeaders, httpPayload, httpQueryParams]
    breakingChanges: [{change: "any"}]
)
structure httpResponseCode {}

@trait(selector: "operation")
@unstable
structure httpChecksumRequired {}

@trait(selector: "service", breakingChanges: [{change: "remove"}])
structure cors {
    origin: NonEmptyString = "*"

    origins: NonEmptyStringMap

    maxAge: Integer = 600

    additionalAllowedHeaders: NonEmptyStringList

    additionalExposedHeaders: NonEmptyStringList
}
`;
