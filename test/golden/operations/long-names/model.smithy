$version: "2.0"

namespace example.longnames

use aws.protocols#awsJson1_1

/// Names so long that declarations are wrapped.
@awsJson1_1
service Archive {
    version: "1"
    operations: [
        DescribeEveryDocumentOfTheArchiveInDetail
    ]
}

operation DescribeEveryDocumentOfTheArchiveInDetail {
    input := {
        kind: KindOfDocumentInTheArchive
    }

    output := {
        kind: KindOfDocumentInTheArchive
    }
}

enum KindOfDocumentInTheArchive {
    LETTER
}
