$version: "2"

namespace example.stock

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use aws.protocols#awsQueryCompatible

@service(sdkId: "Stock Room", endpointPrefix: "stock")
@sigv4(name: "stockroom")
@httpBearerAuth
@awsJson1_0
@awsQueryCompatible
service Stock {
    version: "2026-01-01"
    operations: [Add, Look, Ping, Count, Bearer]
}

/// The host is the shelf's, and asking twice adds once.
@endpoint(hostPrefix: "{shelf}.data-")
operation Add {
    input := {
        @required
        @hostLabel
        shelf: String

        @idempotencyToken
        token: String
    }
}

@optionalAuth
@endpoint(hostPrefix: "public-")
operation Look {
    output := {
        exact: BigInteger
    }
}

@auth([])
operation Ping {}

@auth([httpBearerAuth, sigv4])
operation Count {
    output := {
        count: Long
    }
}

@auth([httpBearerAuth])
operation Bearer {}
