import { crc32 as crc32Of } from "#digests";
import { crcTables, sliceBytes, updateCrc } from "./crc-tables.js";
import type { Checksum } from "./checksum.js";

/** The reflected polynomial of Castagnoli. */
const castagnoli = 0x82f63b78;

/**
 * CRC-32 (ISO 3309, as in gzip) of the bytes, unsigned.
 *
 * @param before the checksum of the bytes before these
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  return crc32Of(bytes, before);
}

let castagnoliTables: Int32Array | undefined;

/** CRC-32C (RFC 3720, appendix B.4) of the bytes, unsigned. */
export function crc32c(bytes: Uint8Array, before = 0): number {
  castagnoliTables ??= crcTables(castagnoli, sliceBytes);
  return ~updateCrc(castagnoliTables, bytes, ~before) >>> 0;
}

/** A {@link Checksum} of one of the two. */
export function incrementalCrc32(crc: (bytes: Uint8Array, before: number) => number): Checksum {
  let value = 0;
  return {
    update(bytes) {
      value = crc(bytes, value);
    },
    digest() {
      const result = new Uint8Array(4);
      new DataView(result.buffer).setUint32(0, value);
      return result;
    },
  };
}
