import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createSecureServer, type TlsOptions } from "node:tls";

/** What a server does when a request arrived whole: bytes to write, or anything with the socket. */
export type Answer = string | Buffer | ((socket: Socket) => void);

/** A server that answers each request with the next answer, whatever it asks. The last one serves for ever. */
export class RawServer {
  readonly requests: string[] = [];
  connections = 0;
  readonly #server: Server;
  readonly #scheme: string;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server, scheme: string) {
    this.#server = server;
    this.#scheme = scheme;
  }

  static async start(...answers: readonly Answer[]): Promise<RawServer> {
    const server = createServer();
    const self = new RawServer(server, "http");
    server.on("connection", (socket) => self.#accept(socket, answers));
    return self.#listen();
  }

  /** The same over TLS. */
  static async startSecure(options: TlsOptions, ...answers: readonly Answer[]): Promise<RawServer> {
    const server = createSecureServer(options);
    const self = new RawServer(server, "https");
    server.on("secureConnection", (socket) => self.#accept(socket, answers));
    // A client that does not trust the certificate is what some tests are about.
    server.on("tlsClientError", () => {});
    return self.#listen();
  }

  async #listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `${this.#scheme}://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(socket: Socket, answers: readonly Answer[]): void {
    this.connections++;
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const head = received.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (head < 0 || received.length < head + 4 + length) return;
      const answer = answers[Math.min(this.requests.length, answers.length - 1)] ?? "";
      this.requests.push(received);
      received = "";
      if (typeof answer === "function") answer(socket);
      else socket.write(answer);
    });
  }
}

/** A response of HTTP/1.1 with its length. */
export function http(statusCode: number, body: string, ...headers: readonly string[]): string {
  const lines = [`HTTP/1.1 ${statusCode} X`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
