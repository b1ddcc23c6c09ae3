import type { Model } from "../../codegen/src/shapes/model.js";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { testClientRequest, testClientResponse, type ClientPath } from "./client-side.js";
import { testEventStream } from "./event-streams.js";
import { RecordingServer } from "./exchange.js";
import { generateService, type GeneratedService } from "./generated-service.js";
import type { Outcome, ProtocolCase } from "./protocol-case.js";
import { testMalformedRequest, testServerRequest, testServerResponse } from "./server-side.js";
import { skipReason } from "./skips.js";
import { Holders, type Holder } from "./test-services.js";

const paths: readonly ClientPath[] = ["fetch", "node"];

/** URLs of `fetch` have no dot segments (WHATWG URL, "path state"): they are resolved before anything is sent. */
const dotSegments = /\/\.\.?(?:\/|$)/;

function pathsOf({ definition: { uri = "/" } }: ProtocolCase): readonly ClientPath[] {
  return dotSegments.test(uri) ? ["node"] : paths;
}

/** Services that were generated, when the first test of each came. */
class Services {
  readonly #generated = new Map<Model, Map<string, Promise<GeneratedService>>>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async of({ model, service }: Holder): Promise<GeneratedService> {
    let known = this.#generated.get(model);
    if (known === undefined) this.#generated.set(model, (known = new Map()));
    let made = known.get(service);
    if (made === undefined) known.set(service, (made = generateService(this.#root, model, service)));
    return made;
  }
}

/** Runs cases of one model, each in every service that holds its shape, over `fetch` and over Node's HTTP. */
export async function runCases(
  root: string,
  model: Model,
  cases: readonly ProtocolCase[],
): Promise<readonly (readonly [ProtocolCase, Outcome])[]> {
  const services = new Services(root);
  const holders = new Holders(model);
  const server = new RecordingServer();
  await server.listen();
  const results: (readonly [ProtocolCase, Outcome])[] = [];
  for (const entry of cases) results.push([entry, await outcomeOf(services, holders.of(entry), entry, server)]);
  server.close();
  return results;
}

async function outcomeOf(
  services: Services,
  holders: readonly Holder[],
  entry: ProtocolCase,
  server: RecordingServer,
): Promise<Outcome> {
  if (!protocols.some(({ trait }) => trait === entry.protocol))
    return { kind: "failed", problem: `No code is generated for ${entry.protocol}` };
  for (const holder of holders) {
    const { service: id, operation } = holder;
    try {
      const service = await services.of(holder);
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
