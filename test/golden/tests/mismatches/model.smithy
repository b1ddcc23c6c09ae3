$version: "2.0"

namespace example.mismatches

use aws.protocols#awsJson1_0

@awsJson1_0
service Post {
    version: "1"
    operations: [
        Send
    ]
    errors: [
        Refused
    ]
}

@suppress(["ExamplesTrait"])
@examples([
    {
        title: "Breaks a constraint on purpose"
        input: { input: "x" }
        error: { shapeId: Refused, content: { reason: "too short" } }
        allowConstraintErrors: true
    }
    {
        title: "Has a number for a text; \"${quoted}\""
        input: { input: 5 }
    }
    {
        title: "Has a number for a text; \"${quoted}\""
        input: { input: "long enough", output: 1 }
    }
    {
        title: "Lacks what is required"
    }
    {
        title: "Ends with an error of others"
        input: { input: "long enough" }
        error: { shapeId: Lost, content: {} }
    }
    {
        title: "Answers nothing"
        input: { input: "long enough" }
        output: {}
    }
])
operation Send {
    input := {
        @required
        @length(min: 3)
        input: String
    }

    output := {}
}

@error("client")
structure Lost {}

@error("server")
structure Refused {
    reason: String
}
