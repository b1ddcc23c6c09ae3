import { ConfigurationError, InputError } from "./client-errors.js";
import type { ServiceInfo } from "./service-info.js";

/** Where requests of a service go. */
export interface Endpoint {
  /** `https://api.ecr.us-east-1.amazonaws.com` */
  readonly origin: string;
  /** What stands before the path of every request: empty, or `/base` without a slash at its end. */
  readonly basePath: string;
}

/** A label of a host name (RFC 1123). */
const labelPattern = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** The domains of AWS's partitions, by how the names of their regions begin. */
const partitions: readonly (readonly [prefix: string, domain: string])[] = [
  ["cn-", "amazonaws.com.cn"],
  ["us-iso-", "c2s.ic.gov"],
  ["us-isob-", "sc2s.sgov.gov"],
  ["us-isof-", "csp.hci.ic.gov"],
  ["eu-isoe-", "cloud.adc-e.uk"],
  ["eusc-", "amazonaws.eu"],
];

/**
 * The endpoint of a service in a region.
 *
 * @throws ConfigurationError when the region is missing or is no host label, or the service has no endpoint of its own.
 */
export function serviceEndpoint(service: ServiceInfo, region: string | undefined): Endpoint {
  if (service.endpointPrefix === undefined) {
    throw new ConfigurationError(
      "endpoint",
      `${service.sdkId} has no endpoint of its own: give the client an \`endpoint\``,
    );
  }
  const label = requireRegion(region);
  const domain = partitions.find(([prefix]) => label.startsWith(prefix))?.[1] ?? "amazonaws.com";
  return { origin: `https://${service.endpointPrefix}.${label}.${domain}`, basePath: "" };
}

/** The region, where one is needed. It becomes part of host names, so that nothing but a host label will do. */
export function requireRegion(region: string | undefined): string {
  if (region === undefined || region === "") {
    throw new ConfigurationError("region", "No region: give the client a `region`, or set AWS_REGION");
  }
  if (!labelPattern.test(region)) {
    throw new ConfigurationError("region", "The region is not a name of letters, digits and hyphens");
  }
  return region;
}

/**
 * An endpoint as a user gives it.
 *
 * @throws ConfigurationError for anything but an HTTP URL of origin and path.
 */
export function parseEndpoint(endpoint: string | URL): Endpoint {
  const url = URL.canParse(String(endpoint)) ? new URL(endpoint) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.search + url.hash + url.username + url.password !== ""
  ) {
    throw new ConfigurationError(
      "endpoint",
      "The endpoint must be a URL like `https://example.com` or `http://127.0.0.1:8000/path`, without query and user",
    );
  }
  return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, "") };
}

/** The endpoint with a host prefix of an operation. Addresses and `localhost` have no names below them and stay as they are. */
export function prefixHost({ origin, basePath }: Endpoint, prefix: string): Endpoint {
  const [scheme = "", host = ""] = origin.split("//");
  if (/^(?:[\d.]+|\[.*\]|localhost)(?::\d+)?$/.test(host)) return { origin, basePath };
  return { origin: `${scheme}//${prefix}${host}`, basePath };
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
