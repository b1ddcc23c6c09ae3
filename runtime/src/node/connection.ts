import type { Socket } from "node:net";
import { isStream } from "../http/byte-streams.js";
import type { Cancellation } from "../http/cancellation.js";
import type { HttpResponse } from "../http/message.js";
import { TransportError, type TransportOptions } from "../http/transport.js";
import { BodySink } from "./body-sink.js";
import { BodyUpload } from "./body-upload.js";
import type { RequestBytes } from "./http1-request.js";
import { ResponseReader, type StreamResponse } from "./http1-response.js";

interface Exchange {
  readonly reader: ResponseReader;
  /** Takes the body of a response that was given away with its head. */
  sink?: BodySink | undefined;
  upload?: BodyUpload | undefined;
  readonly cancellation: Cancellation;
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: unknown) => void;
}

/** One connection to a server, with one request at a time on it. */
export class Connection {
  readonly #socket: Socket;
  readonly #released: (connection: Connection) => void;
  readonly #closed: (connection: Connection) => void;
  #exchange: Exchange | undefined;
  #open = true;
  /** Until when the server keeps the idle connection; on the clock of `performance.now()`. */
  idleUntil = Infinity;

  /**
   * @param released told when another request may come
   * @param closed told once, when the connection is of no more use
   */
  constructor(socket: Socket, released: (connection: Connection) => void, closed: (connection: Connection) => void) {
    this.#socket = socket;
    this.#released = released;
    this.#closed = closed;
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("end", () => this.#finish());
    socket.on("error", (error: NodeJS.ErrnoException) => this.#fail(closedEarly(error)));
    socket.on("close", () => this.#fail(closedEarly()));
  }

  get open(): boolean {
    return this.#open;
  }

  send(
    { method, head, body, ascii, streamLength }: RequestBytes,
    { cancellation, maximumBodyBytes, streams }: TransportOptions,
  ): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const streamed = streams === true ? this.#streamed : undefined;
      const exchange: Exchange = {
        reader: new ResponseReader(method, maximumBodyBytes, streamed),
        cancellation,
        resolve,
        reject,
      };
      this.#exchange = exchange;
      if (cancellation.cancelled) return this.#fail(cancellation.reason);
      cancellation.listener = (reason) => this.#fail(reason);
      const socket = this.#socket;
      socket.ref();
      if (ascii) {
        socket.write(head + String(body), "latin1");
      } else if (isStream(body)) {
        socket.write(head, "latin1");
        exchange.upload = new BodyUpload(socket, body, {
          chunked: streamLength === undefined,
          length: streamLength,
        });
        exchange.upload.run().catch((error: unknown) => {
          if (this.#exchange === exchange) this.#fail(error);
        });
      } else {
        socket.cork();
        socket.write(head, "latin1");
        socket.write(body);
        socket.uncork();
      }
    });
  }

  /** Gives a response away before its body is there. */
  readonly #streamed: StreamResponse = ({ statusCode, headers }) => {
    const exchange = this.#exchange as Exchange;
    const socket = this.#socket;
    const sink = new BodySink({
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      stop: () => {
        if (this.#exchange === exchange) this.#fail(undefined);
      },
    });
    exchange.sink = sink;
    exchange.resolve({ statusCode, headers, body: new Uint8Array(0), stream: sink.stream });
    return sink;
  };

  close(): void {
    this.#open = false;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    const exchange = this.#exchange;
    // Bytes that nobody asked for: what they belong to cannot be known.
    if (exchange === undefined) return this.#fail(undefined);
    try {
      const response = exchange.reader.push(chunk);
      if (response !== undefined) this.#complete(exchange, response);
    } catch (error) {
      this.#fail(error);
    }
  }

  #finish(): void {
    const response = this.#exchange?.reader.end();
    if (this.#exchange !== undefined && response !== undefined) this.#complete(this.#exchange, response);
    else this.#fail(closedEarly());
  }

  #complete({ reader, cancellation, resolve, sink, upload }: Exchange, response: HttpResponse): void {
    this.#exchange = undefined;
    cancellation.listener = undefined;
    if (sink === undefined) {
      resolve(response);
    } else {
      sink.end();
      this.#socket.resume();
    }
    upload?.stop(new Error("The response came before the end of the request"));
    const seconds = reader.keepAliveSeconds ?? 15;
    // A second less than the server says: a request must not meet its closing.
    this.idleUntil = performance.now() + (seconds - 1) * 1000;
    if (this.#open && reader.reusable && upload?.complete !== false && this.#socket.writableLength === 0) {
      // An idle connection does not keep the process alive.
      this.#socket.unref();
      this.#released(this);
    } else {
      this.#fail(undefined);
    }
  }

  #fail(reason: unknown): void {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    if (exchange !== undefined) exchange.cancellation.listener = undefined;
    if (this.#open) {
      this.close();
      this.#closed(this);
    }
    if (exchange === undefined) return;
    exchange.upload?.stop(reason);
    exchange.sink?.fail(reason ?? closedEarly());
    exchange.reject(reason);
  }
}

function closedEarly(cause?: NodeJS.ErrnoException): TransportError {
  return new TransportError("closed", "The connection ended before the response did", {
    code: cause?.code ?? "ECONNRESET",
    ...(cause === undefined ? {} : { cause }),
  });
}
