import { parseForm } from "../../codec/query/index.js";
import { encodeXmlString, replaceForbidden } from "../../codec/xml/index.js";
import { serializationFailure, unknownOperation, unsupportedMediaType } from "../../server/framework-errors.js";
import { mediaTypeOf } from "../../server/media-types.js";
import type { QueryWire, QueryWireOperation } from "../../server/query-wire.js";
import type {
  ErrorHead,
  RequestFailure,
  Route,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
} from "../../server/types.js";
import { encodePlainXml, withElements } from "../xml/plain-xml.js";
import { tellError } from "../xml/tell-error.js";

/** The server's side of awsQuery (Smithy 2.0, "AWS query protocol"). */
export function awsQueryServer(_service: string, wire: QueryWire): ServerProtocol<QueryRoute> {
  return new QueryServer("aws.protocols#awsQuery", "text/xml", wire, {
    answer(name, inside, requestId) {
      // An answer without output has nothing in it that a namespace is for.
      const start = inside === undefined ? ">" : `${wire.namespace}><${name}Result${inside}</${name}Result>`;
      return `<${name}Response${start}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`;
    },
    error({ code, type }, inside, requestId) {
      const error = withElements(inside, `<Type>${type}</Type><Code>${code}</Code>`);
      return `<ErrorResponse><Error${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    },
  });
}

/** The server's side of ec2Query (Smithy 2.0, "AWS EC2 query protocol"). */
export function ec2QueryServer(_service: string, wire: QueryWire): ServerProtocol<QueryRoute> {
  return new QueryServer("aws.protocols#ec2Query", "text/xml;charset=UTF-8", wire, {
    answer: (name, inside = ">", requestId) =>
      `<${name}Response${wire.namespace}${inside}<requestId>${requestId}</requestId></${name}Response>`,
    error({ code }, inside, requestId) {
      const error = withElements(inside, `<Code>${code}</Code>`);
      return `<Response><Errors><Error${error}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
    },
  });
}

/** An operation with the form that names it. */
export interface QueryRoute extends Route {
  readonly entry: QueryWireOperation;
  readonly form: string;
}

/** The documents of a query protocol around members, which are the inside of an element. */
interface Envelopes {
  /** Without `inside` for an operation without output. */
  answer(name: string, inside: string | undefined, requestId: string): string;
  error(head: QueryErrorHead, inside: string, requestId: string): string;
}

interface QueryErrorHead {
  readonly code: string;
  readonly type: "Sender" | "Receiver";
  readonly statusCode: number;
}

const formMediaType = "application/x-www-form-urlencoded";

class QueryServer implements ServerProtocol<QueryRoute> {
  readonly protocol: string;
  readonly open: ServerProtocol["open"];
  readonly #contentType: string;
  readonly #wire: QueryWire;
  readonly #envelopes: Envelopes;
  readonly #operations: ReadonlyMap<string, QueryWireOperation>;

  constructor(protocol: string, contentType: string, wire: QueryWire, envelopes: Envelopes) {
    this.protocol = protocol;
    this.open = wire.open;
    this.#contentType = contentType;
    this.#wire = wire;
    this.#envelopes = envelopes;
    this.#operations = new Map(wire.operations.map((entry) => [entry.operation.name, entry]));
  }

  claims(request: ServerRequest): boolean {
    return mediaTypeOf(request.header("content-type")) === formMediaType;
  }

  route(request: ServerRequest): QueryRoute | RequestFailure {
    if (request.method !== "POST" || !(request.path === "/" || request.path.startsWith("/?"))) {
      return unknownOperation('This service takes POST requests to "/", with the operation as Action in the body.');
    }
    if (mediaTypeOf(request.header("content-type")) !== formMediaType) {
      return unsupportedMediaType(`The header Content-Type must say ${formMediaType}.`);
    }
    const form = request.text();
    if (form === undefined) return serializationFailure("The body is not UTF-8 text.");
    const action = valueOf(form, actionKey);
    const version = valueOf(form, versionKey);
    const entry = action === undefined ? undefined : this.#operations.get(action);
    if (entry === undefined) {
      return unknownOperation(
        action === undefined
          ? "The body has no Action; it names the operation."
          : `The body's Action names no operation of this service: "${action.slice(0, 200)}".`,
      );
    }
    if (version !== this.#wire.version) {
      return unknownOperation(`The body's Version must be ${this.#wire.version}.`);
    }
    return { operation: entry.operation, entry, form };
  }

  read({ entry, form }: QueryRoute): unknown {
    const root = parseForm(form);
    return entry.decode === undefined ? {} : entry.decode(root);
  }

  succeed({ operation, entry }: QueryRoute, output: unknown, requestId: string): ServerResponse {
    const inside = entry.encode?.(output as never);
    return this.#answer(200, this.#envelopes.answer(operation.name, inside, shownId(requestId)), requestId);
  }

  fail(_route: QueryRoute, error: ErrorHead, value: unknown, requestId: string): ServerResponse {
    const known = Object.hasOwn(this.#wire.errors, error.shape) ? this.#wire.errors[error.shape] : undefined;
    if (known !== undefined) {
      const inside = tellError(value, (told) => known.encode(told as never));
      return this.#fail(known, inside, requestId);
    }
    // An error that the service does not list comes from the framework, as plain data.
    return this.#fail(headOf(nameOf(error.shape), error.statusCode), encodePlainXml(value), requestId);
  }

  refuse({ name, statusCode, message }: RequestFailure, requestId: string): ServerResponse {
    return this.#fail(headOf(name, statusCode), encodePlainXml({ message }), requestId);
  }

  #fail(head: QueryErrorHead, inside: string, requestId: string): ServerResponse {
    return this.#answer(head.statusCode, this.#envelopes.error(head, inside, shownId(requestId)), requestId);
  }

  #answer(status: number, body: string, requestId: string): ServerResponse {
    return { status, headers: ["Content-Type", this.#contentType, "x-amzn-RequestId", requestId], body };
  }
}

const actionKey = /(?:^|&)Action=([^&]*)/;
const versionKey = /(?:^|&)Version=([^&]*)/;

/** The value of a key, without a tree of the form: all of it is read only for callers who are known. */
function valueOf(form: string, key: RegExp): string | undefined {
  const value = key.exec(form)?.[1];
  try {
    return value?.includes("%") === true ? decodeURIComponent(value) : value;
  } catch {
    return value;
  }
}

function shownId(requestId: string): string {
  return encodeXmlString(replaceForbidden(requestId), "request identifier");
}

function headOf(code: string, statusCode: number): QueryErrorHead {
  return { code: encodeXmlString(code, "code"), type: statusCode < 500 ? "Sender" : "Receiver", statusCode };
}

function nameOf(shape: string): string {
  return shape.slice(shape.indexOf("#") + 1);
}
