/** `smithy.api`, first part: simple shapes, what defines traits, and constraint, documentation and refinement traits. */
export const smithyApiCore = String.raw`$version: "2.0"

namespace smithy.api

string String
blob Blob
bigInteger BigInteger
bigDecimal BigDecimal
timestamp Timestamp
document Document
boolean Boolean
byte Byte
short Short
integer Integer
long Long
float Float
double Double

@default(false)
boolean PrimitiveBoolean

@default(0)
byte PrimitiveByte

@default(0)
short PrimitiveShort

@default(0)
integer PrimitiveInteger

@default(0)
long PrimitiveLong

@default(0)
float PrimitiveFloat

@default(0)
double PrimitiveDouble

/// Stands for the absence of a meaningful value.
@unitType
structure Unit {}

@trait(selector: "[id=smithy.api#Unit]", breakingChanges: [{change: "presence"}])
structure unitType {}

/// Makes a shape a trait.
@trait(selector: ":is(simpleType, list, map, set, structure, union)", breakingChanges: [{change: "presence"}])
structure trait {
    /// Where the trait may be applied.
    selector: TraitSelector

    /// Traits that may not stand on the same shape.
    conflicts: NonEmptyStringList

    structurallyExclusive: StructurallyExclusive

    breakingChanges: TraitDiffRules
}

@private
string TraitSelector

@private
enum StructurallyExclusive {
    MEMBER = "member"
    TARGET = "target"
}

@private
@length(min: 1)
list TraitDiffRules {
    member: TraitDiffRule
}

@private
structure TraitDiffRule {
    @required
    change: TraitChangeType

    path: TraitDiffPath

    severity: TraitChangeSeverity = "ERROR"

    message: NonEmptyString
}

@private
enum TraitChangeType {
    ADD = "add"
    REMOVE = "remove"
    UPDATE = "update"
    PRESENCE = "presence"
    ANY = "any"
}

@private
@pattern("^(/[^/]*)*$")
string TraitDiffPath

@private
enum TraitChangeSeverity {
    NOTE = "NOTE"
    WARNING = "WARNING"
    DANGER = "DANGER"
    ERROR = "ERROR"
}

@private
@length(min: 1)
string NonEmptyString

@private
list NonEmptyStringList {
    member: NonEmptyString
}

/// Events to report for shapes that are reached from one with the trait.
@trait(selector: "[trait|trait]")
map traitValidators {
    key: TraitValidatorId
    value: TraitValidator
}

@private
@pattern("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$")
string TraitValidatorId

@private
structure TraitValidator {
    @required
    selector: String

    message: String

    severity: TraitChangeSeverity = "ERROR"
}

/// Gives a metadata key a type.
@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata {
    @required
    key: NonEmptyString
}

/// Closures of shapes that a model names.
@private
@metadata(key: "shapeClosures")
list ShapeClosures {
    member: ShapeClosure
}

@private
structure ShapeClosure {
    @required
    id: ClosureId

    includeNamespaces: Namespaces = []

    @length(min: 1)
    includeBySelector: String

    rename: Renames = {}

    documentation: CommonMark
}

@private
@idRef(failWhenMissing: false)
string ClosureId

@private
@uniqueItems
list Namespaces {
    member: String
}

@private
map Renames {
    @idRef(
        failWhenMissing: true
        selector: ":not(:is(member, service, resource, operation))"
        errorMessage: "Renames must target shapes that are in the model and must not target services, resources, operations, or members."
    )
    key: String

    value: Identifier
}

@private
@externalDocumentation("CommonMark Specification": "https://commonmark.org/")
@mediaType("text/markdown; charset=UTF-8; variant=CommonMark")
string CommonMark

@private
@pattern("^(_+[a-zA-Z0-9]|[a-zA-Z])\\w*$")
string Identifier

@trait(selector: ":not(member)", breakingChanges: [{change: "any"}])
structure mixin {
    localTraits: LocalMixinTraitList
}

@private
list LocalMixinTraitList {
    member: LocalMixinTrait
}

@idRef(selector: "[trait|trait]", failWhenMissing: true)
@private
string LocalMixinTrait

// Type refinement

@trait(
    selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))"
    breakingChanges: [{change: "remove"}]
)
document default

@trait(selector: "structure > member [trait|default]", breakingChanges: [{change: "add"}])
structure addedDefault {}

@trait(
    selector: """
        :test(boolean, byte, short, integer, long, float, double,
            member > :test(boolean, byte, short, integer, long, float, double))"""
    breakingChanges: [{change: "presence"}]
)
structure box {}

@trait(
    selector: "structure > member"
    breakingChanges: [{change: "add"}]
)
structure required {}

@trait(selector: "structure > member", breakingChanges: [{change: "remove"}])
structure clientOptional {}

@trait(selector: "structure > member")
structure recommended {
    reason: String
}

@trait(selector: ":is(enum, intEnum) > member", breakingChanges: [{change: "any"}])
document enumValue

@trait(selector: ":is(list, map)", breakingChanges: [{change: "presence"}])
structure sparse {}

@trait(selector: "structure", conflicts: [trait], breakingChanges: [{change: "any"}])
enum error {
    CLIENT = "client"
    SERVER = "server"
}

@trait(selector: "structure", conflicts: [output, error], breakingChanges: [{change: "presence"}])
structure input {}

@trait(selector: "structure", conflicts: [input, error], breakingChanges: [{change: "presence"}])
structure output {}

// Constraints

@trait(
    selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))"
    breakingChanges: [{change: "remove", severity: "WARNING"}]
)
structure length {
    min: Long
    max: Long
}

@trait(
    selector: ":test(string, member > string)"
    breakingChanges: [{change: "add"}, {change: "update", severity: "WARNING"}]
)
string pattern

@trait(
    selector: ":test(number, member > number)"
    breakingChanges: [{change: "remove", severity: "WARNING"}]
)
structure range {
    min: BigDecimal
    max: BigDecimal
}

@trait(
    selector: "list :not(> member ~> :is(float, double, document))"
    conflicts: [sparse]
    breakingChanges: [{change: "add"}, {change: "remove", severity: "WARNING"}]
)
structure uniqueItems {}

@trait(selector: "string :not(enum)")
@length(min: 1)
@deprecated(message: "Use an enum shape.", since: "2.0")
list enum {
    member: EnumDefinition
}

@private
structure EnumDefinition {
    @required
    value: NonEmptyString

    name: EnumConstantBodyName

    documentation: String

    tags: NonEmptyStringList

    deprecated: Boolean
}

@private
@pattern("^[a-zA-Z_]+[a-zA-Z_0-9]*$")
string EnumConstantBodyName

/// Says that a string holds a shape ID.
@trait(selector: ":test(string, member > string)", breakingChanges: [{change: "remove"}])
structure idRef {
    selector: String
    failWhenMissing: Boolean
    errorMessage: String
}

@trait
structure private {}

// Documentation

@trait
string documentation

@trait
@length(min: 1)
map externalDocumentation {
    key: NonEmptyString
    value: NonEmptyString
}

@trait
structure deprecated {
    since: String
    message: String
}

@trait
string since

@trait
string title

@trait
list tags {
    member: String
}

@trait
structure internal {}

@trait
structure unstable {}

@trait
list suppress {
    member: NonEmptyString
}

@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

@trait(selector: "operation")
@length(min: 1)
list examples {
    member: Example
}

@private
structure Example {
    @required
    title: String

    documentation: String

    input: Document = {}

    output: Document

    error: ExampleError

    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @required
    @idRef(selector: "structure[trait|error]", failWhenMissing: true)
    shapeId: String

    content: Document = {}
}
`;
