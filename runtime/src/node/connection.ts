import type { Socket } from "node:net";
import type { Cancellation } from "../http/cancellation.js";
import type { HttpResponse } from "../http/message.js";
import { TransportError, type TransportOptions } from "../http/transport.js";
import type { RequestBytes } from "./http1-request.js";
import { ResponseReader } from "./http1-response.js";

interface Exchange {
  readonly reader: ResponseReader;
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
    { method, head, body, ascii }: RequestBytes,
    { cancellation, maximumBodyBytes }: TransportOptions,
  ): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      this.#exchange = { reader: new ResponseReader(method, maximumBodyBytes), cancellation, resolve, reject };
      if (cancellation.cancelled) return this.#fail(cancellation.reason);
      cancellation.listener = (reason) => this.#fail(reason);
      const socket = this.#socket;
      socket.ref();
      if (ascii) {
        socket.write(head + String(body), "latin1");
      } else {
        socket.cork();
        socket.write(head, "latin1");
        socket.write(body);
        socket.uncork();
      }
    });
  }

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

  #complete({ reader, cancellation, resolve }: Exchange, response: HttpResponse): void {
    this.#exchange = undefined;
    cancellation.listener = undefined;
    resolve(response);
    const seconds = reader.keepAliveSeconds ?? 15;
    // A second less than the server says: a request must not meet its closing.
    this.idleUntil = performance.now() + (seconds - 1) * 1000;
    if (this.#open && reader.reusable && this.#socket.writableLength === 0) {
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
    exchange?.reject(reason);
  }
}

function closedEarly(cause?: NodeJS.ErrnoException): TransportError {
  return new TransportError("closed", "The connection ended before the response did", {
    code: cause?.code ?? "ECONNRESET",
    ...(cause === undefined ? {} : { cause }),
  });
}
