import { shapeOfError } from "../errors/index.js";
import { checkEvents } from "./check-events.js";
import { RequestContext } from "./context.js";
import { answerFetch } from "./fetch.js";
import { identifiers } from "./identifiers.js";
import { internalFailure, RefusedRequest, refusedBody } from "./framework-errors.js";
import type {
  Authentication,
  RequestFailure,
  Route,
  Server,
  ServerContext,
  ServerDefinition,
  ServerError,
  ServerOptions,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
  ServerStep,
} from "./types.js";
import { unreadableRequest } from "./unreadable-request.js";
import { describeFailures } from "./validation-text.js";
import { watchBody } from "./watch-body.js";

const defaultMaximumBodyBytes = 4 * 1024 * 1024;

/**
 * A server that runs `handlers` for a service: claims the request, authenticates it, reads and validates the input, calls the
 * handler and writes its output, or the error that tells what went wrong. Every answer has a request identifier.
 */
export function createServer<Context>(
  definition: ServerDefinition,
  handlers: object,
  options: ServerOptions<Context> = {},
): Server {
  const server = new ServiceServer(definition, handlers as Handlers, options as ServerOptions<unknown>);
  return server;
}

type Handlers = Readonly<Record<string, (input: unknown, context: unknown) => unknown>>;

/** One request on its way through the server. */
interface Exchange {
  readonly protocol: ServerProtocol;
  readonly route: Route;
  /** As it arrived. */
  readonly request: ServerRequest;
  readonly requestId: string;
}

type Answer = ServerResponse | Promise<ServerResponse>;

class ServiceServer implements Server {
  readonly maximumBodyBytes: number;
  readonly takesStream: Server["takesStream"];
  readonly #protocols: ServerDefinition["protocols"];
  readonly #readdress: ServerDefinition["readdress"];
  readonly #handlers: Handlers;
  readonly #options: ServerOptions<unknown>;
  readonly #requestId: () => string;

  constructor(definition: ServerDefinition, handlers: Handlers, options: ServerOptions<unknown>) {
    this.#protocols = definition.protocols;
    this.#readdress = definition.readdress;
    this.#handlers = handlers;
    this.#options = options;
    this.#requestId = identifiers(options.requestId);
    this.maximumBodyBytes = options.maximumBodyBytes ?? defaultMaximumBodyBytes;
    this.takesStream = definition.streams === true ? (head) => this.#takesStream(head) : undefined;
  }

  fetch = (request: Request): Promise<Response> => answerFetch(this, request);

  refuse(failure: RequestFailure): ServerResponse {
    return refusal(this.#protocols[0], failure, this.#requestId());
  }

  handle(request: ServerRequest): Answer {
    const requestId = this.#requestId();
    const addressed = this.#readdress === undefined ? request : this.#readdress(request, this.#options);
    const protocol = this.#protocolOf(addressed);
    if (protocol.open === undefined) return this.#route({ protocol, request, requestId }, addressed, request);
    const arrival = { protocol, request, requestId };
    try {
      const opened = protocol.open(addressed, this);
      // Checksums and signatures are of the body as it was sent; what is read of the opened one comes with the route.
      if (!isPromise(opened)) return this.#route(arrival, opened, request);
      return opened.then(
        (readable) => this.#route(arrival, readable, request),
        (error: unknown) => unopened(protocol, error, requestId),
      );
    } catch (error) {
      return unopened(protocol, error, requestId);
    }
  }

  /**
   * @param addressed the request as its operation is found by
   * @param readable the request as it is read
   */
  #route(
    { protocol, request, requestId }: Omit<Exchange, "route">,
    addressed: ServerRequest,
    readable: ServerRequest,
  ): Answer {
    const route = protocol.route(addressed);
    if ("statusCode" in route) return refusal(protocol, route, requestId);
    const exchange: Exchange = { protocol, route, request, requestId };
    const { authenticator } = this.#options;
    if (authenticator === undefined) return this.#receive(exchange, readable, undefined);
    try {
      const authentication = authenticator.authenticate(request);
      if (!isPromise(authentication)) return this.#admit(exchange, readable, authentication);
      return authentication.then(
        (result) => this.#admit(exchange, readable, result),
        (error: unknown) =>
          this.#crash(exchange, error, new RequestContext(requestId, route.operation.name, undefined, request)),
      );
    } catch (error) {
      return this.#crash(exchange, error, new RequestContext(requestId, route.operation.name, undefined, request));
    }
  }

