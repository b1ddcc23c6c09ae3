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

@trait(selector: "[id=smithy.api#Unit]")
structure unitType {}

/// Makes a shape a trait.
@trait(
    selector: ":is(simpleType, list, map, structure, union)"
    breakingChanges: [
        {change: "presence"}
        {change: "any", path: "/structurallyExclusive"}
        {change: "update", severity: "NOTE", path: "/conflicts", message: "Adding more conflicts to a trait could cause previously written models to fail validation."}
    ]
)
structure trait {
    /// Where the trait may be applied.
    selector: String

    /// Traits that may not stand on the same shape.
    conflicts: NonEmptyStringList

    structurallyExclusive: StructurallyExclusive

    breakingChanges: TraitDiffRules
}

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

    path: String

    severity: Severity = "ERROR"

    message: String
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
enum Severity {
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
    @length(min: 1)
    key: String

    value: TraitValidator
}

@private
structure TraitValidator {
    @required
    selector: String

    message: String

    severity: Severity = "ERROR"
}

/// Gives a metadata key a type.
@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata {
    @required
    @length(min: 1)
    key: String
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

/// The reference says what an ID looks like; no shape need have it.
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
@pattern("^(_+[a-zA-Z0-9]|[a-zA-Z])\\w*$")
string Identifier

@private
@externalDocumentation("CommonMark Specification": "https://commonmark.org/")
@mediaType("text/markdown; charset=UTF-8; variant=CommonMark")
string CommonMark

@trait(selector: ":not(member)")
structure mixin {
    localTraits: LocalMixinTraitList
}

@private
list LocalMixinTraitList {
    member: LocalMixinTrait
}

@idRef(
    selector: "[trait|trait]"
    failWhenMissing: true
    errorMessage: "Strings provided to the localTraits property of a mixin trait\nmust target a valid trait."
)
@private
string LocalMixinTrait

// Type refinement

@trait(selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))")
document default

@trait(selector: "structure > member [trait|default]", breakingChanges: [{change: "remove"}])
structure addedDefault {}

@trait(
    selector: ":test(boolean, byte, short, integer, long, float, double, member > :test(boolean, byte, short, integer, long, float, double))"
)
structure box {}

@trait(selector: "structure > member")
structure required {}

@trait(selector: "structure > member")
structure clientOptional {}

@trait(selector: "structure > member", conflicts: [required])
structure recommended {
    reason: String
}

@trait(selector: ":is(enum, intEnum) > member")
@tags(["diff.error.const"])
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

@trait(selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))")
structure length {
    min: Long
    max: Long
}

@trait(
    selector: ":test(string, member > string)"
    breakingChanges: [
        {change: "add", severity: "WARNING", message: "The @pattern trait should only be added if the string already had adhered to the pattern."}
        {change: "update", severity: "NOTE", message: "Changes to the @pattern trait should generally make the string more permissive, not less."}
    ]
)
string pattern

@trait(selector: ":test(number, member > number)")
structure range {
    min: BigDecimal
    max: BigDecimal
}

@trait(
    selector: "list :not(> member ~> :is(float, double, document))"
    conflicts: [sparse]
    breakingChanges: [{change: "presence", severity: "WARNING"}]
)
structure uniqueItems {}

@trait(selector: "string :not(enum)", breakingChanges: [{change: "presence"}])
@length(min: 1)
@deprecated(message: "The enum trait is replaced by the enum shape in Smithy 2.0", since: "2.0")
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
@trait(selector: ":test(string, member > string)")
structure idRef {
    selector: String = "*"
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

@trait(
    breakingChanges: [
        {change: "remove", severity: "WARNING", message: "Removing the @internal trait makes a shape externally visible."}
    ]
)
structure internal {}

@trait
structure unstable {}

@trait
list suppress {
    @length(min: 1)
    member: String
}

@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

@trait(selector: "operation")
list examples {
    member: Example
}

@private
structure Example {
    @required
    title: String

    documentation: String

    input: Document

    output: Document

    error: ExampleError

    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @idRef(selector: "structure[trait|error]")
    shapeId: String

    content: Document
}
`;
