import { rootPlace, RuleFault } from "./place.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * "Binary node encoding": Base64 of three big-endian integers of four bytes a node.
 *
 * @throws RuleFault when the text is no Base64, or has another length
 */
export function decodeNodes(encoded: string, nodeCount: number): Int32Array {
  const bytes = decodeBase64(encoded);
  const wanted = nodeCount * 12;
  if (bytes.length !== wanted) {
    throw new RuleFault(`Expected ${wanted} bytes for ${nodeCount} nodes, but got ${bytes.length}`, rootPlace);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: nodeCount * 3 }, (_, index) => view.getInt32(index * 4));
}

/** RFC 4648, section 4, with or without padding, and with the messages that Smithy's users know. */
function decodeBase64(encoded: string): Uint8Array {
  if (encoded.length === 1) fail("Input byte[] should at least have 2 bytes for base64 bytes");
  const bytes = new Uint8Array(Math.floor((encoded.length * 3) / 4));
  let bits = 0;
  let filled = 0;
  let length = 0;
  let index = 0;
  for (; index < encoded.length && encoded[index] !== "="; index += 1) {
    const digit = alphabet.indexOf(encoded.charAt(index));
    if (digit < 0) fail(`Illegal base64 character ${encoded.charCodeAt(index).toString(16)}`);
    bits = ((bits << 6) | digit) & 0xffffff;
    filled = (filled + 1) % 4;
    // The first digit of four completes no byte.
    if (filled === 1) continue;
    bytes[length] = bits >> (filled === 0 ? 0 : 8 - 2 * filled);
    length += 1;
  }
  if (index < encoded.length) index += paddingLength(filled, encoded[index + 1]);
  if (filled === 1) fail("Last unit does not have enough valid bits");
  if (index < encoded.length) fail(`Input byte array has incorrect ending byte at ${index}`);
  return bytes.subarray(0, length);
}

function paddingLength(filled: number, next: string | undefined): number {
  if (filled === 0 || (filled === 2 && next !== "=")) fail("Input byte array has wrong 4-byte ending unit");
  return filled === 2 ? 2 : 1;
}

function fail(message: string): never {
  throw new RuleFault(message, rootPlace);
}
