import type { Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import type { Transport, TransportOptions } from "../http/transport.js";
import { connectFailure, limitConnecting } from "./connect-limit.js";
import { Connection } from "./connection.js";
import { writeRequest } from "./http1-request.js";
import type { SocketTransportOptions } from "./socket-transport.js";

/** What `socketTransport` is once it is used. */
export function pooledTransport(settings: SocketTransportOptions): Transport {
  const pools = new Map<string, Pool>();
  return {
    async send(request, options) {
      const bytes = writeRequest(request);
      let pool = pools.get(request.origin);
      if (pool === undefined) {
        pool = new Pool(request.origin, settings);
        pools.set(request.origin, pool);
      }
      const connection = pool.takeIdle() ?? (await pool.take(options));
      return connection.send(bytes, options);
    },
    close() {
      for (const pool of pools.values()) pool.closeIdle();
    },
  };
}

interface Waiting {
  readonly resolve: (connection: Connection) => void;
  readonly reject: (reason: unknown) => void;
  readonly options: TransportOptions;
}

/** The connections to one origin. */
class Pool {
  readonly #origin: URL;
  readonly #maximum: number;
  readonly #tls: ConnectionOptions;
  #session: Buffer | undefined;
  /** The one used last is taken first, so that a pool that grew can shrink. */
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<Waiting>();
  #count = 0;

  constructor(origin: string, { maximumConnections = 64, tls = {} }: SocketTransportOptions) {
    this.#origin = new URL(origin);
    this.#maximum = maximumConnections;
    this.#tls = tls;
  }

  /** An idle connection that the server still keeps. */
  takeIdle(): Connection | undefined {
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop()) {
      if (connection.open && connection.idleUntil > performance.now()) return connection;
      this.#drop(connection);
    }
    return undefined;
  }

  /** A new connection, or the next one that becomes free when there are as many as may be. */
  take(options: TransportOptions): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const { cancellation } = options;
      const waiting: Waiting = { resolve, reject, options };
      if (cancellation.cancelled) return reject(cancellation.reason);
      if (this.#count < this.#maximum) {
        this.#connect(waiting);
      } else {
        this.#waiting.add(waiting);
        cancellation.listener = (reason) => {
          this.#waiting.delete(waiting);
          reject(reason);
        };
      }
    });
  }

  closeIdle(): void {
    for (const connection of this.#idle.splice(0)) this.#drop(connection);
  }

  #connect({ resolve, reject, options: { cancellation, connectTimeout } }: Waiting): void {
    this.#count++;
    let socket: Socket | undefined;
    let settled = false;
    const settle = (): void => {
      settled = true;
      stop();
      cancellation.listener = undefined;
    };
    const fail = (reason: unknown): void => {
      if (settled) return;
      settle();
      socket?.destroy();
      this.#count--;
      reject(reason);
      this.#serveNext();
    };
    const { host } = this.#origin;
    const stop = limitConnecting(connectTimeout, host, fail);
    cancellation.listener = fail;
    this.#openSocket().then((opened) => {
      socket = opened;
      // Listened to for as long as it lives: what is said after the end concerns nobody, but must not end the process.
      const failed = (error: Error): void => fail(connectFailure(host, error));
      const closed = (): void => failed(new Error("it was closed at once"));
      socket.on("error", failed).once("close", closed);
      if (settled) return socket.destroy();
      socket.once(this.#origin.protocol === "https:" ? "secureConnect" : "connect", () => {
        if (settled) return;
        settle();
        opened.off("error", failed).off("close", closed);
        resolve(
          new Connection(
            opened,
            (connection) => this.#release(connection),
            (connection) => this.#forget(connection),
          ),
        );
      });
      return undefined;
    }, fail);
  }

  async #openSocket(): Promise<Socket> {
    const { protocol, hostname, port } = this.#origin;
    const host = hostname.replace(/^\[|\]$/g, "");
    // Loaded with the first connection, so that importing a client costs little.
    const { connect: connectPlain, isIP } = await import("node:net");
    if (protocol !== "https:") {
      return connectPlain({ host, port: Number(port || 80), noDelay: true, keepAlive: true });
    }
    const { connect } = await import("node:tls");
    const socket = connect({
      ...this.#tls,
      host,
      port: Number(port || 443),
      ALPNProtocols: ["http/1.1"],
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(this.#session === undefined ? {} : { session: this.#session }),
    });
    socket.setNoDelay(true).setKeepAlive(true);
    socket.on("session", (session) => {
      this.#session = session;
    });
    return socket;
  }

  #release(connection: Connection): void {
    for (const waiting of this.#waiting) {
      this.#waiting.delete(waiting);
      waiting.options.cancellation.listener = undefined;
      waiting.resolve(connection);
      return;
    }
    this.#idle.push(connection);
  }

  #drop(connection: Connection): void {
    connection.close();
    this.#forget(connection);
  }

  #forget(connection: Connection): void {
    this.#count--;
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
    this.#serveNext();
  }

  #serveNext(): void {
    for (const waiting of this.#waiting) {
      if (this.#count >= this.#maximum) return;
      this.#waiting.delete(waiting);
      this.#connect(waiting);
    }
  }
}
