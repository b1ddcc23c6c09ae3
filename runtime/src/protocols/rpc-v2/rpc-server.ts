import {
  methodNotAllowed,
  notAcceptable,
  serializationFailure,
  unknownOperation,
  unsupportedMediaType,
} from "../../server/framework-errors.js";
import type { BodySource } from "../../bindings/bodies.js";
import type { MayStream } from "../../server/event-exchange.js";
import { accepts, eventStreamType, mediaTypeOf } from "../../server/media-types.js";
import type {
  ErrorHead,
  RequestFailure,
  Route,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
} from "../../server/types.js";
import type { RpcV2Form } from "./wire.js";

/** An operation, which may have streams. */
export type RpcV2Route = Route & MayStream;

/** What a format makes of the bodies of a service. */
export interface RpcV2Service<Entry extends RpcV2Route> {
  readonly protocol: string;
  readonly form: RpcV2Form;
  /** What the path may call the service. */
  readonly serviceNames: readonly string[];
  readonly operations: readonly Entry[];
  readonly read: (route: Entry, body: BodySource) => unknown;
  /** The body of an answer; undefined for an operation without output. */
  readonly write: (route: Entry, output: unknown) => string | Uint8Array | undefined;
  /** The body of an error: its members, with its shape ID as `__type`. */
  readonly writeError: (shape: string, value: unknown) => string | Uint8Array;
}

/** The last four segments of a path: what comes before them is where the service is mounted. */
const route = /\/service\/([^/]+)\/operation\/([^/]+)$/;

/** The server's side of what the protocols of Smithy RPC v2 have in common: everything but the bodies. */
export class RpcV2Server<Entry extends RpcV2Route> implements ServerProtocol<Entry> {
  readonly protocol: string;
  readonly #service: RpcV2Service<Entry>;
  readonly #operations: ReadonlyMap<string, Entry>;

  constructor(service: RpcV2Service<Entry>) {
    this.protocol = service.protocol;
    this.#service = service;
    this.#operations = new Map(service.operations.map((entry) => [entry.operation.name, entry]));
  }

  claims(request: ServerRequest): boolean {
    return request.header("smithy-protocol") === this.#service.form.name;
  }

  route(request: ServerRequest): Entry | RequestFailure {
    const { form, serviceNames } = this.#service;
    if (!this.claims(request)) {
      return unknownOperation(`The header Smithy-Protocol must say ${form.name}.`);
    }
    const path = request.path.split("?", 1)[0] ?? "";
    const [, service = "", name = ""] = route.exec(path) ?? [];
    const entry = this.#operations.get(name);
    if (entry === undefined || !serviceNames.includes(service)) {
      return unknownOperation(
        `The path must end in /service/${serviceNames[0]}/operation/ and a name of an operation.`,
      );
    }
    if (request.method !== "POST") return methodNotAllowed("Operations are called with POST.");
    // A request that names an operation in two ways could be understood differently by whoever checks it on the way.
    const target = request.header("x-amz-target") ?? request.header("x-amzn-target");
    if (target !== undefined) return serializationFailure("Requests with the header X-Amz-Target are refused.");
    const { events } = entry;
    const wanted = events?.read === undefined ? form.mediaType : eventStreamType;
    const mayBeEmpty = events?.read === undefined && request.body.length === 0;
    if (!mayBeEmpty && mediaTypeOf(request.header("content-type")) !== wanted) {
      return unsupportedMediaType(`The header Content-Type must say ${wanted}.`);
    }
    const accept = request.header("accept");
    // Clients that ask for the errors' type alone are answered too.
    const isRefused = accept !== undefined && !accepts(accept, form.mediaType);
    if (isRefused && (events?.write === undefined || !accepts(accept, eventStreamType))) {
      return notAcceptable(`Answers are ${form.mediaType}, which the header Accept does not allow.`);
    }
    return entry;
  }

  read(entry: Entry, request: ServerRequest): unknown {
    const { read } = this.#service;
    const readEvents = entry.events?.read;
    return readEvents === undefined ? read(entry, request) : readEvents(request, (initial) => read(entry, initial));
  }

  succeed(entry: Entry, output: unknown, requestId: string): ServerResponse {
    const { form, write } = this.#service;
    const body = write(entry, output);
    const headers = ["Smithy-Protocol", form.name, "x-amzn-RequestId", requestId];
    const writeEvents = entry.events?.write;
    if (writeEvents !== undefined) {
      headers.push("Content-Type", eventStreamType);
      return { status: 200, headers, body: writeEvents(output, body ?? "") };
    }
    if (body !== undefined) headers.push("Content-Type", form.mediaType);
    return { status: 200, headers, body: body ?? "" };
  }

  fail(_entry: Entry, error: ErrorHead, value: unknown, requestId: string): ServerResponse {
    return this.#answer(error, value, requestId);
  }

  refuse({ name, statusCode, message }: RequestFailure, requestId: string): ServerResponse {
    return this.#answer({ shape: name, statusCode }, { message }, requestId);
  }

  #answer(error: ErrorHead, value: unknown, requestId: string): ServerResponse {
    const { form, writeError } = this.#service;
    const headers = ["Smithy-Protocol", form.name, "x-amzn-RequestId", requestId, "Content-Type", form.mediaType];
    if (error.statusCode === 405) headers.push("Allow", "POST");
    if (error.queryError !== undefined) headers.push("x-amzn-query-error", error.queryError);
    return { status: error.statusCode, headers, body: writeError(error.shape, value) };
  }
}
