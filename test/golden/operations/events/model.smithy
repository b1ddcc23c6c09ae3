$version: "2"

namespace example.chat

use aws.protocols#awsJson1_1
use smithy.protocols#rpcv2Cbor

@awsJson1_1
@rpcv2Cbor
service Chat {
    version: "2026-01-01"
    operations: [Talk, Watch]
}

operation Talk {
    input := {
        @required
        room: String

        said: Said
    }

    output := {
        motto: String

        heard: Heard
    }
}

operation Watch {
    input := {
        room: String
    }

    output := {
        heard: Heard
    }
}

@streaming
union Said {
    text: Text
    sound: Sound
    leave: Leave
}

@streaming
union Heard {
    text: Text
    mixed: Mixed
    busy: Busy
}

structure Text {
    words: String
}

structure Sound {
    @eventHeader
    @required
    seconds: Long

    @eventPayload
    samples: Blob
}

structure Mixed {
    @eventHeader
    at: Timestamp

    words: String
}

structure Leave {}

@error("server")
structure Busy {
    message: String
}
