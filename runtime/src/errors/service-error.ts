/** Whose mistake an error is: the caller's or the service's (Smithy 2.0, "error trait"). */
export type Fault = "client" | "server";

/** What is known about one occurrence of an error, besides its modelled members. */
export interface ServiceErrorOptions {
  /** What brought it about, as for every `Error`. */
  readonly cause?: unknown;
  /** The identifier under which the service logged the request. */
  readonly requestId?: string | undefined;
  /** The HTTP status that came with it; by default the one of the model. */
  readonly statusCode?: number | undefined;
  /** The name, for an error that the model does not know; by default the name of the shape. */
  readonly name?: string | undefined;
  readonly fault?: Fault | undefined;
  readonly retryable?: boolean | undefined;
  readonly throttling?: boolean | undefined;
}

/** Registered, so that two copies of this module mean the same property. */
const shapeOf = /* @__PURE__ */ Symbol.for("@tsmith/runtime/errors.shape");

/**
 * An error that a service answers with. Each error shape of a model is a subclass with its facts as static properties; an answer
 * with an error that the model does not know is an instance of this class itself.
 *
 * `instanceof` compares shape IDs, so that it also holds when an application has two copies of a generated package.
 */
export class ServiceError extends Error {
  /** The shape ID of the error; empty for {@link ServiceError} itself. */
  static readonly shape: string = "";
  static readonly fault: Fault = "server";
  /** The HTTP status that the model gives to the error. */
  static readonly statusCode: number = 500;
  static readonly retryable: boolean = false;
  static readonly throttling: boolean = false;

  declare readonly fault: Fault;
  /** Whether the model says that the same request may succeed later. */
  declare readonly retryable: boolean;
  /** Whether the service asks for fewer requests. */
  declare readonly throttling: boolean;
  declare readonly statusCode: number;
  declare readonly requestId: string | undefined;
  /** The code that the error has in the query protocol, such as `AWS.SimpleQueueService.NonExistentQueue`, where the service gave one. */
  declare readonly queryCode?: string;

  constructor(message?: string, options: ServiceErrorOptions = {}) {
    super(message, options);
    const facts = new.target;
    // Not enumerable, as the name of every built-in error: it is no part of the data.
    Object.defineProperties(this, {
      name: {
        value: options.name ?? (facts.shape.slice(facts.shape.indexOf("#") + 1) || "ServiceError"),
        configurable: true,
        writable: true,
      },
      [shapeOf]: { value: facts.shape },
    });
    this.fault = options.fault ?? facts.fault;
    this.retryable = options.retryable ?? facts.retryable;
    this.throttling = options.throttling ?? facts.throttling;
    this.statusCode = options.statusCode ?? facts.statusCode;
    this.requestId = options.requestId;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that people derive from an error has no shape of its own and means what `extends` always means.
    if (!Object.hasOwn(this, "shape")) return super[Symbol.hasInstance](value);
    const shape = shapeOfError(value);
    return shape !== undefined && (this.shape === "" || this.shape === shape);
  }
}

/** The shape ID of an error made by any copy of {@link ServiceError}: empty when its model does not know it; undefined for other values. */
export function shapeOfError(value: unknown): string | undefined {
  const shape = (value as { readonly [shapeOf]?: unknown } | null | undefined)?.[shapeOf];
  return typeof shape === "string" ? shape : undefined;
}
