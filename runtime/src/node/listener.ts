import type { IncomingMessage, RequestListener, ServerResponse as OutgoingMessage } from "node:http";
import { pipeline, Readable, Transform } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { isStream } from "../http/byte-streams.js";
import { tooLarge } from "../server/framework-errors.js";
import { contentLengthAt, withContentLength } from "../server/content-length.js";
import type { Server, ServerResponse } from "../server/index.js";
import { NodeStreamRequest } from "./node-stream-request.js";
import { NodeRequest } from "./node-request.js";

export interface NodeListenerOptions {
  /**
   * How many bytes of a body beyond the largest accepted are read and thrown away, so that the client sees the answer and can use the
   * connection again. 16 MiB by default; a client that sends more loses the connection.
   */
  readonly maximumDiscardedBytes?: number | undefined;
  /**
   * Milliseconds for which a request that streams may be silent while its handler waits for more, and nothing is sent to the client either;
   * and for which a client may take nothing of an answer that streams. 60,000 by default; 0 for no limit.
   */
  readonly streamIdleTimeout?: number | undefined;
}

const noBody = Buffer.alloc(0);

/** A listener for `node:http` and `node:https`, without a web-standard Request in between. */
export function nodeListener(server: Server, options: NodeListenerOptions = {}): RequestListener {
  const maximum = server.maximumBodyBytes;
  const idleTimeout = options.streamIdleTimeout ?? 60_000;
  const maximumDiscarded = maximum + (options.maximumDiscardedBytes ?? 16 * 1024 * 1024);

  return (incoming, outgoing) => {
    if (server.takesStream !== undefined) {
      const head = new NodeStreamRequest(incoming, idleTimeout);
      if (server.takesStream(head)) return answerStream(head, incoming, outgoing);
    }
    let body: Buffer = noBody;
    let more: Buffer[] | undefined;
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      const before = size;
      size += chunk.length;
      if (size <= maximum) {
        if (before === 0) body = chunk;
        else if (more === undefined) more = [body, chunk];
        else more.push(chunk);
      } else if (before <= maximum) {
        body = noBody;
        more = undefined;
        write(incoming, outgoing, server.refuse(tooLarge(maximum)), idleTimeout);
      } else if (size > maximumDiscarded) {
        incoming.destroy();
      }
    });
    incoming.on("end", () => {
      if (size > maximum) return;
      answer(new NodeRequest(incoming, more === undefined ? body : Buffer.concat(more, size)), incoming, outgoing);
    });
  };

  function answerStream(request: NodeStreamRequest, incoming: IncomingMessage, outgoing: OutgoingMessage): void {
    request.begin();
    // What follows of a request that was given up cannot be told from the next one.
    incoming.once("timeout", () => (outgoing.shouldKeepAlive = false));
    outgoing.once("close", () => {
      request.end();
      limitRest(incoming, idleTimeout);
    });
    answer(request, incoming, outgoing);
  }

  function answer(request: NodeRequest, incoming: IncomingMessage, outgoing: OutgoingMessage): void {
    const response = server.handle(request);
    if ("then" in response) void response.then((awaited) => write(incoming, outgoing, awaited, idleTimeout));
    else write(incoming, outgoing, response, idleTimeout);
  }
}

/** What a client still sends of a request that was answered is thrown away, but not for ever. */
function limitRest(incoming: IncomingMessage, milliseconds: number): void {
  if (incoming.complete || milliseconds === 0 || incoming.socket.destroyed) return;
  const timer = setTimeout(() => incoming.socket.destroy(), milliseconds).unref();
  for (const event of ["end", "close"]) incoming.once(event, () => clearTimeout(timer));
}

/** Writes an answer, unless the client is gone: Node swallows errors of a request that nobody listens for, but not of writing. */
function write(
  incoming: IncomingMessage,
  outgoing: OutgoingMessage,
  response: ServerResponse,
  idleTimeout: number,
): void {
  const { status, headers, body } = response;
  if (incoming.socket.destroyed || outgoing.destroyed || outgoing.headersSent) {
    if (typeof body !== "string" && isStream(body)) body.cancel().catch(() => undefined);
    return;
  }
  if (typeof body !== "string") return writeBytes(incoming, outgoing, response, body, idleTimeout);
  const length = Buffer.byteLength(body);
  outgoing.writeHead(status, withContentLength(headers, length, incoming.method === "HEAD"));
  // Latin 1 is copied, UTF-8 converted. Most answers are ASCII, where both are the same, and writing is most of what a request costs.
  if (length === body.length) outgoing.end(body, "latin1");
  // As bytes, since Node would write headers in the encoding of a text behind them, and they are Latin 1.
  else outgoing.end(Buffer.from(body));
}

/** A body that is no text: bytes in one piece, or a stream as fast as the client takes it. What breaks off on this side ends the connection. */
function writeBytes(
  incoming: IncomingMessage,
  outgoing: OutgoingMessage,
  { status, headers }: ServerResponse,
  body: Uint8Array | ReadableStream<Uint8Array>,
  idleTimeout: number,
): void {
  if (body instanceof Uint8Array) {
    outgoing.writeHead(status, withContentLength(headers, body.byteLength, incoming.method === "HEAD"));
    outgoing.end(body);
    return;
  }
  const source = Readable.fromWeb(body as WebStream);
  const at = contentLengthAt(headers);
  const length = at < 0 ? "" : (headers[at + 1] ?? "");
  if (/^\d{1,15}$/.test(length)) {
    outgoing.writeHead(status, [...headers]);
    const measured = ofLength(Number(length));
    giveUpIdle(measured, outgoing, idleTimeout);
    pipeline(source, measured, outgoing, () => undefined);
    return;
  }
  // What is no length says nothing of the body.
  outgoing.writeHead(status, at < 0 ? [...headers] : [...headers.slice(0, at), ...headers.slice(at + 2)]);
  // The first piece may be long in coming. No bytes push the headers out in Latin 1, where `flushHeaders` takes UTF-8.
  outgoing.write(new Uint8Array(0));
  giveUpIdle(source, outgoing, idleTimeout);
  pipeline(source, outgoing, () => undefined);
}

/** Gives a client up that takes nothing of what it asked for: it would hold the source for ever. */
function giveUpIdle(source: Readable, outgoing: OutgoingMessage, milliseconds: number): void {
  if (milliseconds === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  const start = (): void => {
    stop();
    timer = setTimeout(() => outgoing.destroy(), milliseconds).unref();
  };
  // It pauses while the client is behind, and what is left at its end still has to be taken.
  source.on("pause", start).once("end", start);
  outgoing.on("drain", stop).once("close", stop);
}

/** Passes a stream on that is as long as it was announced. Bytes beyond would be read as a part of the next answer. */
function ofLength(length: number): Transform {
  let left = length;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.byteLength;
      if (left < 0) done(new Error("The stream is longer than the answer says"));
      else done(null, chunk);
    },
    flush(done) {
      done(left > 0 ? new Error("The stream is shorter than the answer says") : null);
    },
  });
}
