import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server as HttpServer } from "node:http";
import { isStreaming } from "../../codegen/src/knowledge/traits.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import type { WireRequest } from "../protocol-tests/exchange.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { drained } from "../protocol-tests/values.js";

/** What the handler of an operation gives: an output, or an error to throw. */
export type Answer = { readonly output: Readonly<Record<string, unknown>> } | { readonly error: Error };

/** What came of one request: the operation and input that a handler got, and the request itself. */
export interface Received {
  readonly operation?: string;
  readonly input?: unknown;
  readonly request?: WireRequest;
  /** What went wrong in the server itself. */
  readonly problem?: unknown;
}

/** A generated server on a socket whose handlers keep what they get and answer as they are told. */
export class PeerServer {
  answer: Answer = { output: {} };
  #received: Received = {};
  readonly #http: HttpServer;

  constructor(service: GeneratedService) {
    const handlers = Object.fromEntries(
      service.index.operations.map((operation) => [
        service.names.method(operation.shape.id),
        (input: unknown) => this.#handle(service, operation, input),
      ]),
    );
    const onError = (problem: unknown): void => {
      this.#received = { ...this.#received, problem };
    };
    this.#http = service.runtime.createNodeServer(service.createServer(handlers, { onError }));
    this.#http.prependListener("request", (incoming) => this.#record(incoming));
    this.#http.prependListener("checkContinue", (incoming) => this.#record(incoming));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** What came since the last time it was asked. */
  take(): Received {
    const received = this.#received;
    this.#received = {};
    return received;
  }

  close(): void {
    this.#http.close();
    this.#http.closeAllConnections();
  }

  async #handle(service: GeneratedService, operation: OperationInfo, input: unknown): Promise<unknown> {
    const received = await drained(input);
    this.#received = { ...this.#received, operation: operation.shape.id, input: received };
    if ("error" in this.answer) throw this.answer.error;
    const entries = Object.entries(this.answer.output).map(([name, value]) => {
      const member = operation.output.members.get(name);
      if (member === undefined || !isStreaming(service.model, member)) return [name, value] as const;
      return [name, value instanceof Uint8Array ? streamOf(value) : eventsOf(value as readonly unknown[])] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Keeps a request, its body as it passes on its way to the server's own reader. */
  #record(incoming: IncomingMessage): void {
    const chunks: Buffer[] = [];
    const { method = "", url: target = "" } = incoming;
    const push = incoming.push.bind(incoming);
    incoming.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
      if (chunk !== null) chunks.push(chunk);
      return push(chunk, encoding);
    };
    const headers = Object.fromEntries(
      Object.entries(incoming.headersDistinct).map(([name, values]) => [name, (values ?? []).join(", ")]),
    );
    const request: WireRequest = {
      method,
      target,
      headers,
      get body() {
        return Buffer.concat(chunks);
      },
    };
    this.#received = { ...this.#received, request };
  }
}

async function* eventsOf(events: readonly unknown[]): AsyncGenerator<unknown, void, undefined> {
  yield* events;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
