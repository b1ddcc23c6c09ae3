import type { CallStep } from "../../client/call-step.js";
import { ConfigurationError } from "../../client/client-errors.js";
import type { S3Addressing } from "../../client/config.js";
import { unsigned } from "../../client/unsigned-payload.js";
import { announceChunks, signsChunks } from "../../checksum/announce-chunks.js";
import { encodeAwsChunked } from "../../checksum/aws-chunked-encode.js";
import { algorithmOfHeader } from "../../checksum/headers.js";
import { isStream, joinBytes, streamOf } from "../../http/byte-streams.js";
import type { HttpRequest } from "../../http/message.js";
import { chain } from "../maybe-promise.js";
import { chunkSigner } from "../payload-signature.js";
import type { SignatureInput } from "../sign-headers.js";
import { scopeOf } from "../signature.js";
import { signRequest } from "../sign.js";
import type { Signer } from "../signer.js";

/**
 * AWS Signature Version 4 with the rules that Amazon S3 has for paths, and the payload's hash in a header of its own. A stream whose
 * request announces signed chunks is put into them.
 */
export const s3SigV4: Signer = {
  scheme: "aws.auth#sigv4",
  sign: (request, { credentials, region, signingName: service, now }) =>
    chain(credentials(), (keys) => {
      const options = { credentials: keys, region, service, now };
      return chain(signRequest(request, options), (signed) => withSignedChunks(signed, options));
    }),
};

function withSignedChunks(
  request: HttpRequest,
  { credentials: { secretAccessKey }, region, service }: SignatureInput,
): HttpRequest {
  const { body, headers } = request;
  if (!isStream(body) || !headers["x-amz-content-sha256"]?.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")) {
    return request;
  }
  const seed = /Signature=([\da-f]{64})$/.exec(headers["authorization"] ?? "")?.[1] ?? "";
  const time = headers["x-amz-date"] ?? "";
  const place = { time, scope: scopeOf(time, region, service), secretAccessKey };
  const checksum = algorithmOfHeader(headers["x-amz-trailer"] ?? "");
  return { ...request, body: streamOf(encodeAwsChunked(body, { checksum, signer: chunkSigner(place, seed) })) };
}

/** Streams go unsigned, or in chunks that are signed, as the client or the call says. */
export const s3Streams: CallStep = {
  request(request, context) {
    if (!isStream(request.body) || request.headers["x-amz-content-sha256"] !== undefined) return request;
    return signsChunks(context) ? announceChunks(request, undefined, true) : unsigned(request);
  },
};

/** Addresses the bucket of a request as the client or the call says (Smithy 2.0, "S3 Bucket Addressing"). */
export const s3Addressing: CallStep = {
  request(request, { config, options, input }) {
    const settings: S3Addressing = { ...config.s3, ...options.s3 };
    const { Bucket: bucket } = input as { readonly Bucket?: string };
    const isVirtual = settings.addressing !== "path";
    if (!isVirtual && (settings.dualStack === true || settings.accelerate === true)) {
      throw new ConfigurationError("s3", "Dual-stack and accelerated endpoints need the addressing `virtual`");
    }
    const resolved = { ...request, origin: withVariant(request.origin, settings) };
    return isVirtual && bucket !== undefined ? withVirtualHost(resolved, bucket) : resolved;
  },
};

/** The service's endpoint with what its variants change of it; an endpoint of one's own stays as it is. */
function withVariant(origin: string, { dualStack, accelerate }: S3Addressing): string {
  return origin.replace(/^(https?:\/\/)s3\.([a-z\d-]+)\.(.*)$/, (_, scheme: string, region: string, domain: string) => {
    const name = accelerate === true ? "s3-accelerate" : "s3";
    return [
      scheme + name,
      ...(dualStack === true ? ["dualstack"] : []),
      ...(accelerate === true ? [] : [region]),
      domain,
    ].join(".");
  });
}

/** Names of buckets that are one label of a host name: with a dot in it, no certificate would be valid. */
const hostable = /^[a-z\d][a-z\d-]{1,61}[a-z\d]$/;

/** The request with the bucket in the host name in place of the path, where host and bucket allow it. */
function withVirtualHost(request: HttpRequest, bucket: string): HttpRequest {
  const { origin, path } = request;
  const isAddress = /\/\/(?:[\d.]+|\[.*\]|localhost)(?::|$)/.test(origin);
  const rest = path.slice(bucket.length + 1);
  if (isAddress || !hostable.test(bucket) || !path.startsWith(`/${bucket}`) || !/^(?:[/?]|$)/.test(rest)) {
    return request;
  }
  return { ...request, origin: origin.replace("//", `//${bucket}.`), path: rest.startsWith("/") ? rest : `/${rest}` };
}

const emptyElement = /^\s*<[^<>]*(?:\/>|[^/]><\/[^<>]*>)\s*$/;

/**
 * Gives a body the element of the operation around it that S3 leaves out (Smithy 2.0, "s3UnwrappedXmlOutput trait").
 *
 * @param name of the element
 */
export function s3UnwrappedOutput(name: string): CallStep {
  const text = new TextEncoder();
  return {
    response(response) {
      const { body } = response;
      if (body.length === 0) return response;
      const prolog = /^\uFEFF?\s*<\?xml[^>]*\?>/.exec(new TextDecoder().decode(body.subarray(0, 256)))?.[0] ?? "";
      const whole = body.subarray(text.encode(prolog).length);
      // An element with nothing in it stands for no value: the location of a bucket that has no name.
      const isEmpty = whole.length < 1024 && emptyElement.test(new TextDecoder().decode(whole));
      const content = isEmpty ? new Uint8Array(0) : whole;
      return { ...response, body: joinBytes([text.encode(`<${name}>`), content, text.encode(`</${name}>`)]) };
    },
  };
}
