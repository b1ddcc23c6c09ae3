import type { Readable } from "node:stream";
import { chunksOf, isStream, streamOf } from "../http/byte-streams.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Pulled } from "../http/pulled.js";
import { TransportError, type Transport, type TransportOptions } from "../http/transport.js";
import { connectFailure } from "./connect-limit.js";
import { checkedHeaders } from "./http1-request.js";
import { addReceivedHeader } from "./received-headers.js";

/** What is asked of a dispatcher of undici (`Agent`, `Pool`, `ProxyAgent`, `MockAgent`, …), version 6 or newer. */
export interface RequestDispatcher {
  request(options: {
    readonly origin: string;
    readonly path: string;
    readonly method: "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT" | "TRACE";
    readonly headers: Record<string, string>;
    readonly body: string | Uint8Array | Readable | null;
    readonly signal: AbortSignal;
  }): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: AsyncIterable<Uint8Array>;
  }>;
}

const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"] as const;

/**
 * Sends requests through a dispatcher of undici, which the application brings along and closes: for its proxies, its pools, its mocks. How long
 * connecting may take is a setting of the dispatcher.
 */
export function dispatcherTransport(dispatcher: RequestDispatcher): Transport {
  return {
    async send(request, options) {
      const { cancellation } = options;
      const source = new BodySource(request.body);
      const failed = (error: unknown): unknown => {
        if (cancellation.cancelled) return cancellation.reason;
        if (source.error !== undefined) return source.error;
        if (error instanceof TransportError || error instanceof TypeError) return error;
        return failureOf(error, request.origin);
      };
      const work = dispatch(dispatcher, request, source.body, options, failed);
      // A dispatcher that is still connecting does not look at its signal.
      const ended = new Promise<never>((_resolve, reject) => (cancellation.listener = reject));
      try {
        return await Promise.race([work, ended]);
      } catch (error) {
        throw failed(error);
      } finally {
        cancellation.listener = undefined;
      }
    },
  };
}

async function dispatch(
  dispatcher: RequestDispatcher,
  request: HttpRequest,
  content: RequestContent,
  { cancellation, maximumBodyBytes, streams }: TransportOptions,
  failed: (error: unknown) => unknown,
): Promise<HttpResponse> {
  const { "content-length": length, ...headers } = checkedHeaders(request);
  const { origin, path, body } = request;
  if (isStream(body) && length !== undefined) headers["content-length"] = length;
  const method = methods.find((known) => known === request.method);
  if (method === undefined) throw new TypeError(`A dispatcher sends no ${request.method}`);
  if (cancellation.cancelled) throw cancellation.reason;
  const { signal } = cancellation;
  const response = await dispatcher.request({ origin, path, method, headers, body: content, signal });
  const { statusCode } = response;
  const received = joinedHeaders(response.headers);
  if (streams === true && statusCode < 300) {
    const stream = streamOf(withFailures(response.body, failed));
    return { statusCode, headers: received, body: new Uint8Array(0), stream };
  }
  return { statusCode, headers: received, body: await readBody(response.body, maximumBodyBytes) };
}

/** The pieces of a body, with failures made those of a transport. */
function withFailures(body: AsyncIterable<Uint8Array>, failed: (error: unknown) => unknown): Pulled<Uint8Array> {
  return chunksOf(body, (error) => {
    throw failed(error);
  });
}

type RequestContent = string | Uint8Array | Readable | null;

/** The body of a request as a dispatcher takes it. Keeps what a stream failed with, since the dispatcher may say it otherwise. */
class BodySource {
  readonly body: RequestContent;
  error: unknown;

  constructor(body: HttpRequest["body"]) {
    if (isStream(body)) {
      const { Readable } = process.getBuiltinModule("node:stream");
      this.body = Readable.from(this.#pieces(body), { objectMode: false });
    } else {
      this.body = body.length === 0 ? null : body;
    }
  }

  #pieces(body: ReadableStream<Uint8Array>): Pulled<Uint8Array> {
    return chunksOf(body, (error) => (this.error = error));
  }
}

function joinedHeaders(received: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(received)) {
    for (const value of typeof values === "string" ? [values] : values) addReceivedHeader(headers, name, value);
  }
  return headers;
}

/** The whole body. Leaving the loop ends the connection. */
async function readBody(body: AsyncIterable<Uint8Array>, maximum: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maximum) throw new TransportError("too-large", `The response is longer than ${maximum} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Failures of a system call or a certificate come as they are; those of undici's own have codes that begin with `UND_ERR_`. */
function failureOf(thrown: unknown, origin: string): TransportError {
  const error: NodeJS.ErrnoException = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code = "", syscall } = error;
  if (syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT" || isUntrusted(code)) {
    return connectFailure(new URL(origin).host, error);
  }
  const isMalformed = error.name === "HTTPParserError" && !/EOF/.test(error.message);
  if (isMalformed || /^UND_ERR_(?:HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)$/.test(code)) {
    return new TransportError("malformed", `The response is not valid HTTP: ${error.message}`, { cause: error });
  }
  return new TransportError("closed", "The connection ended before the response did", {
    code: /^(?:HPE_|UND_ERR_|$)/.test(code) ? "ECONNRESET" : code,
    cause: error,
  });
}

function isUntrusted(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_(?:SSL|TLS)_/.test(code);
}
