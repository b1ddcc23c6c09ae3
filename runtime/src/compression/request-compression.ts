import { ConfigurationError } from "../client/client-errors.js";
import type { CallStep, StepContext } from "../client/call-step.js";
import { collect, isStream, streamOfBytes } from "../http/byte-streams.js";
import type { HttpHeaders } from "../http/message.js";

const usualMinimum = 10_240;
const largestMinimum = 10_485_760;

/**
 * Compresses requests with gzip (Smithy 2.0, "requestCompression trait"): a stream always, anything else from a length on.
 *
 * @param encodings what the service takes, the preferred first; the first one that is known here is used
 */
export function requestCompression(encodings: readonly string[]): CallStep {
  const supported = encodings.some((encoding) => encoding.toLowerCase() === "gzip");
  return {
    async request(request, context) {
      const minimum = minimumOf(context);
      if (
        !supported ||
        (context.options.disableRequestCompression ?? context.config.disableRequestCompression) === true
      ) {
        return request;
      }
      const { body, headers } = request;
      if (isStream(body)) {
        return { ...request, body: gzip(body), headers: compressed(headers) };
      }
      const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
      if (bytes.length === 0 || bytes.length < minimum) return request;
      const zipped = await collect(gzip(streamOfBytes(bytes)), Infinity, () => new RangeError());
      return { ...request, body: zipped, headers: compressed(headers) };
    },
  };
}

function minimumOf({ config, options }: StepContext): number {
  const minimum = options.requestMinCompressionSizeBytes ?? config.requestMinCompressionSizeBytes ?? usualMinimum;
  if (Number.isInteger(minimum) && minimum >= 0 && minimum <= largestMinimum) return minimum;
  throw new ConfigurationError(
    "requestMinCompressionSizeBytes",
    `\`requestMinCompressionSizeBytes\` must be from 0 to ${largestMinimum}`,
  );
}

function gzip(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return body.pipeThrough(new CompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>);
}

/** The headers with one more encoding, and without the length of what is no longer sent. */
function compressed({ "content-length": _length, ...headers }: HttpHeaders): HttpHeaders {
  const before = headers["content-encoding"];
  return { ...headers, "content-encoding": before ? `${before}, gzip` : "gzip" };
}
