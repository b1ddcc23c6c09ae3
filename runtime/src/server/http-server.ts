import { parseQuery, type QueryParameters } from "../bindings/query.js";
import { checkedQuery, unescapeLabels } from "./address-text.js";
import { notAcceptable, unknownOperation, unsupportedMediaType } from "./framework-errors.js";
import { HttpRouter } from "./http-router.js";
import type { BoundRequest, HttpAnswer, HttpWire, HttpWireOperation } from "./http-wire.js";
import { accepts, mediaTypeOf } from "./media-types.js";
import type { ErrorHead, RequestFailure, Route, ServerProtocol, ServerRequest, ServerResponse } from "./types.js";

/** What tells one protocol with HTTP bindings from another on the server's side. */
export interface HttpServerStyle {
  readonly protocol: string;
  /** Whether a document may come without its media type. */
  readonly mayOmitType?: boolean | undefined;
  /** Makes an error of the framework, or of no service's list, an answer. `value` has its members. */
  writeError(error: ErrorHead, value: unknown): HttpAnswer;
  /** Writes the members of an error that the service lists, where its format needs more than `write`. */
  tellError?<T>(value: unknown, write: (value: unknown) => T): T;
  /** Completes the answer with an error of the model, which has its members already. */
  finishError(error: ErrorHead, answer: HttpAnswer, requestId: string): HttpAnswer;
}

/** A request that was routed. */
export interface HttpRoute extends Route {
  readonly entry: HttpWireOperation;
  /** As they stand in the path. */
  readonly labels: readonly string[];
  /** The query string, and its parameters as routes are told by. */
  readonly queryText: string;
  readonly query: QueryParameters;
}

/** The server's side of a protocol with HTTP bindings. */
export class HttpServerProtocol implements ServerProtocol<HttpRoute> {
  readonly protocol: string;
  readonly #style: HttpServerStyle;
  readonly #router: HttpRouter;
  readonly #errors: HttpWire["errors"];

  constructor(style: HttpServerStyle, wire: HttpWire) {
    this.protocol = style.protocol;
    this.#style = style;
    this.#router = new HttpRouter(wire.operations);
    this.#errors = wire.errors;
  }

  claims(request: ServerRequest): boolean {
    return !("statusCode" in this.route(request));
  }

  route(request: ServerRequest): HttpRoute | RequestFailure {
    const [path = "", query = ""] = splitTarget(request.path);
    const parameters = parseQuery(query);
    const header = (name: string): string | undefined => request.header(name);
    const found = this.#router.find(request.method, path, { query: parameters, header });
    if ("methods" in found) return noOperation(request.method, found.methods);
    const { entry, labels } = found;
    const failure = contentFailure(entry, request, this.#style.mayOmitType === true) ?? acceptFailure(entry, request);
    return (
      failure ?? {
        operation: entry.operation,
        streams: entry.streams,
        entry,
        labels,
        queryText: query,
        query: parameters,
      }
    );
  }

  read({ entry, labels, queryText, query }: HttpRoute, request: ServerRequest): unknown {
    return entry.read(new RoutedRequest(request, unescapeLabels(labels), checkedQuery(queryText, query)));
  }

  succeed({ entry }: HttpRoute, output: unknown, requestId: string): ServerResponse {
    return withRequestId(entry.respond(output as never), requestId);
  }

  fail(_route: HttpRoute, error: ErrorHead, value: unknown, requestId: string): ServerResponse {
    const write = this.#errors[error.shape];
    return withRequestId(this.#style.finishError(error, this.#write(write, error, value), requestId), requestId);
  }

  #write(write: HttpWire["errors"][string] | undefined, error: ErrorHead, value: unknown): HttpAnswer {
    if (write === undefined) return this.#style.writeError(error, value);
    return this.#style.tellError?.(value, (told) => write(told as never)) ?? write(value as never);
  }

  refuse({ name, statusCode, message }: RequestFailure, requestId: string): ServerResponse {
    const head = { shape: name, statusCode };
    return withRequestId(
      this.#style.finishError(head, this.#style.writeError(head, { message }), requestId),
      requestId,
    );
  }
}

class RoutedRequest implements BoundRequest {
  readonly labels: readonly string[];
  readonly query: QueryParameters;
  readonly #request: ServerRequest;

  constructor(request: ServerRequest, labels: readonly string[], query: QueryParameters) {
    this.#request = request;
    this.labels = labels;
    this.query = query;
  }

  get headers(): Iterable<readonly [string, string]> {
    return this.#request.headers;
  }

  get body(): Uint8Array {
    return this.#request.body;
  }

  header(name: string): string | undefined {
    return this.#request.header(name);
  }

  stream(): ReadableStream<Uint8Array> {
    return this.#request.stream();
  }

  text(): string | undefined {
    return this.#request.text();
  }
}

function splitTarget(target: string): readonly [path: string, query?: string] {
  const at = target.indexOf("?");
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)];
}

function withRequestId(answer: HttpAnswer, requestId: string): ServerResponse {
  answer.headers.push("x-amzn-RequestId", requestId);
  return answer;
}

function noOperation(method: string, others: readonly string[]): RequestFailure {
  if (others.length === 0) return unknownOperation("No operation of this service has the path of the request.");
  const message = `The operation of this path takes ${others.join(", ")}, not ${method.slice(0, 20)}.`;
  return { ...unknownOperation(message), statusCode: 405, headers: ["Allow", others.join(", ")] };
}

/** Why the body of a request is of no type that the operation reads; undefined where it is. */
function contentFailure(
  { requestType }: HttpWireOperation,
  request: ServerRequest,
  mayOmitType: boolean,
): RequestFailure | undefined {
  if (requestType === "*") return undefined;
  const given = request.header("content-type");
  if (requestType === "") {
    if (given === undefined || given === "" || request.body.length === 0) return undefined;
    return unsupportedMediaType("The operation takes no body, so that there must be no header Content-Type.");
  }
  const isRight = given === undefined ? mayOmitType || request.body.length === 0 : mediaTypeOf(given) === requestType;
  return isRight ? undefined : unsupportedMediaType(`The header Content-Type must say ${requestType}.`);
}

function acceptFailure({ responseType }: HttpWireOperation, request: ServerRequest): RequestFailure | undefined {
  const accept = request.header("accept");
  if (responseType === "*" || accept === undefined || accepts(accept, responseType)) return undefined;
  return notAcceptable(`Answers are ${responseType}, which the header Accept does not allow.`);
}
