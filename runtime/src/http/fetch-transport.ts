import { chunksOf, collect, isStream, streamOf } from "./byte-streams.js";
import type { HttpRequest } from "./message.js";
import { TransportError, type Transport } from "./transport.js";

/** Sends requests with `fetch`: browsers, workers, Deno, Bun. Redirects are answers, not followed; `host` is left to `fetch`. */
export function fetchTransport(options: { readonly fetch?: typeof fetch | undefined } = {}): Transport {
  return {
    async send(request, { cancellation, maximumBodyBytes, streams }) {
      const failed = (error: unknown): unknown => {
        if (cancellation.cancelled) return cancellation.reason;
        if (error instanceof TransportError) return error;
        return new TransportError("closed", "No whole response", { cause: error });
      };
      try {
        const response = await (options.fetch ?? fetch)(request.origin + request.path, {
          ...initOf(request),
          signal: cancellation.signal,
        });
        const { status: statusCode, ok, body } = response;
        const headers = Object.fromEntries(response.headers);
        if (streams === true && ok) {
          return { statusCode, headers, body: noBytes, stream: streamOf(withFailures(body, failed)) };
        }
        return { statusCode, headers, body: body === null ? noBytes : await collect(body, maximumBodyBytes, tooLong) };
      } catch (error) {
        throw failed(error);
      }

      function tooLong(): TransportError {
        return new TransportError("too-large", `The response is longer than ${maximumBodyBytes} bytes`);
      }
    },
  };
}

const noBytes = /* @__PURE__ */ new Uint8Array(0);

/** The transport of a client that was given none, where there is no Node. */
export const defaultTransport: () => Transport = fetchTransport;

function initOf({ method, headers: { host: _host, ...headers }, body }: HttpRequest): RequestInit {
  const shared: RequestInit = { method, headers, redirect: "manual" };
  if (typeof body !== "object" || !isStream(body)) {
    return { ...shared, body: body.length === 0 ? null : (body as BodyInit) };
  }
  // The standard wants it said that the response may not come before the end of the request.
  const streaming: RequestInit & { readonly duplex: "half" } = { ...shared, body: body as BodyInit, duplex: "half" };
  return streaming;
}

/** The pieces of a body, with failures made those of a transport. */
async function* withFailures(
  body: ReadableStream<Uint8Array> | null,
  failed: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (body !== null) yield* chunksOf(body);
  } catch (error) {
    throw failed(error);
  }
}
