import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { loadModel } from "../../../codegen/src/loader/load-model.js";
import { createSource } from "../../../codegen/src/source/source.js";
import type { OperationInfo } from "../../../codegen/src/knowledge/service-index.js";
import type { Client } from "../../../runtime/src/client/index.js";
import type { Server } from "../../../runtime/src/server/index.js";
import { generateService, type GeneratedService } from "../../protocol-tests/generated-service.js";
import { idempotencyToken } from "./arrival.js";
import { boundModel, type ModelPlan } from "./bound-model.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a handler answers: an output, or an error with members. */
export type Outcome =
  { readonly kind: "output"; readonly value: object } | { readonly kind: "error"; readonly value: object };

/** What became of a call. `received` is what the handler got; undefined where it was not called. */
export interface Exchange {
  readonly received: unknown;
  readonly output?: unknown;
  readonly error?: unknown;
}

/** Generates the code of a service whose client speaks the first of the protocols. */
export function generate(plan: ModelPlan): Promise<GeneratedService> {
  const { model } = loadModel([createSource("model", boundModel(plan))]);
  if (model === undefined) throw new Error("The model does not load");
  return generateService(root, model, "x#Service");
}

/** One server of all protocols of a service with one handler object, on `fetch` and on a socket. */
export class Echo {
  readonly service: GeneratedService;
  /** Answers in place of the outcome of a call. */
  respond: ((input: unknown) => unknown) | undefined;
  /** What the server told its operator. */
  readonly reported: unknown[] = [];
  readonly #server: Server;
  #http: HttpServer | undefined;
  #received: unknown;
  #outcome: Outcome = { kind: "output", value: {} };

  constructor(service: GeneratedService) {
    this.service = service;
    const handlers = service.index.operations.map((operation) => [
      service.names.method(operation.shape.id),
      (input: unknown): unknown => this.#answer(operation, input),
    ]);
    this.#server = service.createServer(Object.fromEntries(handlers) as object, {
      onError: (error) => void this.reported.push(error),
    });
  }

  async listen(): Promise<void> {
    this.#http = this.service.runtime.createNodeServer(this.#server) as HttpServer;
    this.#http.listen(0, "127.0.0.1");
    await once(this.#http, "listening");
  }

  close(): void {
    this.#http?.close();
    this.#http?.closeAllConnections();
  }

  /** A client of generated code, which may be another than the server's. */
  client({ runtime }: GeneratedService, path: "fetch" | "node"): Client {
    const { port } = (this.#http?.address() ?? { port: 0 }) as Pick<AddressInfo, "port">;
    const send = (url: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
      this.#server.fetch(new Request(url, init));
    return runtime.createClient({
      endpoint: path === "fetch" ? "http://localhost" : `http://127.0.0.1:${port}`,
      region: "us-east-1",
      credentials: "anonymous",
      maximumAttempts: 1,
      requestMinCompressionSizeBytes: 0,
      idempotencyToken: () => idempotencyToken,
      timeout: 5000,
      transport: path === "fetch" ? runtime.fetchTransport({ fetch: send as typeof fetch }) : runtime.socketTransport(),
    });
  }

  async call(
    { operations, names }: GeneratedService,
    client: Client,
    operation: OperationInfo,
    input: object,
    outcome: Outcome,
  ): Promise<Exchange> {
    this.#received = undefined;
    this.#outcome = outcome;
    const call = operations[names.operation(operation.shape.id).name];
    if (call === undefined) throw new Error("There is no such client function");
    try {
      const output = await call(client as never, input);
      return { received: this.#received, output };
    } catch (error) {
      return { received: this.#received, error };
    }
  }

  #answer(operation: OperationInfo, input: unknown): unknown {
    this.#received = input;
    if (this.respond !== undefined) return this.respond(input);
    if (this.#outcome.kind === "output") return this.#outcome.value;
    const [error] = operation.errors;
    const { errors, names } = this.service;
    const ErrorClass = errors[names.errorClass(error?.id ?? "").name];
    if (ErrorClass === undefined) throw new Error("There is no such error class");
    throw new ErrorClass(this.#outcome.value);
  }
}
