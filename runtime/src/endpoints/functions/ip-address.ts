/** One number of an IPv4 address: no leading zero, up to three digits, whatever its value. */
const segment = String.raw`(?:\d|[1-9]\d{1,2})`;
const version4 = new RegExp(String.raw`^${segment}(?:\.${segment}){3}$`);

/**
 * True for four numbers with dots between them, and for anything in square brackets, which is where IPv6 addresses stand: what the `isIp` of a
 * parsed URL says ("parseURL function").
 *
 * @param host - without port
 */
export function isIpAddress(host: string): boolean {
  return version4.test(host) || (host.length > 1 && host.startsWith("[") && host.endsWith("]"));
}
