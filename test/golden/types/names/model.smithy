$version: "2.0"

namespace example.names

use aws.protocols#awsJson1_1

@awsJson1_1
service Names {
    version: "1"
    operations: [
        Delete
        Record
    ]
}

operation Delete {
    input: Object
    output: Promise
}

operation Record {
    input: String_
    output: Object
}

/// Hides a global of the language: */ `${text}` stays in the comment.
structure Object {
    __proto__: Promise
}

structure Promise {
    default: Uint8Array
    class: String
}

list Uint8Array {
    member: Date
}

structure String_ {
    date: Date
}

timestamp Date
