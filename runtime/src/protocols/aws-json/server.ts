import { DecodeError, parseJson } from "../../codec/index.js";
import { findJsonProblem } from "../../server/json-problem.js";
import { notAcceptable, unknownOperation, unsupportedMediaType } from "../../server/framework-errors.js";
import type {
  ErrorHead,
  RequestFailure,
  ServerOperation,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
} from "../../server/types.js";
import { maximumDepth } from "../../validate/index.js";

/** What a generated server says of a service that speaks AWS JSON. */
export interface AwsJsonServerDefinition {
  /** The service shape's name, the first half of `X-Amz-Target`. */
  readonly service: string;
  readonly operations: readonly ServerOperation[];
}

/** The server's side of awsJson1_1 (Smithy 2.0, "AWS JSON 1.1 protocol"). */
export function awsJson1_1Server(definition: AwsJsonServerDefinition): ServerProtocol {
  return new AwsJsonServer("aws.protocols#awsJson1_1", "application/x-amz-json-1.1", bareName, definition);
}

/** The server's side of awsJson1_0 (Smithy 2.0, "AWS JSON 1.0 protocol"). */
export function awsJson1_0Server(definition: AwsJsonServerDefinition): ServerProtocol {
  return new AwsJsonServer("aws.protocols#awsJson1_0", "application/x-amz-json-1.0", (shape) => shape, definition);
}

class AwsJsonServer implements ServerProtocol {
  readonly protocol: string;
  readonly #mediaType: string;
  readonly #typeOf: (shape: string) => string;
  readonly #service: string;
  /** By the whole value of `X-Amz-Target`. */
  readonly #operations: ReadonlyMap<string, ServerOperation>;

  constructor(
    protocol: string,
    mediaType: string,
    typeOf: (shape: string) => string,
    definition: AwsJsonServerDefinition,
  ) {
    this.protocol = protocol;
    this.#mediaType = mediaType;
    this.#typeOf = typeOf;
    this.#service = definition.service;
    this.#operations = new Map(
      definition.operations.map((operation) => [`${definition.service}.${operation.name}`, operation]),
    );
  }

  claims(request: ServerRequest): boolean {
    return this.#isOurs(request.header("content-type")) && request.header("x-amz-target") !== undefined;
  }

  route(request: ServerRequest): ServerOperation | RequestFailure {
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
    if (!this.#isOurs(request.header("content-type"))) {
      return unsupportedMediaType(`The header Content-Type must say ${this.#mediaType}.`);
    }
    const accept = request.header("accept");
    if (accept !== undefined && !accepts(accept, this.#mediaType)) {
      return notAcceptable(`Answers are ${this.#mediaType}, which the header Accept does not allow.`);
    }
    return operation;
  }

  read(operation: ServerOperation, request: ServerRequest): unknown {
    const text = request.text();
    if (text === undefined) throw new DecodeError("", "it is not UTF-8 text");
    return operation.decode(text === "" ? {} : parse(text, operation), "");
  }

  succeed(json: string, requestId: string): ServerResponse {
    return {
      status: 200,
      headers: ["Content-Type", this.#mediaType, "x-amzn-RequestId", requestId],
      body: json,
    };
  }

  fail(error: ErrorHead, json: string, requestId: string): ServerResponse {
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
    return contentType === this.#mediaType || withoutParameters(contentType ?? "") === this.#mediaType;
  }
}

function parse(text: string, operation: ServerOperation): unknown {
  try {
    return parseJson(text, {
      lossless: operation.lossless,
      maximumDepth: operation.nests === true ? maximumDepth : undefined,
    });
  } catch (error) {
    const problem = findJsonProblem(text);
    throw problem === undefined ? error : new DecodeError("", `it is not JSON: ${problem}`);
  }
}

/** awsJson1_1 clients look for the bare name; with the namespace some of them lose the typed error. */
function bareName(shape: string): string {
  return shape.slice(shape.indexOf("#") + 1);
}

function isRoot(path: string): boolean {
  return path === "/" || path.startsWith("/?");
}

function withoutParameters(mediaType: string): string {
  const end = mediaType.indexOf(";");
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
}

/** Whether `Accept` (RFC 9110, section 12.5.1) allows the media type: a range of it with a weight above zero. */
function accepts(accept: string, mediaType: string): boolean {
  if (accept === "*/*" || accept === mediaType) return true;
  return accept.split(",").some((range) => {
    const type = withoutParameters(range);
    const refused = /;\s*q\s*=\s*0(?:\.0*)?\s*(?:;|$)/i.test(range);
    return !refused && (type === "" || type === "*/*" || type === "application/*" || type === mediaType);
  });
}
