import type { CborWriter, ReadCbor } from "../codec/cbor/index.js";
import type { MayStream } from "./event-exchange.js";
import type { ServerOperation } from "./types.js";

/** An operation whose whole input and output are CBOR. */
export interface CborWireOperation extends MayStream {
  readonly operation: ServerOperation;
  /** Reads the input. Throws DecodeError for values of another type. Absent for an operation without input. */
  readonly decode?: ReadCbor<unknown> | undefined;
  /** Writes the output. Absent for an operation without output, whose answers have no body. */
  readonly encode?: ((writer: CborWriter, output: never) => void) | undefined;
}

/** A service whose whole inputs and outputs are CBOR, as generated code describes it. */
export interface CborWire {
  readonly operations: readonly CborWireOperation[];
  /** Writes the modelled members of an error, by its shape ID. */
  readonly errors: Readonly<Record<string, (writer: CborWriter, error: never) => void>>;
}
