import type { MayStream } from "./event-exchange.js";
import type { ServerOperation } from "./types.js";

/** An operation whose whole input and output are JSON. */
export interface JsonWireOperation extends MayStream {
  readonly operation: ServerOperation;
  /** The input from parsed JSON. Throws DecodeError for values of another type. */
  readonly decode: (value: unknown, path: string) => unknown;
  /** The output as JSON text. Absent for an operation without output, whose answers have no body. */
  readonly encode?: ((output: never) => string) | undefined;
  /** Whether numbers of the input need more than a double. */
  readonly lossless?: boolean | undefined;
  /** Whether the input may nest without end: a recursive shape or a document. */
  readonly nests?: boolean | undefined;
}

/** A service whose whole inputs and outputs are JSON, as generated code describes it. */
export interface JsonWire {
  readonly operations: readonly JsonWireOperation[];
  /** The modelled members of an error as JSON text, by its shape ID. */
  readonly errors: Readonly<Record<string, (error: never) => string>>;
}
