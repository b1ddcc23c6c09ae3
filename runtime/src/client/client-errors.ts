/** The client cannot work as it was set up: a setting is missing or makes no sense. Nothing was sent. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  /** The setting in question. */
  declare readonly setting:
    "credentials" | "endpoint" | "inputCheck" | "region" | "requestMinCompressionSizeBytes" | "s3" | "signedChunks";

  constructor(setting: ConfigurationError["setting"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.setting = setting;
  }
}

/** Where and why an input breaks the model, without the value. */
export interface InputFailure {
  /** A JSON pointer where known, else the name of the member; empty for the whole input. */
  readonly path: string;
  readonly message: string;
}

/** The input is not what the operation takes. Nothing was sent. */
export class InputError extends Error {
  override readonly name = "InputError";
  declare readonly failures: readonly InputFailure[];

  constructor(operation: string, failures: readonly InputFailure[], options?: ErrorOptions) {
    super(`Invalid input of ${operation}: ${failures.map(({ message }) => message).join("; ")}`, options);
    this.failures = failures;
  }
}

/** The time that was given for an attempt or for the whole call is over. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
  /** Whether one attempt took too long, or all of them together. */
  declare readonly scope: "attempt" | "call";

  constructor(scope: TimeoutError["scope"], milliseconds: number) {
    super(`The ${scope} took longer than ${milliseconds} ms`);
    this.scope = scope;
  }
}

/** A successful response whose body is not what the model says. */
export class ResponseError extends Error {
  override readonly name = "ResponseError";
  declare readonly statusCode: number;
  declare readonly requestId: string | undefined;

  constructor(operation: string, statusCode: number, requestId: string | undefined, cause: unknown) {
    super(`Unreadable response to ${operation}: ${String(cause)}`, { cause });
    this.statusCode = statusCode;
    this.requestId = requestId;
  }
}
