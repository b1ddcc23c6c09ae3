$version: "2"

namespace example.chat

use aws.protocols#restJson1

@restJson1
service Chat {
    version: "2026-01-01"
    operations: [Talk]
}

@http(method: "POST", uri: "/talk")
operation Talk {
    input := {
        @httpPayload
        said: Said
    }

    output := {
        @required
        @httpHeader("x-room")
        room: String

        @httpPayload
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
