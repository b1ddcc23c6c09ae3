import type { FormNode } from "../codec/query/index.js";
import type { ServerOperation, ServerProtocol } from "./types.js";

/** An operation whose input is a form and whose output is XML. */
export interface QueryWireOperation {
  readonly operation: ServerOperation;
  /** Reads the input. Throws DecodeError for what does not fit. Absent for an operation without input. */
  readonly decode?: ((form: FormNode) => unknown) | undefined;
  /** The output as the inside of an XML element. Absent for an operation without output. */
  readonly encode?: ((output: never) => string) | undefined;
}

/** What an answer of a query protocol says of an error. */
export interface QueryWireError {
  /** Its name on the wire. */
  readonly code: string;
  readonly statusCode: number;
  /** Whose fault it is. */
  readonly type: "Sender" | "Receiver";
  /** Its modelled members as the inside of an XML element. */
  readonly encode: (error: never) => string;
}

/** A service of a query protocol, as generated code describes it. */
export interface QueryWire {
  /** Makes the body of a request readable, where requests may be compressed. */
  readonly open?: ServerProtocol["open"];
  /** What requests must have as `Version`. */
  readonly version: string;
  /** The declaration of the service's namespace in a start tag, with the blank before it; empty where it has none. */
  readonly namespace: string;
  readonly operations: readonly QueryWireOperation[];
  /** By shape ID. */
  readonly errors: Readonly<Record<string, QueryWireError>>;
}
