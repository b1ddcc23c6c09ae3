import type { Transport } from "../http/transport.js";

/** What a command line takes from the process around it. */
export interface CommandEnvironment {
  /** Environment variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly output: TextSink;
  readonly errors: TextSink;
  /** In characters, for tables and help pages; absent when the output is no terminal. */
  readonly width?: number | undefined;
  /** Sends requests, in place of the transport of this platform. */
  readonly transport?: Transport | undefined;
  /** Ends a call that is under way. */
  readonly signal?: AbortSignal | undefined;
}

export interface TextSink {
  write(text: string): void;
}
