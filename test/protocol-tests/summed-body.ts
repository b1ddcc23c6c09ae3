import { createHash } from "node:crypto";

/**
 * The bytes of a test's body that its own `Content-MD5` is of. Bodies of JSON are compared as documents, so that a test may print one in
 * several lines and give the checksum of what a client sends, which is the same document without blanks.
 */
export function summedBody(body: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array {
  const wanted = headers["content-md5"];
  if (wanted === undefined || md5(body) === wanted) return body;
  try {
    const compact = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
    return md5(compact) === wanted ? compact : body;
  } catch {
    return body;
  }
}

function md5(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("base64");
}
