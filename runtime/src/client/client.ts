import type { ClientConfig } from "./config.js";

/** What operations are called with: configuration and the state that calls share (connections, retry budget, clock offset). */
export interface Client {
  readonly config: ClientConfig;
  /** Closes idle connections. Calls under way finish; later calls connect again. */
  close(): void;
}
