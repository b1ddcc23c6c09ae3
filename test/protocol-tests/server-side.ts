import type { AddressInfo } from "node:net";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { nodeMember, type Node } from "../../codegen/src/shapes/node.js";
import { callOperation, minimalInput, type ClientPath } from "./client-side.js";
import { bodyBytes, bodyDifference, mediaTypeOf } from "./compare-bodies.js";
import { expectHeaders, expectResponse } from "./compare-messages.js";
import {
  empty,
  send,
  webRequest,
  wireResponse,
  type RecordingServer,
  type WireRequest,
  type WireResponse,
} from "./exchange.js";
import type { GeneratedService } from "./generated-service.js";
import { summedBody } from "./summed-body.js";
import type { MessageDefinition, ProtocolCase } from "./protocol-case.js";
import { withoutUnsaid } from "./unsaid-values.js";
import { differenceOf, drained, valueOf, withoutUnmentioned } from "./values.js";

type Handler = (input: unknown) => unknown;

/** Serves one request on the path with one handler for every operation. */
export async function serve(
  service: GeneratedService,
  handler: Handler,
  request: WireRequest,
  path: ClientPath,
  requestId = "request-id",
  hosts: readonly string[] = [],
): Promise<WireResponse> {
  const handlers: Record<string, Handler> = {};
  for (const { shape } of service.index.operations) handlers[service.names.method(shape.id)] = handler;
  const server = service.createServer(handlers, { requestId: () => requestId, s3: { hosts } });
  if (path === "fetch") return wireResponse(await server.fetch(webRequest(request)));
  const http = service.runtime.createNodeServer(server);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  try {
    return await send((http.address() as AddressInfo).port, request);
  } finally {
    http.close();
    http.closeAllConnections();
  }
}

function wireRequest(definition: MessageDefinition, mediaType?: string): WireRequest {
  const { method = "GET", uri = "/", queryParams = [], headers = {}, body, host } = definition;
  const query = queryParams.length === 0 ? "" : `${uri.includes("?") ? "&" : "?"}${queryParams.join("&")}`;
  const lower: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const authority = host?.split("/")[0];
  return {
    method,
    target: uri + query,
    headers: { ...(authority === undefined ? {} : { host: authority }), ...lower },
    body: summedBody(bodyBytes(body, mediaType), lower),
  };
}

/** The server reads from the test's request the parameters, and gives them to the handler. */
export async function testServerRequest(
  service: GeneratedService,
  operation: OperationInfo,
  { protocol, definition, node }: ProtocolCase,
  path: ClientPath,
  recording: RecordingServer,
): Promise<void> {
  let input: unknown;
  let called = false;
  const handler: Handler = async (given) => {
    input = await drained(given);
    called = true;
    return {};
  };
  const base = definition.host?.split("/").slice(1).join("/") ?? "";
  const { uri = "/" } = definition;
  // A base path is the way to a service, and not the service's own matter.
  const own = base !== "" && uri.startsWith(`/${base}`) ? uri.slice(base.length + 1) : uri;
  const host = definition.resolvedHost ?? definition.host;
  const bodyMediaType = definition.bodyMediaType ?? mediaTypeOf(protocol);
  const given = wireRequest({ ...definition, uri: own || "/", ...(host === undefined ? {} : { host }) }, bodyMediaType);
  const isRpc = protocols.some(({ trait, binding }) => trait === protocol && binding === "rpc");
  const lacksType = given.body.length > 0 && given.headers["content-type"] === undefined;
  const names = isRpc ? undefined : ["content-type"];
  const request =
    isRpc || lacksType
      ? await completed(service, operation, nodeMember(node, "params") ?? {}, given, recording, names)
      : given;
  const hosts = definition.host === undefined ? [] : [definition.host.split("/")[0] ?? ""];
  const response = await serve(service, handler, request, path, undefined, hosts);
  if (!called) {
    throw new Error(`The handler was not called: ${response.status} ${Buffer.from(response.body).toString("utf8")}`);
  }
  const params = await drained(valueOf(service.model, operation.input, nodeMember(node, "params") ?? {}));
  const wanted = withoutUnsaid(service.model, operation.input, protocol, params, input);
  const difference = differenceOf(wanted, withoutUnmentioned(operation.input, wanted, input));
  if (difference !== undefined) throw new Error(difference);
}

/**
 * The request with headers that every request of the operation has, or those of them that are named. A test lists those that it is
 * about, and "applies no constraints on additional headers"; without the others no server could tell operation and body.
 */
async function completed(
  service: GeneratedService,
  operation: OperationInfo,
  params: Node,
  given: WireRequest,
  recording: RecordingServer,
  names?: readonly string[],
): Promise<WireRequest> {
  recording.answer = empty;
  const members = valueOf(service.model, operation.input, params) as object;
  const input = { ...(minimalInput(service, operation) as object), ...members };
  const { request } = await callOperation(service, operation, input, "node", recording);
  const { host: _host, "content-length": _length, ...headers } = request?.headers ?? {};
  const added = Object.entries(headers).filter(([name]) => names?.includes(name) ?? true);
  return { ...given, headers: { ...Object.fromEntries(added), ...given.headers } };
}

/** The server writes the response that the test wants, where the handler returns the parameters or throws the error. */
export async function testServerResponse(
  service: GeneratedService,
  operation: OperationInfo,
  { shape, definition, node }: ProtocolCase,
  path: ClientPath,
  recording: RecordingServer,
): Promise<void> {
  recording.answer = empty;
  const { request, output } = await callOperation(
    service,
    operation,
    minimalInput(service, operation),
    path,
    recording,
  );
  if (request === undefined) throw await output.catch((error: unknown) => error);
  const params = nodeMember(node, "params") ?? {};
  const handler: Handler = () => {
    if (shape.kind === "operation") return valueOf(service.model, operation.output, params);
    const ErrorClass = service.errors[service.names.errorClass(shape.id).name];
    if (ErrorClass === undefined) throw new Error(`There is no class of ${shape.id}`);
    throw new ErrorClass(valueOf(service.model, shape, params));
  };
  const requestId = new Headers(definition.headers).get("x-amzn-requestid") ?? undefined;
  expectResponse(await serve(service, handler, request, path, requestId), definition);
}

/** The server refuses the test's request as the test wants. */
export async function testMalformedRequest(
  service: GeneratedService,
  { definition: { request, response } }: ProtocolCase,
  path: ClientPath,
): Promise<void> {
  if (request === undefined || response === undefined) throw new Error("The definition is not whole");
  const found = await serve(service, () => ({}), wireRequest(request), path);
  const text = Buffer.from(found.body).toString("utf8");
  if (found.status !== response.code) throw new Error(`status: wanted ${response.code}, found ${found.status} ${text}`);
  expectHeaders(found.headers, response);
  const { contents, messageRegex } = response.body?.assertion ?? {};
  if (contents !== undefined) {
    const difference = bodyDifference(contents, found.body, response.body?.mediaType);
    if (difference !== undefined) throw new Error(difference);
  }
  if (messageRegex !== undefined) {
    const { message = "" } = JSON.parse(text) as { readonly message?: string };
    if (!new RegExp(messageRegex).test(message)) throw new Error(`message: ${message} does not match ${messageRegex}`);
  }
}
