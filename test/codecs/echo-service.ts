import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitHttpBindings } from "../../codegen/src/emitters/codecs/http/emit-http-bindings.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitOperations } from "../../codegen/src/emitters/operations/emit-operations.js";
import { emitServer } from "../../codegen/src/emitters/server/emit-server.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import { serviceIndex } from "../../codegen/src/knowledge/service-index.js";
import { createClient, type AnyOperation, type Client } from "../../runtime/src/client/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import type { Server } from "../../runtime/src/server/index.js";
import { generate, PackageFolder, type Generated } from "../support/generated-package.js";

const emitters = [emitTypes, emitErrors, emitValidators, emitCodecs, emitHttpBindings, emitOperations, emitServer];

/** A service whose handlers give back what they get, and a client of it. */
export class EchoService {
  readonly generated: Generated;
  readonly #folder = new PackageFolder();
  readonly #received: unknown[] = [];
  #operations: Readonly<Record<string, AnyOperation>> = {};
  #client: Client | undefined;

  constructor(text: string) {
    this.generated = generate(text, emitters);
  }

  async open(): Promise<void> {
    this.#folder.writeAll(this.generated.files);
    this.#folder.write(
      "src/all.ts",
      'export * as operations from "./operations.js";\nexport * as server from "./server.js";\n',
    );
    const { operations, server } = await this.#folder.load("src/all.js");
    this.#operations = operations as Readonly<Record<string, AnyOperation>>;
    const { names, model, service } = this.generated;
    const create = (server as Readonly<Record<string, (handlers: object) => Server>>)[names.createServer.name];
    const echo = (input: unknown): unknown => {
      this.#received.push(input);
      return input;
    };
    const handlers = Object.fromEntries(
      serviceIndex(model, service).operations.map(({ shape }) => [names.method(shape.id), echo]),
    );
    const served = create?.(handlers);
    const send = (url: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
      served?.fetch(new Request(url, init)) ?? Promise.reject(new Error("There is no server"));
    this.#client = createClient({
      endpoint: "https://example.com",
      region: "us-east-1",
      transport: fetchTransport({ fetch: send as typeof fetch }),
      maximumAttempts: 1,
    });
  }

  /** What the handler received, and what the client got back. */
  async call(operation: string, value: unknown): Promise<{ readonly received: unknown; readonly output: unknown }> {
    this.#received.length = 0;
    const call = this.#operations[operation] as unknown as (client: unknown, input: unknown) => Promise<unknown>;
    const output = await call(this.#client, value);
    return { received: this.#received[0], output };
  }

  close(): void {
    this.#folder.remove();
  }
}
