import { httpTraitOf } from "../../codegen/src/knowledge/http-trait.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { isNodeArray, nodeMember, type Node } from "../../codegen/src/shapes/node.js";
import type { StructureShape, UnionShape } from "../../codegen/src/shapes/shape.js";
import { decodeMessage, readMessages, type EventMessage } from "../../runtime/src/event-stream/index.js";
import { callOperation, minimalInput, type ClientPath } from "./client-side.js";
import { bodyBytes } from "./compare-bodies.js";
import { expectHeaders, expectRequest } from "./compare-messages.js";
import { empty, type RecordingServer } from "./exchange.js";
import type { GeneratedService } from "./generated-service.js";
import type { Definition, ProtocolCase } from "./protocol-case.js";
import { serve } from "./server-side.js";
import { differenceOf, valueOf } from "./values.js";

const eventStream = "application/vnd.amazon.eventstream";

/** One event of a test (`smithy.test#eventStreamTests`), with its parameters still a node. */
interface TestEvent {
  readonly bytes: Uint8Array;
  readonly params: Node | undefined;
}

/** What a test says besides its events. */
interface EventDefinition {
  readonly initialRequest?: Definition;
  readonly initialResponse?: Definition;
  readonly expectation?: { readonly failure?: { readonly errorId?: string } };
}

interface Stream {
  readonly member: string;
  readonly union: UnionShape;
}

/** Everything that a test is run with. */
interface Run {
  readonly service: GeneratedService;
  readonly operation: OperationInfo;
  readonly node: Node;
  readonly definition: EventDefinition;
  readonly path: ClientPath;
  readonly recording: RecordingServer;
}

/** The events of a test go over the wire as it says, in its direction. */
export async function testEventStream(
  service: GeneratedService,
  operation: OperationInfo,
  { side, node, definition }: ProtocolCase,
  path: ClientPath,
  recording: RecordingServer,
): Promise<void> {
  const run: Run = { service, operation, node, definition: definition as EventDefinition, path, recording };
  const isRequest = eventsOf(node, "request").length > 0 || nodeMember(node, "initialRequest") !== undefined;
  if (side === "client") await (isRequest ? clientWrites(run) : expecting(run, clientReads(run)));
  else await (isRequest ? expecting(run, serverReads(run)) : serverWrites(run));
}

function eventsOf(node: Node, type: "request" | "response"): readonly TestEvent[] {
  const events = nodeMember(node, "events");
  if (!isNodeArray(events)) return [];
  return events
    .filter((event) => nodeMember(event, "type") === type)
    .map((event) => ({
      bytes: Buffer.from(String(nodeMember(event, "bytes")), "base64"),
      params: nodeMember(event, "params"),
    }));
}

function streamOf({ model }: GeneratedService, structure: StructureShape): Stream | undefined {
  for (const { name, target } of structure.members.values()) {
    const union = model.shapes.get(target);
    if (union?.kind === "union" && union.traits.has("smithy.api#streaming")) return { member: name, union };
  }
  return undefined;
}

/** A structure with its events. */
function streaming(run: Run, structure: StructureShape, initial: "initialRequestParams" | "initialResponseParams") {
  const { model } = run.service;
  const stream = streamOf(run.service, structure);
  const type = initial === "initialRequestParams" ? "request" : "response";
  const members = valueOf(model, structure, nodeMember(run.node, initial) ?? {}) as object;
  if (stream === undefined) return members;
  const events = eventsOf(run.node, type).map(({ params }) => valueOf(model, stream.union, params ?? {}));
  return { ...members, [stream.member]: each(events) };
}

async function* each<T>(events: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* events;
}

async function clientWrites(run: Run): Promise<void> {
  const { service, operation, path, recording, definition } = run;
  recording.answer = { ...empty, headers: { "content-type": eventStream } };
  const minimal = minimalInput(service, operation) as object;
  const input = { ...minimal, ...streaming(run, operation.input, "initialRequestParams") };
  const { request, output } = await callOperation(service, operation, input, path, recording);
  if (request === undefined) throw await output.catch((error: unknown) => error);
  if (definition.initialRequest !== undefined)
    expectRequest({ ...request, body: new Uint8Array(0) }, definition.initialRequest);
  await expectMessages(request.body, eventsOf(run.node, "request"));
}

