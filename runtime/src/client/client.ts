import { defaultTransport } from "#transport";
import { defaultCredentials, defaultRegion } from "#platform";
import { cacheCredentials } from "../aws/credential-cache.js";
import type { CredentialProvider } from "../aws/credentials.js";
import type { Transport } from "../http/transport.js";
import { systemClock } from "./clock.js";
import type { ClientConfig, Clock } from "./config.js";
import { parseEndpoint, serviceEndpoint, type Endpoint } from "./endpoint.js";
import { retryCapacity } from "./retry.js";
import type { ServiceInfo } from "./service-info.js";

/**
 * What operations are called with: the configuration, and the state that calls share (connections, credentials, retry budget, clock
 * correction). It belongs to no service: one client may serve operations of several.
 */
export class Client {
  readonly config: ClientConfig;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly region: string | undefined;
  /** Undefined for a client that sends requests unsigned. */
  readonly credentials: CredentialProvider | undefined;
  /** What is left for retries. */
  retryBudget = retryCapacity;
  /** Milliseconds that servers' clocks were found ahead of ours. */
  clockOffset = 0;
  readonly #endpoint: Endpoint | undefined;

  /** @throws ConfigurationError for an endpoint that is no URL. */
  constructor(config: ClientConfig) {
    this.config = config;
    this.transport = config.transport ?? defaultTransport();
    this.clock = config.clock ?? systemClock;
    this.region = config.region ?? defaultRegion();
    this.#endpoint = config.endpoint === undefined ? undefined : parseEndpoint(config.endpoint);
    const { credentials } = config;
    if (credentials !== "anonymous") {
      const given = typeof credentials === "object" ? () => credentials : (credentials ?? defaultCredentials);
      this.credentials = cacheCredentials(given, () => this.clock.now());
    }
  }

  /** @throws ConfigurationError when there is none. */
  endpointOf(service: ServiceInfo): Endpoint {
    return this.#endpoint ?? serviceEndpoint(service, this.region);
  }

  /** Closes idle connections. Calls under way finish; later calls connect again. */
  close(): void {
    this.transport.close?.();
  }
}

/**
 * Makes a client for operations.
 *
 * @throws ConfigurationError for an endpoint that is no URL.
 */
export function createClient(config: ClientConfig = {}): Client {
  return new Client(config);
}
