import type { Model } from "../../codegen/src/shapes/model.js";
import { protocolsOf } from "../../codegen/src/knowledge/protocols.js";
import { serviceIndex, type OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { testClientRequest, testClientResponse, type ClientPath } from "./client-side.js";
import { testEventStream } from "./event-streams.js";
import { RecordingServer } from "./exchange.js";
import { generateService, type GeneratedService } from "./generated-service.js";
import type { Outcome, ProtocolCase } from "./protocol-case.js";
import { testMalformedRequest, testServerRequest, testServerResponse } from "./server-side.js";
import { skipReason } from "./skips.js";

const paths: readonly ClientPath[] = ["fetch", "node"];

/** URLs of `fetch` have no dot segments (WHATWG URL, "path state"): they are resolved before anything is sent. */
const dotSegments = /\/\.\.?(?:\/|$)/;

function pathsOf({ definition: { uri = "/" } }: ProtocolCase): readonly ClientPath[] {
  return dotSegments.test(uri) ? ["node"] : paths;
}

/** A service of the model, generated when its first test comes. */
class Services {
  readonly #generated = new Map<string, Promise<GeneratedService>>();
  readonly #root: string;
  readonly #model: Model;

  constructor(root: string, model: Model) {
    this.#root = root;
    this.#model = model;
  }

  /** Every service that speaks the protocol of a case and holds its shape, with an operation to test it on. */
  holders(entry: ProtocolCase): readonly { readonly id: string; readonly operation: OperationInfo }[] {
    return [...this.#model.shapes.values()].flatMap((shape) => {
      if (shape.kind !== "service" || !shape.traits.has(entry.protocol)) return [];
      const { operations } = serviceIndex(this.#model, shape.id);
      const operation = operations.find((one) =>
        entry.shape.kind === "operation"
          ? one.shape.id === entry.shape.id
          : one.errors.some(({ id }) => id === entry.shape.id),
      );
      return operation === undefined ? [] : [{ id: shape.id, operation }];
    });
  }

  async of(id: string): Promise<GeneratedService> {
    let made = this.#generated.get(id);
    if (made === undefined) this.#generated.set(id, (made = generateService(this.#root, this.#model, id)));
    return made;
  }

  speaks(id: string, protocol: string): boolean {
    const service = this.#model.shapes.get(id);
    return service?.kind === "service" && protocolsOf(service).some(({ trait }) => trait === protocol);
  }
}

/** Runs cases of one model, each in every service that holds its shape, over `fetch` and over Node's HTTP. */
export async function runCases(
  root: string,
  model: Model,
  cases: readonly ProtocolCase[],
): Promise<readonly (readonly [ProtocolCase, Outcome])[]> {
  const services = new Services(root, model);
  const server = new RecordingServer();
  await server.listen();
  const results: (readonly [ProtocolCase, Outcome])[] = [];
  for (const entry of cases) results.push([entry, await outcomeOf(services, entry, server)]);
  server.close();
  return results;
}

async function outcomeOf(services: Services, entry: ProtocolCase, server: RecordingServer): Promise<Outcome> {
  const holders = services.holders(entry);
  if (holders.length === 0) return { kind: "skipped", reason: "no service with the protocol holds the shape" };
  for (const { id, operation } of holders) {
    if (!services.speaks(id, entry.protocol))
      return { kind: "failed", problem: `No code is generated for ${entry.protocol}` };
    try {
      const service = await services.of(id);
      const reason = skipReason(service.model, operation, entry);
      if (reason !== undefined) return { kind: "skipped", reason };
      for (const path of pathsOf(entry)) await within(`${id} ${path}`, runOne(service, operation, entry, path, server));
    } catch (error) {
      return { kind: "failed", problem: error instanceof Error ? error.message : String(error) };
    }
  }
  return { kind: "passed" };
}

function runOne(
  service: GeneratedService,
  operation: OperationInfo,
  entry: ProtocolCase,
  path: ClientPath,
  server: RecordingServer,
): Promise<void> {
  switch (`${entry.side} ${entry.kind}` as const) {
    case "client requests":
      return testClientRequest(service, operation, entry, path, server);
    case "client responses":
      return testClientResponse(service, operation, entry, path, server);
    case "server requests":
      return testServerRequest(service, operation, entry, path, server);
    case "server responses":
      return testServerResponse(service, operation, entry, path, server);
    case "server malformed":
      return testMalformedRequest(service, entry, path);
    default:
      return testEventStream(service, operation, entry, path, server);
  }
}

/** Says where a test failed, and ends one that hangs. */
async function within(where: string, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No end in twenty seconds")), 20_000);
  });
  try {
    await Promise.race([work, late]);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? `${error.message}${causeOf(error)}` : String(error)}`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` (${cause.message})` : "";
}
