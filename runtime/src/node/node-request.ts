import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { streamOfBytes } from "../http/byte-streams.js";
import type { ServerRequest } from "../server/index.js";

/** A request of `node:http` whose body was read. Headers are looked up where Node leaves them, without making an object of them. */
export class NodeRequest implements ServerRequest {
  readonly body: Buffer;
  declare readonly streams?: boolean | undefined;
  readonly #incoming: IncomingMessage;
  #controller: AbortController | undefined;

  constructor(incoming: IncomingMessage, body: Buffer) {
    this.#incoming = incoming;
    this.body = body;
  }

  get method(): string {
    return this.#incoming.method ?? "";
  }

  get path(): string {
    return this.#incoming.url ?? "";
  }

  header(name: string): string | undefined {
    const headers = this.#incoming.rawHeaders;
    let value: string | undefined;
    for (let index = 0; index < headers.length; index += 2) {
      const candidate = headers[index] as string;
      if (candidate.length === name.length && candidate.toLowerCase() === name) {
        const next = headers[index + 1] as string;
        value = value === undefined ? next : `${value}, ${next}`;
      }
    }
    return value;
  }

  get headers(): Iterable<readonly [string, string]> {
    const lines: [string, string][] = [];
    const { rawHeaders } = this.#incoming;
    for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
      lines.push([rawHeaders[index] as string, rawHeaders[index + 1] as string]);
    }
    return lines;
  }

  text(): string | undefined {
    return isUtf8(this.body) ? this.body.toString("utf8") : undefined;
  }

  stream(): ReadableStream<Uint8Array> {
    return streamOfBytes(this.body);
  }

  signal(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = new AbortController();
      const { socket } = this.#incoming;
      if (socket.destroyed) controller.abort();
      else socket.once("close", () => controller.abort());
      this.#controller = controller;
    }
    return this.#controller.signal;
  }
}
