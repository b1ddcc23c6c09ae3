import { streamOfBytes } from "../http/byte-streams.js";
import type { ServerRequest } from "./types.js";

/**
 * A request with another body: what is left of it once a coding was taken off.
 *
 * @param changes values of headers by lower-case name; undefined takes a header away
 */
export function replaceBody(
  request: ServerRequest,
  body: Uint8Array | ReadableStream<Uint8Array>,
  changes: Readonly<Record<string, string | undefined>> = {},
): ServerRequest {
  return new ReplacedBody(request, body, changes);
}

class ReplacedBody implements ServerRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
  readonly streams: boolean;
  readonly #request: ServerRequest;
  readonly #stream: ReadableStream<Uint8Array> | undefined;
  readonly #changes: Readonly<Record<string, string | undefined>>;

  constructor(
    request: ServerRequest,
    body: Uint8Array | ReadableStream<Uint8Array>,
    changes: Readonly<Record<string, string | undefined>>,
  ) {
    this.method = request.method;
    this.path = request.path;
    this.#request = request;
    this.streams = !(body instanceof Uint8Array);
    this.body = body instanceof Uint8Array ? body : new Uint8Array(0);
    this.#stream = body instanceof Uint8Array ? undefined : body;
    this.#changes = changes;
  }

  stream(): ReadableStream<Uint8Array> {
    return this.#stream ?? streamOfBytes(this.body);
  }

  header(name: string): string | undefined {
    return Object.hasOwn(this.#changes, name) ? this.#changes[name] : this.#request.header(name);
  }

  get headers(): Iterable<readonly [string, string]> {
    const kept = [...this.#request.headers].filter(([name]) => !Object.hasOwn(this.#changes, name.toLowerCase()));
    const changed = Object.entries(this.#changes).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    return [...kept, ...changed];
  }

  text(): string | undefined {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.body);
    } catch {
      return undefined;
    }
  }

  signal(): AbortSignal {
    return this.#request.signal();
  }
}
