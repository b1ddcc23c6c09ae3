import type { BodySource } from "../bindings/bodies.js";
import type { ServerRequest, ServerResponse } from "./types.js";

/** How a protocol without HTTP bindings reads and writes the streams of one operation. */
export interface EventExchange {
  /**
   * The input with its stream; `decode` reads the members of the message that comes before all events. Absent where the input has no stream.
   */
  readonly read?: ((request: ServerRequest, decode: (initial: BodySource) => unknown) => unknown) | undefined;
  /** The body with the stream of an output, after `initial`. Absent where the output has no stream. */
  readonly write?: ((output: unknown, initial: string | Uint8Array) => ServerResponse["body"]) | undefined;
}

/** What the streams of an operation change for a protocol without HTTP bindings: nothing for most. */
export interface MayStream {
  /** Whether the input has a stream, so that requests are not read whole. */
  readonly streams?: boolean | undefined;
  readonly events?: EventExchange | undefined;
}
