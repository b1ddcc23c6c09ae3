import type { QueryParameters } from "../bindings/query.js";
import type { ServerOperation } from "./types.js";

/** A request on its way to one operation, with what its path and query say. */
export interface BoundRequest {
  /** What the labels of the path stand for, in their order, unescaped. */
  readonly labels: readonly string[];
  readonly query: QueryParameters;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** A header's value, several joined with a comma. `name` is in lower case. */
  header(name: string): string | undefined;
  readonly body: Uint8Array;
  /** The body as it comes in. For one reader. */
  stream(): ReadableStream<Uint8Array>;
  /** The body as text; undefined when it is not UTF-8. */
  text(): string | undefined;
}

/** An answer before its protocol adds what all of its answers have. */
export interface HttpAnswer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** An operation with HTTP bindings (Smithy 2.0, "HTTP bindings"). */
export interface HttpWireOperation {
  readonly operation: ServerOperation;
  /** Whether the input has a stream, so that requests are not read whole. */
  readonly streams?: boolean | undefined;
  readonly method: string;
  /** The pattern of the path and the literals of the query string, as the `http` trait has them: `/files/{path+}?list`. */
  readonly uri: string;
  /** The literal of the query string that requests may lack. Those that do have the required query parameters and headers. */
  readonly optionalLiteral?: OptionalLiteral | undefined;
  /** The media type of request bodies: `*` for any, the empty string where requests have no body. */
  readonly requestType: string;
  /** The media type of successful answers' bodies: `*` where any will do. */
  readonly responseType: string;
  /** The input. Throws DecodeError for what does not fit. */
  readonly read: (request: BoundRequest) => unknown;
  readonly respond: (output: never) => HttpAnswer;
}

/** A literal that names an operation, and what tells it from others of the same path where a request lacks the literal. */
export interface OptionalLiteral {
  readonly name: string;
  readonly query: readonly string[];
  /** In lower case. */
  readonly headers: readonly string[];
}

/** A service with HTTP bindings, as generated code describes it for the protocols of one body format. */
export interface HttpWire {
  readonly operations: readonly HttpWireOperation[];
  /** Writes an error, by its shape ID. */
  readonly errors: Readonly<Record<string, (error: never) => HttpAnswer>>;
}
