$version: "2"

namespace example.archive

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use aws.protocols#httpChecksum

@service(sdkId: "Glacier", endpointPrefix: "archive")
@sigv4(name: "s3")
@awsJson1_0
service Archive {
    version: "2026-01-01"
    operations: [Count, Keep, Sum, Send]
}

operation Count {}

/// Every request is said to be of a version, and of an account.
operation Keep {
    input := {
        accountId: String

        @httpHeader("X-Amz-Sha256-Tree-Hash")
        hash: String

        @httpPayload
        content: String
    }
}

@httpChecksumRequired
operation Sum {
    input := {
        text: String
    }
}

@requestCompression(encodings: ["gzip"])
@httpChecksum(
    requestAlgorithmMember: "algorithm"
    requestChecksumRequired: true
    requestValidationModeMember: "mode"
    responseAlgorithms: ["CRC32", "SHA256"]
)
operation Send {
    input := {
        algorithm: Algorithm
        mode: Mode
    }
}

enum Algorithm {
    CRC32
    SHA256
}

enum Mode {
    ENABLED
}