  #takesStream(head: ServerRequest): boolean {
    const addressed = this.#readdress?.(head, this.#options) ?? head;
    const route = this.#protocolOf(addressed).route(addressed);
    return "operation" in route && route.streams === true;
  }

  #protocolOf(request: ServerRequest): ServerProtocol {
    const protocols = this.#protocols;
    return protocols.length === 1
      ? protocols[0]
      : (protocols.find((protocol) => protocol.claims(request)) ?? protocols[0]);
  }

  #admit(exchange: Exchange, readable: ServerRequest, authentication: Authentication): Answer {
    if (!authentication.ok) return refusal(exchange.protocol, authentication.failure, exchange.requestId);
    const { identity, receive } = authentication;
    if (receive === undefined) return this.#receive(exchange, readable, identity);
    const context = contextOf(exchange, identity);
    return new Promise<ServerRequest>((resolve) => resolve(receive(readable))).then(
      (checked) => this.#receive(exchange, checked, identity),
      (error: unknown) => this.#unreadable(exchange, error, context),
    );
  }

  /** Takes the steps that come before the request is read. Most operations have none. */
  #receive(exchange: Exchange, readable: ServerRequest, identity: unknown): Answer {
    const context = contextOf(exchange, identity);
    const { steps } = exchange.route.operation;
    if (steps === undefined) return this.#read(exchange, readable, context);
    return this.#prepare(steps, readable).then(
      (prepared) => this.#read(exchange, prepared, context),
      (error: unknown) => this.#unreadable(exchange, error, context),
    );
  }

  async #prepare(steps: readonly ServerStep[], request: ServerRequest): Promise<ServerRequest> {
    let prepared = request;
    for (const step of steps) prepared = (await step.request?.(prepared, this)) ?? prepared;
    return prepared;
  }

  #read(exchange: Exchange, readable: ServerRequest, context: RequestContext): Answer {
    const { protocol, route } = exchange;
    try {
      const input = protocol.read(route, readable);
      if (!isPromise(input)) return this.#validate(exchange, input, context);
      return input.then(
        (value) => this.#validate(exchange, value, context),
        (error: unknown) => this.#unreadable(exchange, error, context),
      );
    } catch (error) {
      return this.#unreadable(exchange, error, context);
    }
  }

  #unreadable(exchange: Exchange, error: unknown, context: RequestContext): ServerResponse {
    const { protocol, requestId } = exchange;
    const refused = error instanceof RefusedRequest ? error : unreadableRequest(error);
    if (refused !== undefined) return refusal(protocol, refused.failure, requestId);
    return this.#crash(exchange, error, context);
  }

  #validate(exchange: Exchange, input: unknown, context: RequestContext): Answer {
    const { protocol, route, requestId } = exchange;
    const { is, parse, events, validation } = route.operation;
    try {
      if (!is(input)) {
        const parsed = parse(input);
        if (!parsed.ok)
          return protocol.fail(route, validation, describeFailures(validation, parsed.failures), requestId);
      }
      if (events !== undefined) checkEvents(input, events, validation);
      return this.#call(exchange, input, context);
    } catch (error) {
      return this.#crash(exchange, error, context);
    }
  }

  #call(exchange: Exchange, input: unknown, context: RequestContext): Answer {
    try {
      const { context: makeContext } = this.#options;
      const output =
        makeContext === undefined
          ? this.#invoke(exchange, input, context)
          : Promise.resolve(makeContext(context)).then((own) => this.#invoke(exchange, input, own));
      if (!isPromise(output)) return this.#succeed(exchange, input, output, context);
      return output.then(
        (value) => this.#finish(exchange, input, value, context),
        (error: unknown) => this.#fail(exchange, error, context),
      );
    } catch (error) {
      return this.#fail(exchange, error, context);
    }
  }

  #invoke(exchange: Exchange, input: unknown, context: unknown): unknown {
    const handlers = this.#handlers;
    const { method, name } = exchange.route.operation;
    if (typeof handlers[method] !== "function") throw new TypeError(`There is no handler "${method}" for ${name}`);
    return handlers[method](input, context);
  }

  #succeed(exchange: Exchange, input: unknown, output: unknown, context: ServerContext): ServerResponse {
    const { protocol, route, requestId } = exchange;
    const response = watchBody(protocol.succeed(route, output, requestId), (error) => {
      if (refusedBody(error) === undefined) this.#report(error, context);
    });
    // A member that is the status can have any value, but no answer can.
    if (!(response.status >= 200 && response.status <= 599)) {
      throw new RangeError(`The output of ${route.operation.name} has ${response.status} as its status`);
    }
    const { steps } = route.operation;
    if (steps === undefined) return response;
    return steps.reduce((result, step) => step.response?.(result, input) ?? result, response);
  }

  #finish(exchange: Exchange, input: unknown, output: unknown, context: ServerContext): ServerResponse {
    try {
      return this.#succeed(exchange, input, output, context);
    } catch (error) {
      return this.#fail(exchange, error, context);
    }
  }

  /** What a handler threw: one of the operation's errors goes to the caller, anything else only to the operator. */
  #fail(exchange: Exchange, error: unknown, context: ServerContext): ServerResponse {
    const refused = refusedBody(error);
    if (refused !== undefined) return refusal(exchange.protocol, refused.failure, exchange.requestId);
    const shape = shapeOfError(error);
    const { errors } = exchange.route.operation;
    const modelled = shape === undefined ? undefined : errors.find((known) => known.shape === shape);
    if (modelled === undefined) return this.#crash(exchange, error, context);
    try {
      return exchange.protocol.fail(exchange.route, modelled, error, exchange.requestId);
    } catch (unwritable) {
      return this.#crash(exchange, unwritable, context);
    }
  }

  #report(error: unknown, context: ServerContext): void {
    try {
      this.#options.onError?.(error, context);
    } catch {
      // The caller gets an answer whatever the hook does.
    }
  }

  #crash(exchange: Exchange, error: unknown, context: ServerContext): ServerResponse {
    this.#report(error, context);
    const { protocol, route, requestId } = exchange;
    const own = ownServerFault(route.operation.errors);
    if (own === undefined) return refusal(protocol, internalFailure, requestId);
    return protocol.fail(route, own, { [own.messageMember ?? "message"]: internalFailure.message }, requestId);
  }
}

function contextOf({ requestId, route, request }: Exchange, identity: unknown): RequestContext {
  return new RequestContext(requestId, route.operation.name, identity, request);
}

/** The answer with an error of the framework. */
function refusal(protocol: ServerProtocol, failure: RequestFailure, requestId: string): ServerResponse {
  const answer = protocol.refuse(failure, requestId);
  return failure.headers === undefined ? answer : { ...answer, headers: [...answer.headers, ...failure.headers] };
}

/** The answer to a request whose body cannot be read. */
function unopened(protocol: ServerProtocol, error: unknown, requestId: string): ServerResponse {
  return refusal(protocol, error instanceof RefusedRequest ? error.failure : internalFailure, requestId);
}

/** The error that an operation lists for faults of its server, when exactly one has that role. */
function ownServerFault(errors: readonly ServerError[]): ServerError | undefined {
  const faults = errors.filter((error) => error.fault === "server" && error.messageMember !== undefined);
  return faults.length === 1 ? faults[0] : undefined;
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
