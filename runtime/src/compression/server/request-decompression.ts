import { chunksOf, collect, streamOf, streamOfBytes } from "../../http/byte-streams.js";
import type { Pulled } from "../../http/pulled.js";
import { codingsText, contentCodings } from "../../server/content-codings.js";
import { RefusedRequest, serializationFailure, tooLarge, unsupportedMediaType } from "../../server/framework-errors.js";
import { replaceBody } from "../../server/replaced-body.js";
import type { ServerRequest, ServerStep, StepLimits } from "../../server/types.js";

/** What a server knows of the compression of an operation's requests. */
export interface RequestDecompression {
  /** Whether a member is bound to `Content-Encoding`: codings that are not known here are then its value, and the handler's. */
  readonly boundEncoding?: boolean | undefined;
}

/**
 * Inflates requests that were compressed with gzip, the last of their codings (Smithy 2.0, "requestCompression trait"). A body that is
 * read whole may inflate to no more than the server's limit; a stream inflates as it is read. Another coding is refused with status 415
 * (RFC 9110, section 15.5.16).
 */
export function requestDecompression({ boundEncoding = false }: RequestDecompression = {}): ServerStep {
  return { request: (request, limits) => inflated(request, limits, boundEncoding) };
}

/** The same for a whole service whose protocol finds the operation in the body. */
export function openCompressed(request: ServerRequest, limits: StepLimits): ServerRequest | Promise<ServerRequest> {
  return inflated(request, limits, false);
}

function inflated(
  request: ServerRequest,
  limits: StepLimits,
  boundEncoding: boolean,
): ServerRequest | Promise<ServerRequest> {
  const codings = contentCodings(request.header("content-encoding"));
  const last = codings.at(-1)?.toLowerCase();
  if (last === undefined) return request;
  if (last === "identity") return inflated(withCodings(request, codings.slice(0, -1)), limits, boundEncoding);
  if (last !== "gzip" && last !== "x-gzip") {
    if (boundEncoding) return request;
    throw new RefusedRequest({
      ...unsupportedMediaType(`Bodies may be compressed with gzip, not with ${last.slice(0, 40)}.`),
      headers: ["Accept-Encoding", "gzip"],
    });
  }
  const rest = codings.slice(0, -1);
  if (rest.length > 0 && !boundEncoding) {
    throw new RefusedRequest(unsupportedMediaType("Bodies may be compressed once, with gzip."));
  }
  return inflate(request, limits, { "content-encoding": codingsText(rest), "content-length": undefined });
}

function withCodings(request: ServerRequest, codings: readonly string[]): ServerRequest {
  const body = request.streams === true ? request.stream() : request.body;
  return replaceBody(request, body, { "content-encoding": codingsText(codings) });
}

async function inflate(
  request: ServerRequest,
  { maximumBodyBytes }: StepLimits,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<ServerRequest> {
  if (request.streams === true) return replaceBody(request, streamOf(gunzip(request.stream())), headers);
  const bytes = gunzip(streamOfBytes(request.body));
  const body = await collect(bytes, maximumBodyBytes, () => new RefusedRequest(tooLarge(maximumBodyBytes)));
  return replaceBody(request, body, { ...headers, "content-length": String(body.length) });
}

function gunzip(source: ReadableStream<Uint8Array>): Pulled<Uint8Array> {
  const stream = new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>;
  let cause: unknown;
  const watched = streamOf(chunksOf(source, (error) => (cause = error)));
  return chunksOf(watched.pipeThrough(stream), () => {
    // What the source fails with is told as it is; anything else is a body that is no gzip.
    throw cause ?? new RefusedRequest(serializationFailure("The body is not whole, or not compressed with gzip."));
  });
}
