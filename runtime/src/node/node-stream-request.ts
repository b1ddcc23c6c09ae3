import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { RefusedRequest, requestTimeout } from "../server/framework-errors.js";
import { BodySink } from "./body-sink.js";
import { NodeRequest } from "./node-request.js";

const noBody = /* @__PURE__ */ Buffer.alloc(0);

/** Connections with a request that its handler reads: how long that takes is not for Node to judge. */
const streaming = new WeakSet<Duplex>();

/** Whether a handler reads a request of this connection as it comes in. */
export function isStreaming(socket: Duplex): boolean {
  return streaming.has(socket);
}

/** A request of `node:http` whose body is read by its handler, no faster than the handler reads it. */
export class NodeStreamRequest extends NodeRequest {
  override readonly streams = true;
  readonly #incoming: IncomingMessage;
  readonly #idleTimeout: number;
  #stream: ReadableStream<Uint8Array> | undefined;

  /** @param idleTimeout milliseconds for which a connection may be silent while the handler waits; 0 for no limit */
  constructor(incoming: IncomingMessage, idleTimeout: number) {
    super(incoming, noBody);
    this.#incoming = incoming;
    this.#idleTimeout = idleTimeout;
  }

  override stream(): ReadableStream<Uint8Array> {
    this.#stream ??= streamOf(this.#incoming, this.#idleTimeout);
    return this.#stream;
  }

  /** The request is for its handler, which takes as long as it wants until the answer is out. */
  begin(): void {
    streaming.add(this.#incoming.socket);
  }

  /** The answer is out. */
  end(): void {
    streaming.delete(this.#incoming.socket);
  }
}

function streamOf(incoming: IncomingMessage, idleTimeout: number): ReadableStream<Uint8Array> {
  const sink = new BodySink({
    pause: () => incoming.pause(),
    resume: () => incoming.resume(),
    // What the handler does not read is thrown away, so that the connection can be used again.
    stop: () => incoming.removeListener("data", take).resume(),
    // Bytes in either direction show that somebody is there.
    awaited: (waits) => {
      if (idleTimeout > 0 && isStreaming(incoming.socket)) incoming.setTimeout(waits ? idleTimeout : 0);
    },
  });
  const take = (chunk: Buffer): void => sink.write(chunk);
  incoming.on("data", take);
  incoming.on("timeout", () => sink.fail(new RefusedRequest(requestTimeout("The request broke off: nothing came."))));
  incoming.on("end", () => (incoming.complete ? sink.end() : sink.fail(brokenOff())));
  incoming.on("error", (cause) => sink.fail(brokenOff(cause)));
  incoming.on("close", () => sink.fail(brokenOff()));
  return sink.stream;
}

function brokenOff(cause?: Error): Error {
  return new Error("The request broke off before its end", { cause });
}
