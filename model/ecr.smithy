$version: "2.0"

metadata suppressions = [
    {
        id: "EnumShape"
        namespace: "com.amazonaws.ecr"
        reason: "The failure codes are fixed by the service's protocol, capital letters included."
    }
]

namespace com.amazonaws.ecr

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

/// Stores container images in private repositories, one registry for each account and Region, so that container tools and
/// compute services can push and pull them. Images follow the Docker or the OCI format.
@title("Amazon Elastic Container Registry")
@service(
    sdkId: "ECR"
    arnNamespace: "ecr"
    cloudFormationName: "ECR"
    cloudTrailEventSource: "ecr.amazonaws.com"
    endpointPrefix: "api.ecr"
)
@sigv4(name: "ecr")
@awsJson1_1
@xmlNamespace(uri: "http://ecr.amazonaws.com/doc/2015-09-21/")
service AmazonEC2ContainerRegistry_V20150921 {
    version: "2015-09-21"
    operations: [
        BatchCheckLayerAvailability
    ]
}

/// Tells which of the given image layers a repository already holds.
///
/// A push asks this first: layers that are available need no upload, only the others are sent.
///
/// <note><p>The Amazon ECR proxy calls this operation while it serves image pushes, so there is seldom a reason to call it
/// yourself. To push, pull and tag images, use the <code>docker</code> CLI.</p></note>
@examples([
    {
        title: "Check one layer of the amazonlinux repository"
        documentation: "The repository holds the layer, so a push of an image with this layer would skip it."
        input: {
            repositoryName: "amazonlinux"
            layerDigests: ["sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8"]
        }
        output: {
            layers: [
                {
                    layerDigest: "sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8"
                    layerAvailability: "AVAILABLE"
                    layerSize: 91768077
                    mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip"
                }
            ]
            failures: []
        }
    }
])
operation BatchCheckLayerAvailability {
    input: BatchCheckLayerAvailabilityRequest
    output: BatchCheckLayerAvailabilityResponse
    errors: [
        InvalidParameterException
        RepositoryNotFoundException
        ServerException
    ]
}

/// Names a repository and the layers to look for in it.
@input
structure BatchCheckLayerAvailabilityRequest {
    /// The ID of the AWS account whose registry is asked. Without it, the caller's own registry is.
    registryId: RegistryId

    /// The repository in which to look for the layers.
    @required
    repositoryName: RepositoryName

    /// The digests of the layers to look for.
    @required
    layerDigests: BatchedOperationLayerDigestList
}

/// Sorts the digests of the request into those that could be looked up and those that could not.
@output
structure BatchCheckLayerAvailabilityResponse {
    /// One entry for each layer that was looked up, whether the repository holds it or not.
    layers: LayerList

    /// One entry for each digest that could not be looked up.
    failures: LayerFailureList
}

/// The state of one image layer in a repository.
structure Layer {
    /// The digest by which the layer is addressed, such as a `sha256` digest.
    layerDigest: LayerDigest

    /// Whether the repository holds the layer.
    layerAvailability: LayerAvailability

    /// How large the stored layer is, in bytes.
    layerSize: LayerSizeInBytes

    /// The media type under which the layer is stored: `application/vnd.docker.image.rootfs.diff.tar.gzip` for Docker images,
    /// `application/vnd.oci.image.layer.v1.tar+gzip` for OCI images.
    mediaType: MediaType
}

/// A digest that could not be looked up, and why.
structure LayerFailure {
    /// The digest as the request gave it.
    layerDigest: BatchedOperationLayerDigest

    /// The kind of failure, for programs.
    failureCode: LayerFailureCode

    /// An explanation of the failure, for people.
    failureReason: LayerFailureReason
}

/// The digests of one request: from 1 to 100.
@length(min: 1, max: 100)
list BatchedOperationLayerDigestList {
    /// A digest to look for.
    member: BatchedOperationLayerDigest
}

/// The layers that were looked up.
list LayerList {
    /// The state of one layer.
    member: Layer
}

/// The digests that could not be looked up.
list LayerFailureList {
    /// One digest and the reason.
    member: LayerFailure
}

/// Whether a repository holds a layer.
enum LayerAvailability {
    /// The layer is stored and need not be uploaded.
    AVAILABLE

    /// The layer is not stored and has to be uploaded.
    UNAVAILABLE
}

/// Why a digest could not be looked up.
enum LayerFailureCode {
    /// The digest is not of the form `algorithm:hexadecimal`.
    InvalidLayerDigest

    /// The digest is empty.
    MissingLayerDigest
}

/// The ID of an AWS account, which is also the ID of its registry: 12 digits.
@pattern("^[0-9]{12}$")
string RegistryId

/// The name of a repository: words in lower case, optionally under namespaces that a slash ends, as in `team-a/web`.
@length(min: 2, max: 256)
@pattern("^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$")
string RepositoryName

/// A digest as callers send it. Malformed ones are answered with a failure entry, so little is demanded here.
@length(min: 0, max: 1000)
string BatchedOperationLayerDigest

/// A well-formed digest: the algorithm, a colon and the hexadecimal hash.
@pattern("^[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+$")
string LayerDigest

/// The size of a layer, in bytes.
long LayerSizeInBytes

/// The media type of a layer.
string MediaType

/// An explanation of why a digest could not be looked up.
string LayerFailureReason

/// An explanation of an error.
string ExceptionMessage

/// A parameter of the request breaks one of its constraints. The message names the parameter.
@error("client")
@httpError(400)
structure InvalidParameterException {
    /// What was wrong with the request.
    message: ExceptionMessage
}

/// The registry has no repository of that name. The name may be misspelt, or the registry may be that of another account or
/// Region.
@error("client")
@httpError(400)
structure RepositoryNotFoundException {
    /// Which repository was not found.
    message: ExceptionMessage
}

/// The service failed while it handled the request. The same request may succeed later.
@error("server")
@httpError(500)
structure ServerException {
    /// What is known about the failure.
    message: ExceptionMessage
}
