import type { RequestFailure } from "./types.js";

/** Errors of the framework, with the names that clients of the AWS protocols know. */

export function serializationFailure(message: string): RequestFailure {
  return { name: "SerializationException", statusCode: 400, message };
}

export function unknownOperation(message: string): RequestFailure {
  return { name: "UnknownOperationException", statusCode: 404, message };
}

export function methodNotAllowed(message: string): RequestFailure {
  return { name: "MethodNotAllowedException", statusCode: 405, message };
}

export function unsupportedMediaType(message: string): RequestFailure {
  return { name: "UnsupportedMediaTypeException", statusCode: 415, message };
}

export function notAcceptable(message: string): RequestFailure {
  return { name: "NotAcceptableException", statusCode: 406, message };
}

export function tooLarge(maximumBytes: number): RequestFailure {
  return {
    name: "RequestEntityTooLargeException",
    statusCode: 413,
    message: `The body is larger than the ${maximumBytes} bytes that this service accepts.`,
  };
}

export function requestTimeout(message: string): RequestFailure {
  return { name: "RequestTimeout", statusCode: 408, message };
}

/**
 * Thrown where a protocol or a step finds, while it reads a request, that another failure than a broken body is to be told. Known across
 * copies of this package, of which a server and its authenticator may come.
 */
export class RefusedRequest extends Error {
  declare readonly failure: RequestFailure;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "RefusedRequest" && "failure" in value;
  }

  constructor(failure: RequestFailure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = "RefusedRequest";
    this.failure = failure;
  }
}

/** What a handler failed with because the stream that it read did: streams and the functions that read them wrap the errors of others. */
export function refusedBody(error: unknown): RefusedRequest | undefined {
  let cause = error;
  for (let depth = 0; depth < 8 && cause instanceof Error; depth++) {
    if (cause instanceof RefusedRequest) return cause;
    cause = cause.cause;
  }
  return undefined;
}

/** The answer to what no one expected. Its cause is for the operator, never for the caller. */
export const internalFailure: RequestFailure = {
  name: "InternalFailure",
  statusCode: 500,
  message: "The request failed because of an error of the service.",
};
