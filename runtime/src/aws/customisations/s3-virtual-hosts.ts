import type { ServerOptions, ServerRequest } from "../../server/types.js";

/**
 * The endpoints of Amazon S3 with the name of a bucket before them: with or without a region, for both IP versions, FIPS, and transfer acceleration.
 * Names of buckets may have dots, and what looks like an endpoint in them.
 */
const endpoint = /^(.+)\.s3(?:-fips|-accelerate)?(?:\.dualstack)?(?:[.-][a-z\d-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** What a bucket can be called, old names of the first region included. */
const bucketName = /^[a-z\d][\w.-]*$/;

/**
 * The request as it would be with the bucket in the path, where its host name begins with one (Amazon S3, "Virtual hosting of general purpose
 * buckets"): below a host that the options name, or below an endpoint of S3. Signatures are of the request itself.
 */
export function s3VirtualHosts(request: ServerRequest, { s3 }: Pick<ServerOptions, "s3">): ServerRequest {
  const host = (request.header("host") ?? "").replace(/:\d*$/, "").toLowerCase();
  const bucket = bucketBelow(host, s3?.hosts ?? []) ?? endpoint.exec(host)?.[1];
  return bucket === undefined || !bucketName.test(bucket) ? request : new RequestOfBucket(request, bucket);
}

function bucketBelow(host: string, bases: readonly string[]): string | undefined {
  const base = bases.find((one) => host.endsWith(`.${one.toLowerCase()}`));
  return base === undefined ? undefined : host.slice(0, -base.length - 1);
}

class RequestOfBucket implements ServerRequest {
  readonly path: string;
  readonly #request: ServerRequest;

  constructor(request: ServerRequest, bucket: string) {
    this.#request = request;
    this.path = `/${bucket}${request.path}`;
  }

  get method(): string {
    return this.#request.method;
  }

  get body(): Uint8Array {
    return this.#request.body;
  }

  get headers(): ServerRequest["headers"] {
    return this.#request.headers;
  }

  header(name: string): string | undefined {
    return this.#request.header(name);
  }

  stream(): ReadableStream<Uint8Array> {
    return this.#request.stream();
  }

  text(): string | undefined {
    return this.#request.text();
  }

  signal(): AbortSignal {
    return this.#request.signal();
  }
}
