import type { CallStep } from "../../client/call-step.js";
import { createChecksum } from "../../checksum/create-checksum.js";
import { bytesToHex } from "../../codec/hex.js";
import { collect, isStream, joinBytes } from "../../http/byte-streams.js";

/** Says which version of the service is called (Smithy 2.0, "Amazon Glacier Customizations"). */
export const glacierVersion: CallStep = {
  request: (request, { service }) => ({
    ...request,
    headers: { ...request.headers, "x-amz-glacier-version": service.version },
  }),
};

/** Takes the account of the caller where none is given ("Default value for accountId"). */
export const glacierAccount: CallStep = {
  input(input) {
    const { accountId } = input as { readonly accountId?: string };
    return accountId ? input : { ...(input as object), accountId: "-" };
  },
};

/**
 * Adds the hashes of an archive ("Default checksum generation"), unless they are given. They stand before the body, so that a stream is
 * read whole.
 */
export const glacierChecksums: CallStep = {
  async request(request) {
    const { body, headers } = request;
    const whole = isStream(body) ? await collect(body, Infinity, () => new RangeError()) : body;
    const bytes = typeof whole === "string" ? new TextEncoder().encode(whole) : whole;
    if (bytes.length === 0) return { ...request, body: bytes };
    return {
      ...request,
      body: bytes,
      headers: {
        "x-amz-content-sha256": bytesToHex(sha256(bytes)),
        "x-amz-sha256-tree-hash": bytesToHex(treeHash(bytes)),
        ...headers,
      },
    };
  },
};

const leafBytes = 2 ** 20;

/** The root of a tree of hashes over the bytes' mebibytes, in which each node hashes the two below it; one without a pair moves up. */
export function treeHash(bytes: Uint8Array): Uint8Array {
  let level: Uint8Array[] = [];
  for (let start = 0; start < Math.max(bytes.length, 1); start += leafBytes) {
    level.push(sha256(bytes.subarray(start, start + leafBytes)));
  }
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const pair = level.slice(index, index + 2);
      above.push(pair.length === 2 ? sha256(joinBytes(pair)) : joinBytes(pair));
    }
    level = above;
  }
  return joinBytes(level);
}

function sha256(bytes: Uint8Array): Uint8Array {
  const hash = createChecksum("SHA256");
  hash.update(bytes);
  return hash.digest();
}
