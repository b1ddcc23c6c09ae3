import { streamOfBytes } from "../http/byte-streams.js";
import { withContentLength } from "./content-length.js";
import { serializationFailure, tooLarge } from "./framework-errors.js";
import type { RequestFailure, Server, ServerRequest, ServerResponse } from "./types.js";

/** Answers a web-standard request. */
export async function answerFetch(server: Server, request: Request): Promise<Response> {
  return toResponse(await answerOf(server, request), request.method === "HEAD");
}

async function answerOf(server: Server, request: Request): Promise<ServerResponse> {
  if (server.takesStream !== undefined) {
    const head = new FetchRequest(request, undefined);
    if (server.takesStream(head)) return server.handle(head);
  }
  const body = await readBody(request, server.maximumBodyBytes);
  return "statusCode" in body ? server.refuse(body) : server.handle(new FetchRequest(request, body));
}

/** The whole body, or the failure that it is too large or broke off. */
async function readBody(request: Request, maximum: number): Promise<Uint8Array | RequestFailure> {
  if (Number(request.headers.get("content-length") ?? 0) > maximum) {
    await request.body?.cancel();
    return tooLarge(maximum);
  }
  if (request.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maximum) return tooLarge(maximum);
      chunks.push(chunk);
    }
  } catch {
    return serializationFailure("The body broke off before its end.");
  }
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

class FetchRequest implements ServerRequest {
  readonly body: Uint8Array;
  readonly streams: boolean;
  readonly #request: Request;

  /** @param body undefined for one that goes to the handler as it comes in */
  constructor(request: Request, body: Uint8Array | undefined) {
    this.#request = request;
    this.streams = body === undefined;
    this.body = body ?? new Uint8Array(0);
  }

  stream(): ReadableStream<Uint8Array> {
    const { body } = this.#request;
    return this.streams && body !== null ? body : streamOfBytes(this.body);
  }

  get method(): string {
    return this.#request.method;
  }

  get path(): string {
    const { pathname, search } = new URL(this.#request.url);
    return pathname + search;
  }

  header(name: string): string | undefined {
    const value = this.#request.headers.get(name) ?? undefined;
    // Where a platform tells it by the URL alone.
    return value === undefined && name === "host" ? new URL(this.#request.url).host : value;
  }

  get headers(): Iterable<readonly [string, string]> {
    return this.#request.headers;
  }

  text(): string | undefined {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.body);
    } catch {
      return undefined;
    }
  }

  signal(): AbortSignal {
    return this.#request.signal;
  }
}

/** Statuses of answers that never have a body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

function toResponse({ status, headers: given, body }: ServerResponse, isHead: boolean): Response {
  const headers = new Headers();
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const isWhole = !(bytes instanceof ReadableStream || bodiless.has(status));
  const lines = isWhole ? withContentLength(given, bytes.byteLength, isHead) : given;
  for (let index = 0; index + 1 < lines.length; index += 2) headers.append(lines[index] ?? "", lines[index + 1] ?? "");
  return new Response(isHead || bodiless.has(status) ? null : (bytes as BodyInit), { status, headers });
}