async function clientReads(run: Run): Promise<void> {
  const { service, operation, path, recording, definition, node } = run;
  const { code = 200, headers = {}, body, bodyMediaType } = definition.initialResponse ?? {};
  const events = eventsOf(node, "response");
  recording.answer = {
    status: code,
    headers: { "content-type": eventStream, ...headers },
    body: body === undefined ? Buffer.concat(events.map(({ bytes }) => bytes)) : bodyBytes(body, bodyMediaType),
  };
  const { output } = await callOperation(service, operation, minimalInput(service, operation), path, recording);
  await expectStream(run, operation.output, (await output) as object, "initialResponseParams");
}

async function serverReads(run: Run): Promise<void> {
  const { service, operation, path, definition, node } = run;
  const http = httpTraitOf(operation.shape);
  let reading: Promise<void> | undefined;
  const handler = async (input: unknown): Promise<unknown> => {
    reading = expectStream(run, operation.input, input as object, "initialRequestParams");
    await reading;
    return {};
  };
  const { headers = {} } = definition.initialRequest ?? {};
  const request = {
    method: http?.method ?? "POST",
    target: `/${http?.uri.segments.map(({ content }) => content).join("/") ?? ""}`,
    headers: { "content-type": eventStream, ...headers },
    body: Buffer.concat(eventsOf(node, "request").map(({ bytes }) => bytes)),
  };
  const response = await serve(service, handler, request, path);
  if (reading === undefined) throw new Error(`The handler was not called: ${response.status}`);
  await reading;
}

async function serverWrites(run: Run): Promise<void> {
  const { service, operation, path, recording, definition, node } = run;
  recording.answer = { ...empty, headers: { "content-type": eventStream } };
  const { request } = await callOperation(service, operation, minimalInput(service, operation), path, recording);
  if (request === undefined) throw new Error("The client sent nothing");
  const response = await serve(service, () => streaming(run, operation.output, "initialResponseParams"), request, path);
  const { initialResponse } = definition;
  if (response.status !== (initialResponse?.code ?? 200)) throw new Error(`status: found ${response.status}`);
  if (initialResponse !== undefined) expectHeaders(response.headers, initialResponse);
  await expectMessages(response.body, eventsOf(node, "response"));
}

/** The members and the events are those of the test. */
async function expectStream(
  run: Run,
  structure: StructureShape,
  found: object,
  initial: "initialRequestParams" | "initialResponseParams",
): Promise<void> {
  const { model } = run.service;
  const stream = streamOf(run.service, structure);
  const { [stream?.member ?? ""]: events, ...members } = found as Readonly<Record<string, unknown>>;
  const params = nodeMember(run.node, initial);
  if (params !== undefined) throwDifference(differenceOf(valueOf(model, structure, params), members));
  const seen: unknown[] = [];
  for await (const event of (events ?? []) as AsyncIterable<unknown>) seen.push(event);
  const type = initial === "initialRequestParams" ? "request" : "response";
  const wanted = eventsOf(run.node, type).map(
    ({ params: event }) => stream && valueOf(model, stream.union, event ?? {}),
  );
  throwDifference(differenceOf(wanted, seen));
}

async function expectMessages(body: Uint8Array, wanted: readonly TestEvent[]): Promise<void> {
  const found: EventMessage[] = [];
  for await (const message of readMessages(each([body]), true)) found.push(message);
  const plain = ({ headers, payload }: EventMessage): unknown => ({
    headers: Object.fromEntries(headers),
    payload: Buffer.from(payload).toString(),
  });
  throwDifference(
    differenceOf(
      wanted.map(({ bytes }) => plain(decodeMessage(bytes))),
      found.map(plain),
    ),
  );
}

/** Success or failure, as the test expects. */
async function expecting({ definition: { expectation } }: Run, work: Promise<void>): Promise<void> {
  const { failure } = expectation ?? {};
  if (failure === undefined) return work;
  const error: unknown = await work.then(
    () => new Error("It did not fail"),
    (caught: unknown) => caught,
  );
  if (error instanceof Error && error.message === "It did not fail") throw error;
  const { errorId } = failure;
  if (errorId === undefined) return;
  const found = (error as { constructor: { shape?: string } }).constructor.shape;
  if (found !== errorId) throw new Error(`wanted ${errorId}, found ${found ?? String(error)}`);
}

function throwDifference(difference: string | undefined): void {
  if (difference !== undefined) throw new Error(difference);
}
