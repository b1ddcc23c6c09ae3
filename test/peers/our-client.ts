import { isStreaming } from "../../codegen/src/knowledge/traits.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { drained } from "../protocol-tests/values.js";
import { tokenMember } from "./expectations.js";
import type { Members } from "./subject.js";
import { canonical } from "./tagged-values.js";

/** The generated client of a service, configured as the other one is. */
export class OurClient {
  readonly #service: GeneratedService;
  readonly #client: unknown;
  #token = "";

  constructor(service: GeneratedService, server: { readonly origin: string }) {
    this.#service = service;
    const { createClient, socketTransport } = service.runtime;
    this.#client = createClient({
      endpoint: server.origin,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
      maximumAttempts: 1,
      timeout: 20_000,
      idempotencyToken: () => this.#token,
      s3: { addressing: "path" },
      transport: socketTransport(),
    });
  }

  /** @param theirs - the input that arrived from the other client, whose token ours repeats */
  async call(
    operation: OperationInfo,
    input: Members,
    theirs: unknown,
  ): Promise<{ readonly found?: unknown; readonly failure?: string }> {
    const token = tokenMember(operation);
    this.#token = String(token === undefined ? "" : (theirs as Members)[token]);
    const call = this.#service.operations[this.#service.names.operation(operation.shape.id).name];
    try {
      const output = await call?.(this.#client as never, this.#sent(operation, input));
      return { found: canonical(await withEvents(await drained(output))) };
    } catch (error) {
      return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  /** A streaming blob's bytes are a stream. */
  #sent({ input: shape }: OperationInfo, input: Members): never {
    const entries = Object.entries(input).map(([name, value]) => {
      const member = shape.members.get(name);
      const streams = member !== undefined && isStreaming(this.#service.model, member) && value instanceof Uint8Array;
      return [name, streams ? new Blob([Uint8Array.from(value)]).stream() : value];
    });
    return Object.fromEntries(entries) as never;
  }
}

/** An output with the list of its events in place of the stream. */
export async function withEvents(output: unknown): Promise<unknown> {
  const entries = Object.entries(output ?? {}).map(async ([name, value]) => {
    const events = value as Partial<AsyncIterable<unknown>> | undefined;
    if (events?.[Symbol.asyncIterator] === undefined) return [name, value] as const;
    const found: unknown[] = [];
    for await (const event of value as AsyncIterable<unknown>) found.push(event);
    return [name, found] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
