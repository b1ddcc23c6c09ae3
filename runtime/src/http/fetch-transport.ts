import { TransportError, type Transport, type TransportOptions } from "./transport.js";
import type { HttpRequest, HttpResponse } from "./message.js";

/** Headers that `fetch` writes itself and refuses to be told. */
const forbidden = new Set(["host", "connection", "content-length"]);

/** Sends requests with `fetch`: browsers, workers, Deno, Bun. Redirects are answers, not followed. */
export function fetchTransport(options: { readonly fetch?: typeof fetch | undefined } = {}): Transport {
  return {
    async send(request, { cancellation, maximumBodyBytes }) {
      const send = options.fetch ?? fetch;
      try {
        const response = await send(request.origin + request.path, {
          method: request.method,
          headers: Object.entries(request.headers).filter(([name]) => !forbidden.has(name)),
          redirect: "manual",
          signal: cancellation.signal,
          ...bodyOf(request),
        });
        return {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: await readBody(response, maximumBodyBytes),
        };
      } catch (error) {
        if (cancellation.cancelled) throw cancellation.reason;
        if (error instanceof TransportError) throw error;
        throw new TransportError("closed", "The request brought no whole response", { cause: error });
      }
    },
  };
}

/** The transport of a client that was given none, where there is no Node. */
export const defaultTransport: () => Transport = fetchTransport;

function bodyOf({ method, body }: HttpRequest): { body?: BodyInit } {
  return method === "GET" || method === "HEAD" || body.length === 0 ? {} : { body: body as BodyInit };
}

async function readBody(
  response: Response,
  maximum: TransportOptions["maximumBodyBytes"],
): Promise<HttpResponse["body"]> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maximum) {
      await reader.cancel();
      throw new TransportError("too-large", `The response body is longer than ${maximum} bytes`);
    }
    chunks.push(value);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}
