import type { BodySource } from "../../bindings/bodies.js";
import { DecodeError } from "../../codec/index.js";
import { notAcceptable, unknownOperation, unsupportedMediaType } from "../../server/framework-errors.js";
import type { JsonWire, JsonWireOperation } from "../../server/json-wire.js";
import { accepts, eventStreamType, isEventStream, mediaTypeOf } from "../../server/media-types.js";
import { parseJsonBody } from "../../server/parse-json-body.js";
import type { ErrorHead, RequestFailure, ServerProtocol, ServerRequest, ServerResponse } from "../../server/types.js";

/**
 * The server's side of awsJson1_1 (Smithy 2.0, "AWS JSON 1.1 protocol").
 *
 * @param service the service shape's name, the first half of `X-Amz-Target`
 */
export function awsJson1_1Server(service: string, wire: JsonWire): ServerProtocol<JsonWireOperation> {
  return new AwsJsonServer("aws.protocols#awsJson1_1", "application/x-amz-json-1.1", bareName, service, wire);
}

/** The server's side of awsJson1_0 (Smithy 2.0, "AWS JSON 1.0 protocol"). The service is named as for {@link awsJson1_1Server}. */
export function awsJson1_0Server(service: string, wire: JsonWire): ServerProtocol<JsonWireOperation> {
  return new AwsJsonServer("aws.protocols#awsJson1_0", "application/x-amz-json-1.0", (shape) => shape, service, wire);
}

class AwsJsonServer implements ServerProtocol<JsonWireOperation> {
  readonly protocol: string;
  readonly #mediaType: string;
  readonly #typeOf: (shape: string) => string;
  readonly #service: string;
  /** By the whole value of `X-Amz-Target`. */
  readonly #operations: ReadonlyMap<string, JsonWireOperation>;
  readonly #errors: JsonWire["errors"];

  constructor(protocol: string, mediaType: string, typeOf: (shape: string) => string, service: string, wire: JsonWire) {
    this.protocol = protocol;
    this.#mediaType = mediaType;
    this.#typeOf = typeOf;
    this.#service = service;
    this.#operations = new Map(wire.operations.map((entry) => [`${service}.${entry.operation.name}`, entry]));
    this.#errors = wire.errors;
  }

  claims(request: ServerRequest): boolean {
    const contentType = request.header("content-type");
    if (!this.#isOurs(contentType) && mediaTypeOf(contentType) !== eventStreamType) return false;
    return request.header("x-amz-target") !== undefined;
  }

  route(request: ServerRequest): JsonWireOperation | RequestFailure {
    if (request.method !== "POST" || !isRoot(request.path)) {
      return unknownOperation(`This service takes POST requests to "/", with the operation in X-Amz-Target.`);
    }
    const target = request.header("x-amz-target");
    if (target === undefined) {
      return unknownOperation(
        `The header X-Amz-Target is missing; it names the operation: ${this.#service}.Operation.`,
      );
    }
    const operation = this.#operations.get(target);
    if (operation === undefined) return this.#noOperation(target);
    const { events } = operation;
    if (events?.read === undefined ? !this.#isOurs(request.header("content-type")) : !isEventStream(request)) {
      const wanted = events?.read === undefined ? this.#mediaType : eventStreamType;
      return unsupportedMediaType(`The header Content-Type must say ${wanted}.`);
    }
    const accept = request.header("accept");
    // Clients that ask for the errors' type alone are answered too.
    const isRefused = accept !== undefined && !accepts(accept, this.#mediaType);
    if (isRefused && (events?.write === undefined || !accepts(accept, eventStreamType))) {
      return notAcceptable(`Answers are ${this.#mediaType}, which the header Accept does not allow.`);
    }
    return operation;
  }

  read(route: JsonWireOperation, request: ServerRequest): unknown {
    const readEvents = route.events?.read;
    return readEvents === undefined
      ? this.#decode(route, request)
      : readEvents(request, (initial) => this.#decode(route, initial));
  }

  #decode(route: JsonWireOperation, request: BodySource): unknown {
    const text = request.text();
    if (text === undefined) throw new DecodeError("", "it is not UTF-8 text");
    return route.decode(text === "" ? {} : parseJsonBody(text, route), "");
  }

  succeed(route: JsonWireOperation, output: unknown, requestId: string): ServerResponse {
    const body = route.encode?.(output as never) ?? "";
    const writeEvents = route.events?.write;
    const contentType = writeEvents === undefined ? this.#mediaType : eventStreamType;
    const headers = ["Content-Type", contentType, "x-amzn-RequestId", requestId];
    return { status: 200, headers, body: writeEvents === undefined ? body : writeEvents(output, body) };
  }

  fail(_route: JsonWireOperation, error: ErrorHead, value: unknown, requestId: string): ServerResponse {
    // An error that the service does not list comes from the framework, as plain data.
    const encode = this.#errors[error.shape] ?? JSON.stringify;
    return this.#answer(error, encode(value as never), requestId);
  }

  refuse({ name, statusCode, message }: RequestFailure, requestId: string): ServerResponse {
    return this.#answer({ shape: name, statusCode }, JSON.stringify({ message }), requestId);
  }

  #answer(error: ErrorHead, json: string, requestId: string): ServerResponse {
    const headers = ["Content-Type", this.#mediaType, "x-amzn-RequestId", requestId];
    if (error.queryError !== undefined) headers.push("x-amzn-query-error", error.queryError);
    const type = JSON.stringify(this.#typeOf(error.shape));
    return {
      status: error.statusCode,
      headers,
      body: json === "{}" ? `{"__type":${type}}` : `{"__type":${type},${json.slice(1)}`,
    };
  }

  #noOperation(target: string): RequestFailure {
    const lower = target.toLowerCase();
    const near = [...this.#operations.keys()].find((known) => {
      const name = known.slice(known.lastIndexOf(".") + 1);
      return known.toLowerCase() === lower || name.toLowerCase() === lower.slice(lower.lastIndexOf(".") + 1);
    });
    const hint = near === undefined ? `It must be ${this.#service}.Operation.` : `Did you mean ${near}?`;
    const shown = target.length > 200 ? `${target.slice(0, 200)}…` : target;
    return unknownOperation(`The header X-Amz-Target names no operation of this service: "${shown}". ${hint}`);
  }

  #isOurs(contentType: string | undefined): boolean {
    return contentType === this.#mediaType || mediaTypeOf(contentType) === this.#mediaType;
  }
}

/** awsJson1_1 clients look for the bare name; with the namespace some of them lose the typed error. */
function bareName(shape: string): string {
  return shape.slice(shape.indexOf("#") + 1);
}

function isRoot(path: string): boolean {
  return path === "/" || path.startsWith("/?");
}
