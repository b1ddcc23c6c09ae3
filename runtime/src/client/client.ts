import { defaultTransport } from "#transport";
import { defaultCredentials, defaultRegion, platformToken } from "#platform";
import { cacheCredentials } from "../aws/credential-cache.js";
import type { CredentialProvider } from "../aws/credentials.js";
import type { Transport } from "../http/transport.js";
import { ConfigurationError } from "./client-errors.js";
import { systemClock } from "./clock.js";
import type { ClientConfig, Clock } from "./config.js";
import { parseEndpoint, serviceEndpoint, type Endpoint } from "./endpoint.js";
import { RetryBudget } from "./retry.js";
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
  readonly retryBudget = new RetryBudget();
  /** Milliseconds that servers' clocks were found ahead of ours. */
  clockOffset = 0;
  readonly #endpoint: Endpoint | undefined;
  readonly #endpoints = new Map<string, Endpoint>();

  /** @throws ConfigurationError for an endpoint that is no URL, or for validation without validators. */
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
    if ((config.validate ?? "off") !== "off" && config.validators === undefined) {
      throw new ConfigurationError(
        "validators",
        '`validate` needs the generated package\'s validators: `validators: () => import("…/validators")`',
      );
    }
  }

  /** @throws ConfigurationError when there is none. */
  endpointOf(service: ServiceInfo): Endpoint {
    if (this.#endpoint !== undefined) return this.#endpoint;
    let endpoint = this.#endpoints.get(service.shape);
    if (endpoint === undefined) {
      endpoint = serviceEndpoint(service, this.region);
      this.#endpoints.set(service.shape, endpoint);
    }
    return endpoint;
  }

  /** The value of `User-Agent`; undefined where the platform sets its own. */
  userAgentOf(service: ServiceInfo): string | undefined {
    if (platformToken === undefined) return undefined;
    const api = `${service.sdkId.replace(/[^\w.-]+/g, "_")}#${service.version}`;
    const own = this.config.userAgent === undefined ? "" : ` ${this.config.userAgent}`;
    return `${platformToken} api/${api}${own}`;
  }

  /** Closes idle connections. Calls under way finish; later calls connect again. */
  close(): void {
    this.transport.close?.();
  }
}

/**
 * Makes a client for operations.
 *
 * @throws ConfigurationError for an endpoint that is no URL, or for validation without validators.
 */
export function createClient(config: ClientConfig = {}): Client {
  return new Client(config);
}

/** The client itself, or a new one with the configuration over the defaults. */
export function clientOf(config: ClientConfig | Client, defaults: ClientConfig): Client {
  return config instanceof Client ? config : new Client({ ...defaults, ...config });
}
