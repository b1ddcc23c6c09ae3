import { errorProperties } from "../../codegen/src/knowledge/error-properties.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { nodeMember } from "../../codegen/src/shapes/node.js";
import type { RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";
import type { ClientConfig } from "../../runtime/src/client/index.js";
import { bodyBytes, mediaTypeOf } from "./compare-bodies.js";
import { expectRequest } from "./compare-messages.js";
import { empty, type RecordingServer, type WireRequest } from "./exchange.js";
import type { GeneratedService } from "./generated-service.js";
import type { Definition, ProtocolCase } from "./protocol-case.js";
import { differenceOf, drained, valueOf, withoutUnmentioned } from "./values.js";
import { vendorConfig } from "./vendor-config.js";

export type ClientPath = "fetch" | "node";
type Transport = NonNullable<ClientConfig["transport"]>;

/** A transport that connects to the recording server whatever the origin, and says so in `host` alone. */
function redirected(transport: Transport, origin: string, setHost: (host: string) => void): Transport {
  return {
    send(request, options) {
      setHost(request.headers["host"] ?? request.origin.slice(request.origin.indexOf("//") + 2));
      return transport.send({ ...request, origin }, options);
    },
  };
}

/** Calls an operation; what was sent, and what became of the call. */
export async function callOperation(
  service: GeneratedService,
  operation: OperationInfo,
  input: unknown,
  path: ClientPath,
  server: RecordingServer,
  definition: Partial<Definition> = {},
): Promise<{ readonly request: WireRequest | undefined; readonly output: Promise<unknown> }> {
  const { createClient, fetchTransport, socketTransport } = service.runtime;
  const transport = path === "fetch" ? fetchTransport() : socketTransport();
  let host = "";
  server.last = undefined;
  const client = createClient({
    endpoint: `https://${definition.host ?? "example.com"}`,
    region: "us-east-1",
    credentials: "anonymous",
    maximumAttempts: 1,
    timeout: 10_000,
    idempotencyToken: () => "00000000-0000-4000-8000-000000000000",
    ...vendorConfig(definition.vendorParams),
    transport: redirected(transport, server.origin, (found) => (host = found)),
  });
  const name = service.names.operation(operation.shape.id).name;
  const call = service.operations[name];
  if (call === undefined) throw new Error(`There is no client function ${name}`);
  const output = call(client, input as object);
  await output.catch(() => undefined);
  client.close();
  const request = server.last as WireRequest | undefined;
  return { request: request && { ...request, headers: { ...request.headers, host } }, output };
}

/** The client writes the request that the test wants of its parameters. */
export async function testClientRequest(
  service: GeneratedService,
  operation: OperationInfo,
  { definition, node }: ProtocolCase,
  path: ClientPath,
  server: RecordingServer,
): Promise<void> {
  server.answer = empty;
  const input = valueOf(service.model, operation.input, nodeMember(node, "params") ?? {});
  const { request, output } = await callOperation(service, operation, input, path, server, definition);
  if (request === undefined) throw await output.catch((error: unknown) => error);
  expectRequest(request, definition);
}

/** The client reads from the test's response what its parameters say. */
export async function testClientResponse(
  service: GeneratedService,
  operation: OperationInfo,
  { protocol, shape, definition, node }: ProtocolCase,
  path: ClientPath,
  server: RecordingServer,
): Promise<void> {
  const { headers = {}, body, bodyMediaType, code = 200 } = definition;
  server.answer = { status: code, headers, body: bodyBytes(body, bodyMediaType ?? mediaTypeOf(protocol)) };
  const { output } = await callOperation(
    service,
    operation,
    minimalInput(service, operation),
    path,
    server,
    definition,
  );
  const params = nodeMember(node, "params") ?? {};
  if (shape.kind === "operation") {
    const wanted = await drained(valueOf(service.model, operation.output, params));
    const found = withoutUnmentioned(operation.output, wanted, await drained(await output));
    throwDifference(differenceOf(wanted, found));
    return;
  }
  const error: unknown = await output.then(
    () => new Error("The call did not fail"),
    (caught: unknown) => caught,
  );
  throwDifference(
    differenceOf(shape.id, (error as { constructor: { shape?: string } }).constructor.shape) && String(error),
  );
  const wanted = valueOf(service.model, shape, params) as Readonly<Record<string, unknown>>;
  throwDifference(differenceOf(wanted, membersOfError(service, shape, error as Readonly<Record<string, unknown>>)));
}

function membersOfError(service: GeneratedService, shape: StructureShape, error: Readonly<Record<string, unknown>>) {
  const properties = [...errorProperties(service.model, shape).values()];
  // An error always has a text, also where none was received.
  return Object.fromEntries(properties.map((name) => [name, error[name] === "" ? undefined : error[name]]));
}

function throwDifference(difference: string | undefined): void {
  if (difference !== undefined) throw new Error(difference);
}

/** An input that has what is required and nothing else. */
export function minimalInput(service: GeneratedService, { input }: OperationInfo): unknown {
  return minimalValue(service, input, 0);
}

function minimalValue(service: GeneratedService, shape: StructureShape, depth: number): unknown {
  const entries = [...shape.members.values()].flatMap((member) => {
    if (!member.traits.has("smithy.api#required")) return [];
    const target = service.model.shapes.get(member.target);
    if (target === undefined || depth > 4) return [];
    return [[member.name, scalar(target.kind) ?? composite(service, target, depth)] as const];
  });
  return Object.fromEntries(entries);
}

function scalar(kind: string): unknown {
  switch (kind) {
    case "string":
      return "x";
    case "boolean":
      return true;
    case "blob":
      return new Uint8Array(0);
    case "timestamp":
      return new Date(0);
    case "long":
    case "bigInteger":
      return 1n;
    case "bigDecimal":
      return "1";
    case "byte":
    case "short":
    case "integer":
    case "float":
    case "double":
    case "document":
      return 1;
    default:
      return undefined;
  }
}

function composite(service: GeneratedService, shape: RootShape, depth: number): unknown {
  if (shape.kind === "structure") return minimalValue(service, shape, depth + 1);
  if (shape.kind === "list") return [];
  if (shape.kind === "enum" || shape.kind === "intEnum") {
    const [first] = [...shape.members.values()];
    return first?.traits.get("smithy.api#enumValue")?.value ?? first?.name;
  }
  return {};
}
