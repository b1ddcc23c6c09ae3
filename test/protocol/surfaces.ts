import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { createNodeServer, type NodeServerOptions } from "../../runtime/src/node/index.js";
import type { Server } from "../../runtime/src/server/index.js";

export interface Exchange {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A way to reach a server: the same suite runs on each. */
export interface Surface {
  send(exchange: Exchange): Promise<Answer>;
  close(): Promise<void>;
}

export const surfaces: Readonly<Record<string, (server: Server) => Promise<Surface>>> = {
  fetch: async (server) => ({
    async send({ method = "POST", path = "/", headers = {}, body = "" }) {
      const request = new Request(`http://localhost${path}`, {
        method,
        headers,
        ...(method === "GET" || method === "HEAD" ? {} : { body: body as BodyInit }),
      });
      const response = await server.fetch(request);
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    },
    close: async () => {},
  }),
  "node:http": async (server) => NodeSurface.open(server),
};

/** One keep-alive connection over a real socket: what follows an error uses the connection of the error. */
export class NodeSurface implements Surface {
  readonly http: HttpServer;
  readonly socket: Socket;
  #received: Buffer = Buffer.alloc(0);

  private constructor(http: HttpServer, socket: Socket) {
    this.http = http;
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
    });
  }

  static async open(server: Server, options: NodeServerOptions = {}): Promise<NodeSurface> {
    const http = createNodeServer(server, options);
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    const socket = connect({ port: (http.address() as AddressInfo).port, host: "127.0.0.1" });
    await once(socket, "connect");
    return new NodeSurface(http, socket);
  }

  send({ method = "POST", path = "/", headers = {}, body = "" }: Exchange): Promise<Answer> {
    const bytes = Buffer.from(body);
    const lines = [`${method} ${path} HTTP/1.1`, "Host: localhost"];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (method !== "GET" && method !== "HEAD") lines.push(`Content-Length: ${bytes.length}`);
    return this.sendBytes(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), bytes]), method === "HEAD");
  }

  async sendBytes(bytes: Uint8Array, withoutBody = false): Promise<Answer> {
    this.socket.write(bytes);
    return this.receive(withoutBody);
  }

  async receive(withoutBody = false): Promise<Answer> {
    for (;;) {
      const answer = this.#take(withoutBody);
      if (answer !== undefined) return answer;
      if (this.socket.readableEnded || this.socket.destroyed)
        throw new Error(`The connection ended: ${this.#received}`);
      const waiting = new AbortController();
      const { signal } = waiting;
      await Promise.race([once(this.socket, "data", { signal }), once(this.socket, "close", { signal })]);
      waiting.abort();
    }
  }

  async close(): Promise<void> {
    this.socket.destroy();
    this.http.closeAllConnections();
    this.http.close();
  }

  #take(withoutBody: boolean): Answer | undefined {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const [first = "", ...lines] = this.#received.toString("latin1", 0, end).split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
    );
    const length = withoutBody ? 0 : Number(headers["content-length"] ?? 0);
    const start = end + 4;
    if (this.#received.length < start + length) return undefined;
    const body = this.#received.toString("utf8", start, start + length);
    this.#received = this.#received.subarray(start + length);
    return { status: Number(first.split(" ")[1]), headers, body };
  }
}
