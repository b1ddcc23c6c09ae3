import type { CallStep, StepContext } from "../client/call-step.js";
import { InputError } from "../client/client-errors.js";
import { collect, isStream, streamOf } from "../http/byte-streams.js";
import type { HttpHeaders, HttpRequest, HttpResponse } from "../http/message.js";
import { announceChunks, signsChunks } from "./announce-chunks.js";
import { encodeAwsChunked } from "./aws-chunked-encode.js";
import type { ChecksumAlgorithm } from "./checksum.js";
import { checksumHeader, isChecksumAlgorithm } from "./create-checksum.js";
import { isChecksumHeader } from "./headers.js";
import { base64ChecksumOf, verifiedStream, verifyChecksum } from "./verify-checksum.js";

/** The trait `aws.protocols#httpChecksum` of an operation, as the model has it. */
export interface HttpChecksum {
  readonly requestAlgorithmMember?: string | undefined;
  readonly requestChecksumRequired?: boolean | undefined;
  readonly requestValidationModeMember?: string | undefined;
  readonly responseAlgorithms?: readonly string[] | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** What is used when nobody says otherwise. */
const defaultAlgorithm = "CRC32";
/** Of several checksums of a response, the one that costs least. */
const preference: readonly ChecksumAlgorithm[] = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5"];

/** Checksums of requests and responses (`aws.protocols#httpChecksum`, "Client behavior"). */
export function httpChecksum(trait: HttpChecksum): CallStep {
  const { requestAlgorithmMember, requestValidationModeMember, requestChecksumRequired = false } = trait;
  return {
    input(input, { config, options }) {
      const members = input as Members;
      const added: Record<string, unknown> = {};
      const requests = options.requestChecksums ?? config.requestChecksums;
      if (requestAlgorithmMember !== undefined && (requestChecksumRequired || requests !== "whenRequired")) {
        if (members[requestAlgorithmMember] === undefined) added[requestAlgorithmMember] = defaultAlgorithm;
      }
      const responses = options.responseChecksums ?? config.responseChecksums;
      if (requestValidationModeMember !== undefined && responses !== "whenRequired") {
        if (members[requestValidationModeMember] === undefined) added[requestValidationModeMember] = "ENABLED";
      }
      return { ...members, ...added };
    },
    request(request, context) {
      if (requestAlgorithmMember === undefined) return requestChecksumRequired ? withContentMd5(request) : request;
      const algorithm = (context.input as Members)[requestAlgorithmMember];
      if (algorithm === undefined || hasChecksum(request.headers)) return request;
      if (typeof algorithm !== "string" || !isChecksumAlgorithm(algorithm)) {
        const message = `the checksum algorithm ${String(algorithm)} is not supported`;
        throw new InputError("an operation with a checksum", [{ path: `/${requestAlgorithmMember}`, message }]);
      }
      return withChecksum(request, algorithm, context);
    },
    response: (response, context) => validated(trait, response, context),
  };
}

/** Adds the MD5 checksum of the body (Smithy 2.0, "httpChecksumRequired trait"). A stream is read whole for it. */
export const contentMd5: CallStep = { request: withContentMd5 };

async function withContentMd5(request: HttpRequest): Promise<HttpRequest> {
  if (request.headers["content-md5"] !== undefined) return request;
  const { body } = request;
  const whole = isStream(body) ? await collect(body, Infinity, () => new RangeError()) : body;
  return { ...request, body: whole, headers: { ...request.headers, "content-md5": base64ChecksumOf("MD5", whole) } };
}

function hasChecksum(headers: HttpHeaders): boolean {
  return Object.keys(headers).some(isChecksumHeader);
}

/** The request with the checksum in a header, or for a stream in its trailer ("Resolving checksum location"). */
function withChecksum(request: HttpRequest, algorithm: ChecksumAlgorithm, context: StepContext): HttpRequest {
  const { body, headers } = request;
  if (typeof body !== "object" || !isStream(body)) {
    return { ...request, headers: { ...headers, [checksumHeader(algorithm)]: base64ChecksumOf(algorithm, body) } };
  }
  if (signsChunks(context)) return announceChunks(request, algorithm, true);
  return {
    ...announceChunks(request, algorithm, false),
    body: streamOf(encodeAwsChunked(body, { checksum: algorithm })),
  };
}

const validations = new WeakMap<HttpResponse, ChecksumAlgorithm>();

/** The algorithm by which the body of a response was checked; undefined when it was not. A stream counts as checked at its end. */
export function validatedChecksum(response: HttpResponse): ChecksumAlgorithm | undefined {
  return validations.get(response);
}

function validated(
  { requestValidationModeMember, responseAlgorithms = [] }: HttpChecksum,
  response: HttpResponse,
  { input }: StepContext,
): HttpResponse {
  if (requestValidationModeMember === undefined) return response;
  if ((input as Members)[requestValidationModeMember] !== "ENABLED") return response;
  const algorithm = preference.find((known) => responseAlgorithms.includes(known) && isPlain(response, known));
  if (algorithm === undefined) return response;
  const expected = response.headers[checksumHeader(algorithm)] ?? "";
  if (response.stream === undefined) verifyChecksum(algorithm, response.body, expected);
  const checked =
    response.stream === undefined
      ? response
      : { ...response, stream: verifiedStream(response.stream, algorithm, expected) };
  validations.set(response, algorithm).set(checked, algorithm);
  return checked;
}

/** Whether a response has this checksum. The one of an object in parts ends with their number and is not of its bytes. */
function isPlain({ headers }: HttpResponse, algorithm: ChecksumAlgorithm): boolean {
  const value = headers[checksumHeader(algorithm)];
  return value !== undefined && !/-\d+$/.test(value);
}
