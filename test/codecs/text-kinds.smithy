$version: "2.0"

namespace example.text

use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use aws.protocols#ec2Query
use aws.protocols#ec2QueryName
use aws.protocols#restXml

@restXml
@awsQuery
@ec2Query
@xmlNamespace(uri: "https://example.com/?a&b")
service TextKinds {
    version: "2020-01-08"
    operations: [
        Exchange
    ]
}

@http(method: "POST", uri: "/exchange")
operation Exchange {
    input: Message
    output: Message
    errors: [
        Gone
    ]
}

@xmlName("Letter")
structure Message {
    kinds: Kinds
    result: Result
}

structure Kinds {
    @xmlAttribute
    @xmlName("xsi:type")
    type: String

    @xmlAttribute
    size: Integer

    string: String
    boolean: Boolean
    long: Long
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal
    blob: Blob
    timestamp: Timestamp

    @timestampFormat("epoch-seconds")
    seconds: Timestamp

    @timestampFormat("http-date")
    httpDate: Timestamp

    color: Color

    @xmlNamespace(uri: "urn:n", prefix: "p")
    @xmlName("p:renamed")
    @ec2QueryName("Other")
    renamed: String

    list: Strings

    @xmlFlattened
    @xmlName("flat-list")
    flat: Strings

    matrix: Matrix
    map: Numbers

    @xmlFlattened
    flatMap: Numbers

    choice: Choice
    nested: Kinds
    nestedList: KindsList
}

enum Color {
    RED
    GREEN
}

list Strings {
    @xmlName("item")
    member: String
}

list Matrix {
    member: Strings
}

list KindsList {
    member: Kinds
}

map Numbers {
    @xmlName("K")
    key: String

    value: Integer
}

union Choice {
    text: String
    nothing: Unit
    nested: Kinds

    @xmlFlattened
    many: Strings
}

/// What clients have to correct.
structure Result {
    @required
    name: String

    @required
    inner: Inner

    @required
    @xmlFlattened
    items: Strings

    count: Integer = 7

    @required
    choice: Choice
}

structure Inner {
    @required
    time: Timestamp

    optional: String
}

@error("client")
@httpError(410)
@awsQueryError(code: "Example.Gone", httpResponseCode: 404)
structure Gone {
    message: String
    hint: String
}
