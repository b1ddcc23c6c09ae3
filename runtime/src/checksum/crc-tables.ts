/** Bytes that one step of {@link updateCrc} takes. */
export const sliceBytes = 8;

/**
 * The tables of a reflected CRC of 32 bits: 256 entries for each byte of a slice. Entry `256 * k + b` is what the byte `b` does to the
 * register when `k` bytes follow it in the slice.
 */
export function crcTables(polynomial: number, slices: number): Int32Array {
  const tables = new Int32Array(256 * slices);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    tables[byte] = value;
  }
  for (let index = 256; index < tables.length; index++) {
    const shorter = tables[index - 256] as number;
    tables[index] = (shorter >>> 8) ^ (tables[shorter & 0xff] as number);
  }
  return tables;
}

/** The register after the bytes, eight at a step. `register` is neither inverted before nor after. */
export function updateCrc(tables: Int32Array, bytes: Uint8Array, register: number): number {
  const { length } = bytes;
  let crc = register;
  let index = 0;
  for (const end = length - 7; index < end; index += 8) {
    const low =
      crc ^
      ((bytes[index] as number) |
        ((bytes[index + 1] as number) << 8) |
        ((bytes[index + 2] as number) << 16) |
        ((bytes[index + 3] as number) << 24));
    crc =
      (tables[1792 + (low & 0xff)] as number) ^
      (tables[1536 + ((low >>> 8) & 0xff)] as number) ^
      (tables[1280 + ((low >>> 16) & 0xff)] as number) ^
      (tables[1024 + (low >>> 24)] as number) ^
      (tables[768 + (bytes[index + 4] as number)] as number) ^
      (tables[512 + (bytes[index + 5] as number)] as number) ^
      (tables[256 + (bytes[index + 6] as number)] as number) ^
      (tables[bytes[index + 7] as number] as number);
  }
  for (; index < length; index++) crc = (crc >>> 8) ^ (tables[(crc ^ (bytes[index] as number)) & 0xff] as number);
  return crc;
}
