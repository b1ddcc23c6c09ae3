$version: "2.0"

namespace example.files

use aws.protocols#restJson1

@restJson1
service Files {
    version: "1"
    operations: [
        PutFile
        GetFile
        ListFiles
        Ping
        SaveSettings
    ]
    errors: [
        Busy
    ]
}

/// Labels, headers of all kinds and bytes.
@http(method: "PUT", uri: "/files/{folder}/{path+}", code: 201)
operation PutFile {
    input := {
        @required
        @httpLabel
        folder: Integer

        @required
        @httpLabel
        path: String

        @httpHeader("Content-Type")
        type: String

        @httpHeader("X-Kind")
        kind: Kind

        @httpHeader("If-Unmodified-Since")
        since: Timestamp

        @httpHeader("X-Tags")
        tags: Tags

        @httpHeader("X-Note")
        note: JsonText

        @httpPrefixHeaders("X-Meta-")
        meta: Texts

        @httpPayload
        data: Blob
    }

    output := {
        @httpHeader("ETag")
        etag: String

        @httpResponseCode
        status: Integer
    }

    errors: [
        Locked
    ]
}

@readonly
@http(method: "GET", uri: "/files/{folder}/{path+}")
operation GetFile {
    input := {
        @required
        @httpLabel
        folder: Integer

        @required
        @httpLabel
        path: String
    }

    output := {
        @httpPrefixHeaders("X-Meta-")
        meta: Texts

        @required
        @httpPayload
        data: Stream
    }
}

@readonly
@http(method: "GET", uri: "/files?list")
operation ListFiles {
    input := {
        @httpQuery("page size")
        pageSize: Long = 10

        @httpQuery("kind")
        kinds: Kinds

        @httpQuery("after")
        after: Timestamp

        @httpQueryParams
        filters: Texts
    }

    output := {
        @required
        @jsonName("Items")
        files: Names

        next: String
    }
}

@http(method: "POST", uri: "/ping")
operation Ping {}

@http(method: "POST", uri: "/settings")
operation SaveSettings {
    input := {
        @httpPayload
        settings: Settings
    }

    output := {
        @httpPayload
        settings: Settings
    }
}

structure Settings {
    @jsonName("retention")
    days: Integer

    total: BigInteger
}

@error("client")
@httpError(423)
structure Locked {
    @httpHeader("X-Owner")
    owner: String

    message: String
}

@error("server")
@retryable
structure Busy {
    @httpHeader("Retry-After")
    seconds: Integer
}

enum Kind {
    TEXT
    IMAGE
}

@mediaType("application/json")
string JsonText

@streaming
blob Stream

list Tags {
    member: String
}

list Kinds {
    member: Kind
}

list Names {
    member: String
}

map Texts {
    key: String
    value: String
}
