import type { IncomingMessage } from "node:http";
import { BodySink } from "./body-sink.js";
import { NodeRequest } from "./node-request.js";

const noBody = /* @__PURE__ */ Buffer.alloc(0);

/** A request of `node:http` whose body is read by its handler, no faster than the handler reads it. */
export class NodeStreamRequest extends NodeRequest {
  override readonly streams = true;
  readonly #incoming: IncomingMessage;
  #stream: ReadableStream<Uint8Array> | undefined;

  constructor(incoming: IncomingMessage) {
    super(incoming, noBody);
    this.#incoming = incoming;
  }

  override stream(): ReadableStream<Uint8Array> {
    this.#stream ??= streamOf(this.#incoming);
    return this.#stream;
  }
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const sink = new BodySink({
    pause: () => incoming.pause(),
    resume: () => incoming.resume(),
    // What the handler does not read is thrown away, so that the connection can be used again.
    stop: () => incoming.removeListener("data", take).resume(),
  });
  const take = (chunk: Buffer): void => sink.write(chunk);
  incoming.on("data", take);
  incoming.on("end", () => (incoming.complete ? sink.end() : sink.fail(brokenOff())));
  incoming.on("error", (cause) => sink.fail(brokenOff(cause)));
  incoming.on("close", () => sink.fail(brokenOff()));
  return sink.stream;
}

function brokenOff(cause?: Error): Error {
  return new Error("The request broke off before its end", { cause });
}
