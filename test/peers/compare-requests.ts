import { bodyDifference, isBinary } from "../protocol-tests/compare-bodies.js";
import type { WireRequest } from "../protocol-tests/exchange.js";

/**
 * Headers that no protocol speaks of: of the connection, of who calls and when, of the signature over the rest, of encodings that a client
 * offers, the version that botocore gives where it asks for endpoints, and digests that clients make of keys.
 */
const ownMatter =
  /^(?:host|user-agent|x-amz-user-agent|x-amz-date|x-amz-content-sha256|authorization|amz-sdk-.*|accept|accept-encoding|connection|content-length|transfer-encoding|expect|x-amzn-trace-id|x-amz-api-version|.*-customer-key-md5)$/;

/** What differs between two requests for one input: `wanted` is of a client that is not ours. */
export function requestDifference(theirs: WireRequest, ours: WireRequest): string | undefined {
  const [wanted, found] = [plainRequest(theirs), plainRequest(ours)];
  return (
    differs("method", wanted.method, found.method) ??
    differs("path", pathOf(wanted.target), pathOf(found.target)) ??
    differs("query", pairs(wanted.target), pairs(found.target)) ??
    headersDifference(wanted, found) ??
    bodiesDifference(wanted, found)
  );
}

/**
 * A request as it would be without chunks and with one kind of checksum: clients choose the algorithm, and send the checksum of a stream behind it
 * ("httpChecksum trait").
 */
function plainRequest(request: WireRequest): WireRequest {
  const headers: Record<string, string> = {};
  let isChunked = false;
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^(?:x-amz-checksum-(?!mode).*|content-md5|x-amz-trailer|x-amz-sdk-checksum-algorithm)$/.test(name)) {
      headers["checksum"] = "some";
    } else if (name === "content-encoding") {
      const encodings = value.split(/, */).filter((one) => one !== "" && one !== "aws-chunked");
      isChunked = value.includes("aws-chunked");
      if (encodings.length > 0) headers[name] = encodings.join(",");
    } else if (name !== "x-amz-decoded-content-length") headers[name] = value;
  }
  return { ...request, headers, body: isChunked ? joinedChunks(Buffer.from(request.body)) : request.body };
}

/** The content of a body in chunks: each has its length in hexadecimal digits and perhaps a signature before it. */
function joinedChunks(body: Buffer): Uint8Array {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.toString("latin1", at, end), 16);
    if (!(length > 0)) break;
    chunks.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}

function headersDifference(wanted: WireRequest, found: WireRequest): string | undefined {
  for (const name of new Set([...Object.keys(wanted.headers), ...Object.keys(found.headers)])) {
    if (ownMatter.test(name)) continue;
    const [left, right] = [wanted.headers[name], found.headers[name]].map((value) => comparable(name, value));
    // botocore says no media type of bytes, texts and XML, where the specification wants one; the SDK says one of nothing.
    if (name === "content-type" && left === undefined && /octet-stream|xml|text/.test(right ?? "")) continue;
    if (name === "content-type" && right === undefined && wanted.body.length + found.body.length === 0) continue;
    const difference = differs(`header ${name}`, left, right);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** A media type without parameters, and a list without blanks. */
function comparable(name: string, value: string | undefined): string | undefined {
  if (name === "content-type") return value?.replace(/;.*/, "");
  return value?.replaceAll(/, +/g, ",");
}

function bodiesDifference(wanted: WireRequest, found: WireRequest): string | undefined {
  const [type = ""] = (wanted.headers["content-type"] ?? "").split(";");
  const mediaType = type.startsWith("application/x-amz-json") ? "application/json" : type;
  if (mediaType === "application/x-www-form-urlencoded") {
    return differs("body", formPairs(wanted.body), formPairs(found.body));
  }
  const body = Buffer.from(wanted.body);
  return bodyDifference(body.toString(isBinary(mediaType) ? "base64" : "utf8"), found.body, mediaType || undefined);
}

function differs(what: string, wanted: string | undefined, found: string | undefined): string | undefined {
  return wanted === found ? undefined : `${what}: the other client has ${wanted ?? "none"}, ours ${found ?? "none"}`;
}

/** The pairs of a form, sorted. A space can be written in two ways. */
function formPairs(body: Uint8Array): string {
  return [...new URLSearchParams(Buffer.from(body).toString())]
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("\n");
}

/** The pairs of the query string, sorted: their order says nothing. A name without a value is one with an empty value. S3's `x-id` is left to the client. */
function pairs(target: string): string {
  const [, query = ""] = split(target);
  const each = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("x-id="));
  return each
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
    .toSorted()
    .join("&");
}

/** A slash at the end says nothing: models of Route 53 once had it. */
function pathOf(target: string): string {
  return split(target)[0].replace(/(?<=.)\/$/, "");
}

function split(target: string): readonly [string, string] {
  const at = target.indexOf("?");
  return at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at + 1)];
}
