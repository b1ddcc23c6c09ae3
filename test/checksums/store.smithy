$version: "2"

namespace example.store

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1
use aws.protocols#awsQuery
use aws.protocols#httpChecksum
use aws.protocols#restXml
use smithy.protocols#rpcv2Cbor

@service(sdkId: "S3")
@sigv4(name: "s3")
@restXml(noErrorWrapping: true)
@xmlNamespace(uri: "http://store.example/")
service Store {
    version: "2006-03-01"
    operations: [PutObject, GetObject, HeadObject, PutNote, GetNote, PutLegacy, PutSummed, PutMetrics, PutEncoded]
}

@awsQuery
@awsJson1_1
@rpcv2Cbor
@xmlNamespace(uri: "http://samples.example/")
service Samples {
    version: "2006-03-01"
    operations: [PutSamples]
}

@requestCompression(encodings: ["gzip"])
operation PutSamples {
    input := {
        text: String
    }
    output := {
        length: Integer
    }
}

@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=PutObject")
operation PutObject {
    input := {
        @required
        @httpLabel
        Bucket: String

        @required
        @httpLabel
        Key: String

        @httpHeader("Content-Encoding")
        ContentEncoding: String

        @httpHeader("Content-Length")
        ContentLength: Long

        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: Algorithm

        @httpHeader("x-amz-checksum-sha256")
        ChecksumSHA256: String

        @httpPayload
        Body: Stream = ""
    }
    output := {
        @httpHeader("ETag")
        ETag: String
    }
}

@httpChecksum(requestValidationModeMember: "ChecksumMode", responseAlgorithms: ["CRC64NVME", "CRC32", "SHA256"])
@readonly
@http(method: "GET", uri: "/{Bucket}/{Key+}?x-id=GetObject")
operation GetObject {
    input := {
        @required
        @httpLabel
        Bucket: String

        @required
        @httpLabel
        Key: String

        @httpHeader("x-amz-checksum-mode")
        ChecksumMode: Mode
    }
    output := {
        @httpHeader("Content-Length")
        ContentLength: Long

        @httpHeader("x-amz-checksum-crc32")
        ChecksumCRC32: String

        @httpPayload
        Body: Stream = ""
    }
}

@readonly
@http(method: "HEAD", uri: "/{Bucket}/{Key+}")
operation HeadObject {
    input := {
        @required
        @httpLabel
        Bucket: String

        @required
        @httpLabel
        Key: String
    }
    output := {
        @httpHeader("Content-Length")
        ContentLength: Long
    }
}

@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
@http(method: "POST", uri: "/note")
operation PutNote {
    input := {
        @httpHeader("x-amz-sdk-checksum-algorithm")
        algorithm: Algorithm

        @httpHeader("x-amz-checksum-crc32")
        crc32: String

        @httpPayload
        data: Blob
    }
}

@httpChecksum(requestValidationModeMember: "mode", responseAlgorithms: ["SHA1", "CRC32C"])
@readonly
@http(method: "GET", uri: "/note")
operation GetNote {
    input := {
        @httpHeader("x-amz-checksum-mode")
        mode: Mode
    }
    output := {
        @httpHeader("x-amz-checksum-sha1")
        sha1: String

        @httpPayload
        data: Blob
    }
}

@httpChecksumRequired
@http(method: "POST", uri: "/legacy")
operation PutLegacy {
    input := {
        text: String
    }
}

/// The same, said by the newer trait.
@httpChecksum(requestChecksumRequired: true)
@http(method: "POST", uri: "/summed")
operation PutSummed {
    input := {
        text: String
    }
}

@requestCompression(encodings: ["gzip"])
@http(method: "POST", uri: "/metrics")
operation PutMetrics {
    input := {
        text: String
    }
    output := {
        length: Integer
    }
}

@requestCompression(encodings: ["gzip"])
@http(method: "POST", uri: "/encoded")
operation PutEncoded {
    input := {
        @httpHeader("Content-Encoding")
        encoding: String

        @httpPayload
        data: Stream = ""
    }
    output := {
        length: Integer
        encoding: String
    }
}

@streaming
blob Stream

enum Mode {
    ENABLED
}

enum Algorithm {
    CRC32
    CRC32C
    CRC64NVME
    SHA1
    SHA256
    XXHASH64
}
