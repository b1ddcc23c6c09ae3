import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import { connect, createServer, type AddressInfo, type Server as TcpServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { loadModel } from "../../../codegen/src/loader/load-model.js";
import { createSource } from "../../../codegen/src/source/source.js";
import type { Client, ClientConfig } from "../../../runtime/src/client/index.js";
import type { Server, ServerOptions } from "../../../runtime/src/server/index.js";
import { generateService, type GeneratedService } from "../../protocol-tests/generated-service.js";
import { streamsModel, type ProtocolId } from "./model.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Generates the code of the service; its client speaks the first of the protocols. */
export function generateStreams(...listed: readonly ProtocolId[]): Promise<GeneratedService> {
  const { model } = loadModel([createSource("model", streamsModel(listed))]);
  if (model === undefined) throw new Error("The model does not load");
  return generateService(root, model, "x#Streams");
}

/** How a client reaches the server. */
export type Path = "fetch" | "node" | "node:http";

/** What a handler may do with an input and its context. */
export type Handler = (input: Record<string, never>, context: { readonly signal: AbortSignal }) => unknown;

/** A server of the service on `fetch` and on a socket, behind a wire that can be watched and cut. */
export class Stage {
  readonly service: GeneratedService;
  readonly wire = new Wire();
  readonly #server: Server;
  #http: HttpServer | undefined;
  readonly #clients: Client[] = [];
  /** What answers operations, by the names of their methods. */
  handlers: Readonly<Record<string, Handler>> = {};
  readonly reported: unknown[] = [];

  constructor(service: GeneratedService, options: ServerOptions<unknown> = {}) {
    this.service = service;
    const methods = service.index.operations.map(({ shape }) => service.names.method(shape.id));
    const handlers = methods.map((method) => [
      method,
      (input: never, context: never): unknown => this.handlers[method]?.(input, context),
    ]);
    this.#server = service.createServer(Object.fromEntries(handlers) as object, {
      onError: (error) => void this.reported.push(error),
      ...options,
    });
  }

  async open(options: object = {}): Promise<void> {
    this.#http = this.service.runtime.createNodeServer(this.#server, options) as HttpServer;
    this.#http.listen(0, "127.0.0.1");
    await once(this.#http, "listening");
    await this.wire.open((this.#http.address() as AddressInfo).port);
  }

  close(): void {
    for (const client of this.#clients) client.close();
    this.wire.close();
    this.#http?.close();
    this.#http?.closeAllConnections();
  }

  /** A client of generated code, which may be another than the server's. */
  client({ runtime }: GeneratedService, path: Path, config: Partial<ClientConfig> = {}): Client {
    const send = (url: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
      this.#server.fetch(new Request(url, init));
    const transports = {
      fetch: () => runtime.fetchTransport({ fetch: send as typeof fetch }),
      node: () => runtime.socketTransport(),
      "node:http": () => runtime.httpTransport(),
    };
    const client = runtime.createClient({
      endpoint: path === "fetch" ? "http://localhost" : `http://127.0.0.1:${this.wire.port}`,
      region: "us-east-1",
      credentials: "anonymous",
      maximumAttempts: 1,
      timeout: 10_000,
      transport: transports[path](),
      ...config,
    });
    this.#clients.push(client);
    return client;
  }

  /** Calls an operation by the name of its function. */
  async call(
    { operations }: GeneratedService,
    client: Client,
    name: string,
    input: object,
    options: object = {},
  ): Promise<Record<string, never>> {
    const call = operations[name];
    if (call === undefined) throw new Error("There is no such client function");
    return (await call(client as never, input, options)) as Record<string, never>;
  }
}

/** Bytes on their way from the server to the client. Undefined cuts the connection. */
export type Tamper = (bytes: Buffer, soFar: number) => Buffer | undefined;

/** A proxy of connections between client and server. */
export class Wire {
  #server: TcpServer | undefined;
  readonly #sockets = new Set<Socket>();
  /** What becomes of bytes in each direction. */
  toClient: Tamper = (bytes) => bytes;
  toServer: Tamper = (bytes) => bytes;

  get port(): number {
    return (this.#server?.address() as AddressInfo | undefined)?.port ?? 0;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#sockets.size;
  }

  async open(target: number): Promise<void> {
    this.#server = createServer((client) => {
      const server = connect(target, "127.0.0.1");
      this.#join(client, server, (bytes, soFar) => this.toServer(bytes, soFar));
      this.#join(server, client, (bytes, soFar) => this.toClient(bytes, soFar));
      this.#sockets.add(client);
      client.on("close", () => this.#sockets.delete(client));
    });
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  /** Breaks all connections off. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.#server?.close();
  }

  #join(from: Socket, to: Socket, tamper: Tamper): void {
    let soFar = 0;
    from.setNoDelay(true);
    from.on("data", (bytes: Buffer) => {
      const passed = tamper(bytes, soFar);
      soFar += bytes.length;
      if (passed === undefined) {
        from.destroy();
        to.destroy();
      } else if (!to.write(passed)) {
        from.pause();
      }
    });
    to.on("drain", () => from.resume());
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  }
}
