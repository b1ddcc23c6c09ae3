import { isS3 } from "../aws/canonical-request.js";
import type { StepContext } from "../client/call-step.js";
import { ConfigurationError } from "../client/client-errors.js";
import type { HttpRequest } from "../http/message.js";
import { awsChunkedLength, awsChunkedPayload } from "./aws-chunked-encode.js";
import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumHeader } from "./create-checksum.js";

/**
 * Whether a stream goes in signed chunks: to Amazon S3 alone, from a client that was asked to.
 *
 * @throws ConfigurationError where the client's own signer, which has the chunks to sign, is not the one that signs
 */
export function signsChunks({ config, options, service }: Omit<StepContext, "input">): boolean {
  const wanted = options.signedChunks ?? config.signedChunks;
  if (wanted !== true || config.credentials === "anonymous" || !isS3(service.signingName ?? "")) return false;
  if (config.signer === undefined) return true;
  throw new ConfigurationError("signedChunks", "`signedChunks` and `signer` exclude each other");
}

/**
 * The request as its stream will be in chunks, with a checksum behind them where there is one (Amazon S3, "Signature calculations:
 * transferring a payload in multiple chunks"; `aws.protocols#httpChecksum`, "Resolving checksum location").
 *
 * @param signed whether the signer makes the chunks, once it has signed the request
 */
export function announceChunks(
  request: HttpRequest,
  checksum: ChecksumAlgorithm | undefined,
  signed: boolean,
): HttpRequest {
  const { "content-length": length, "content-encoding": encoding, ...others } = request.headers;
  const form = { checksum, signer: signed ? {} : undefined };
  const lengths: Record<string, string> =
    length === undefined
      ? {}
      : {
          "content-length": String(awsChunkedLength(Number(length), form)),
          "x-amz-decoded-content-length": length,
        };
  const trailer: Record<string, string> = checksum === undefined ? {} : { "x-amz-trailer": checksumHeader(checksum) };
  return {
    ...request,
    headers: {
      ...others,
      ...lengths,
      ...trailer,
      "content-encoding": encoding ? `${encoding},aws-chunked` : "aws-chunked",
      "x-amz-content-sha256": awsChunkedPayload(form),
    },
  };
}
