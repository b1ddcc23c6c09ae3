import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import type { Server, ServerOptions } from "../../runtime/src/server/index.js";
import { send, webRequest, wireResponse, type WireRequest, type WireResponse } from "../protocol-tests/exchange.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(new URL("store.smithy", import.meta.url), "utf8");

/** A service of `store.smithy`. */
export async function loadService(name: "Store" | "Samples"): Promise<GeneratedService> {
  const { model, diagnostics } = loadModel([createSource("store.smithy", text)]);
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return generateService(root, model, `example.store#${name}`);
}

export type Path = "fetch" | "sockets";
export const paths: readonly Path[] = ["fetch", "sockets"];

/** A server of the handlers that is asked with `fetch` or over a socket. */
export class TestServer {
  readonly server: Server;
  readonly #service: GeneratedService;

  constructor(service: GeneratedService, handlers: object, options: ServerOptions<unknown> = {}) {
    this.#service = service;
    this.server = service.createServer(handlers, { requestId: () => "id", ...options });
  }

  /** Runs the work against the address of the server. */
  async listening<T>(work: (port: number) => Promise<T>): Promise<T> {
    const http = this.#service.runtime.createNodeServer(this.server);
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    try {
      return await work((http.address() as AddressInfo).port);
    } finally {
      http.close();
      http.closeAllConnections();
    }
  }

  async ask(path: Path, request: Partial<WireRequest>): Promise<Answer> {
    const whole = { method: "POST", target: "/", headers: {}, body: new Uint8Array(0), ...request };
    const { status, headers, body } =
      path === "fetch"
        ? await wireResponse(await this.server.fetch(withHost(webRequest(whole))))
        : await this.listening((port) => send(port, whole));
    return { status, headers, text: Buffer.from(body).toString("utf8") };
  }
}

/** As runtimes with `fetch` hand requests over: with the header that `Request` leaves to the network. */
function withHost(request: Request): Request {
  request.headers.set("host", new URL(request.url).host);
  return request;
}

export interface Answer extends Omit<WireResponse, "body"> {
  readonly text: string;
}

/** The code and the text of an error in XML. */
export function errorIn({ status, text: xml }: Answer): readonly [number, string | undefined, string | undefined] {
  return [status, /<Code>(.*?)<\/Code>/.exec(xml)?.[1], /<Message>(.*?)<\/Message>/.exec(xml)?.[1]];
}
