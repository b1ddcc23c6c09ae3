import { ConfigurationError, InputError } from "./client-errors.js";
import type { ServiceInfo } from "./service-info.js";

/** Where requests of a service go. */
export interface Endpoint {
  /** `https://api.ecr.us-east-1.amazonaws.com` */
  readonly origin: string;
  /** What stands before the path of every request: empty, or `/base`, without empty or dotted segments and a slash at its end. */
  readonly basePath: string;
}

/** A label of a host name (RFC 1123). */
const labelPattern = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** The domains of AWS's partitions but the first, by what the names of their regions begin with. */
const domains = new Map([
  ["cn", "amazonaws.com.cn"],
  ["us-iso", "c2s.ic.gov"],
  ["us-isob", "sc2s.sgov.gov"],
  ["us-isof", "csp.hci.ic.gov"],
  ["eu-isoe", "cloud.adc-e.uk"],
  ["eusc-de", "amazonaws.eu"],
]);

/**
 * The endpoint of a service in a region.
 *
 * @throws ConfigurationError when the region is missing or is no host label, or the service has no endpoint of its own.
 */
export function serviceEndpoint(service: ServiceInfo, region: string | undefined): Endpoint {
  if (!service.endpointPrefix) {
    throw new ConfigurationError("endpoint", `${service.sdkId} needs an \`endpoint\``);
  }
  const label = requireRegion(region);
  const domain = domains.get(label.replace(/-[a-z]+-\d+$/, "")) ?? "amazonaws.com";
  return { origin: `https://${service.endpointPrefix}.${label}.${domain}`, basePath: "" };
}

/** The region, where one is needed. It becomes part of host names, so that nothing but a host label will do. */
export function requireRegion(region: string | undefined): string {
  if (region && labelPattern.test(region)) return region;
  throw new ConfigurationError("region", "The client needs a `region` like us-east-1");
}

/**
 * An endpoint as a user gives it.
 *
 * @throws ConfigurationError for anything but an HTTP URL of origin and path.
 */
export function parseEndpoint(endpoint: string | URL): Endpoint {
  const url = URL.canParse(endpoint) && new URL(endpoint);
  if (url && /^https?:\/\/[^@?#]*$/.test(url.href)) {
    return { origin: url.origin, basePath: url.pathname.replace(/\/+(?=\/|$)/g, "") };
  }
  // Names of users, passwords and queries may be secrets.
  const shown = String(endpoint).replace(/.*@|[?#].*/gs, "...");
  throw new ConfigurationError(
    "endpoint",
    `The \`endpoint\` "${shown}" must be a plain HTTP URL like http://127.0.0.1:8080`,
  );
}

/** An origin with the host prefix of an operation. Addresses and `localhost` have no names below them and stay as they are. */
export function prefixHost(origin: string, prefix: string): string {
  return /\/\/(?:[\d.]+|\[.*\]|localhost)(?::|$)/.test(origin) ? origin : origin.replace("//", `//${prefix}`);
}

/**
 * The value of an input member as a part of a host name (Smithy 2.0, "hostLabel trait").
 *
 * @throws InputError for anything but a host label
 */
export function hostLabel(value: unknown): string {
  if (typeof value === "string" && labelPattern.test(value)) return value;
  throw new InputError("an operation with a host label", [
    { path: "", message: "a part of the host name is not made of letters, digits and hyphens" },
  ]);
}
