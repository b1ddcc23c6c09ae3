$version: "2.0"

namespace example.codecs

use aws.protocols#awsJson1_1

@awsJson1_1
service EveryKind {
    version: "1"
    operations: [
        Exchange
        Nothing
    ]
    errors: [
        Failed
    ]
}

operation Exchange {
    input: Everything
    output: Everything
}

operation Nothing {
    output: OutputOnly
}

structure OutputOnly {
    endless: Endless

    @clientOptional
    optional: String = "optional"

    @internal
    hidden: String = "hidden"
}

structure Everything {
    zuluFirst: String
    string: String
    boolean: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal
    blob: Blob
    document: Document
    timestamp: Timestamp

    @timestampFormat("date-time")
    dateTime: Timestamp

    @timestampFormat("http-date")
    httpDate: Timestamp

    targetFormat: DateTime
    color: Color
    size: Size
    strings: Strings
    sparseStrings: SparseStrings
    colors: Colors
    integers: Integers
    blobs: Blobs
    dateTimes: DateTimes
    table: Table
    tables: Tables
    map: StringMap
    sparseMap: SparseMap
    trees: TreeMap
    tree: Tree
    choice: Choice
    choices: Choices
    defaults: Defaults

    @jsonName("other")
    renamed: String

    constructor: String

    toString: String

    __proto__: String

    hasOwnProperty: Integer

    secrets: Secrets
}

structure Tree {
    @required
    label: String

    children: TreeList
}

list TreeList {
    member: Tree
}

map TreeMap {
    key: String
    value: Tree
}

union Choice {
    text: String
    number: Integer
    tree: Tree
    nested: Choice
    strings: Strings
    color: Color
    nothing: Unit
}

list Choices {
    member: Choice
}

structure Defaults {
    string: String = "a\"b"
    boolean: Boolean = true
    integer: Integer = 7
    long: Long = 0
    double: Double = 1.5
    color: Color = "RED"
    size: Size = 2
    list: Strings = []
    map: StringMap = {}
    blob: Blob = "aGk="
    timestamp: Timestamp = 1.5
    document: Document = true
    none: String = null

    @internal
    hidden: String = "hidden"

    @clientOptional
    optional: String = "optional"

    @required
    both: String = "both"
}

enum Color {
    RED
    GREEN = "green"
}

intEnum Size {
    SMALL = 1
    LARGE = 2
}

@timestampFormat("date-time")
timestamp DateTime

list Strings {
    member: String
}

@sparse
list SparseStrings {
    member: String
}

list Colors {
    member: Color
}

list Integers {
    member: Integer
}

list Blobs {
    member: Blob
}

list DateTimes {
    member: DateTime
}

list Table {
    member: Integers
}

list Tables {
    member: Table
}

map StringMap {
    key: String
    value: String
}

@sparse
map SparseMap {
    key: String
    value: Integer
}

@error("client")
@httpError(409)
structure Failed {
    Message: String
    statusCode: Integer
    tree: Tree
    color: Color
    choice: Choice
}

@sensitive
string Secret

map Secrets {
    key: Secret
    value: Integer
}

/// No value of this can be whole, whatever a client adds.
structure Endless {
    @required
    again: EndlessToo
}

structure EndlessToo {
    @required
    again: Endless
}
