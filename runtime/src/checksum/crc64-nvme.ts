import type { Checksum } from "./checksum.js";

/** The reflected polynomial of NVM Express (Base Specification, "64b CRC"), in halves. */
const polynomialHigh = 0x9a6c9329;
const polynomialLow = 0xac4bc9b5;

interface Tables {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

let cached: Tables | undefined;

/** Eight tables of 256 entries in two halves of 32 bits: numbers of 64 bits would be objects. */
function tables(): Tables {
  if (cached !== undefined) return cached;
  const high = new Int32Array(2048);
  const low = new Int32Array(2048);
  for (let byte = 0; byte < 256; byte++) {
    let upper = 0;
    let lower = byte;
    for (let bit = 0; bit < 8; bit++) {
      const odd = lower & 1;
      lower = (lower >>> 1) | (upper << 31);
      upper >>>= 1;
      if (odd) {
        upper ^= polynomialHigh;
        lower ^= polynomialLow;
      }
    }
    high[byte] = upper;
    low[byte] = lower;
  }
  for (let index = 256; index < 2048; index++) {
    const upper = high[index - 256] as number;
    const lower = low[index - 256] as number;
    const next = lower & 0xff;
    high[index] = (upper >>> 8) ^ (high[next] as number);
    low[index] = ((lower >>> 8) | (upper << 24)) ^ (low[next] as number);
  }
  return (cached = { high, low });
}

/** CRC-64/NVME, piece by piece. */
export function incrementalCrc64Nvme(): Checksum {
  let upper = 0xffffffff;
  let lower = 0xffffffff;
  return {
    update(bytes) {
      const { high, low } = tables();
      const { length } = bytes;
      let index = 0;
      for (const end = length - 7; index < end; index += 8) {
        const first = lower ^ wordAt(bytes, index);
        const second = upper ^ wordAt(bytes, index + 4);
        const a = 1792 + (first & 0xff);
        const b = 1536 + ((first >>> 8) & 0xff);
        const c = 1280 + ((first >>> 16) & 0xff);
        const d = 1024 + (first >>> 24);
        const e = 768 + (second & 0xff);
        const f = 512 + ((second >>> 8) & 0xff);
        const g = 256 + ((second >>> 16) & 0xff);
        const h = second >>> 24;
        upper =
          at(high, a) ^ at(high, b) ^ at(high, c) ^ at(high, d) ^ at(high, e) ^ at(high, f) ^ at(high, g) ^ at(high, h);
        lower = at(low, a) ^ at(low, b) ^ at(low, c) ^ at(low, d) ^ at(low, e) ^ at(low, f) ^ at(low, g) ^ at(low, h);
      }
      for (; index < length; index++) {
        const entry = (lower ^ (bytes[index] as number)) & 0xff;
        lower = ((lower >>> 8) | (upper << 24)) ^ at(low, entry);
        upper = (upper >>> 8) ^ at(high, entry);
      }
    },
    digest() {
      const result = new Uint8Array(8);
      const view = new DataView(result.buffer);
      view.setUint32(0, ~upper);
      view.setUint32(4, ~lower);
      return result;
    },
  };
}

function at(table: Int32Array, index: number): number {
  return table[index] as number;
}

function wordAt(bytes: Uint8Array, index: number): number {
  return (
    (bytes[index] as number) |
    ((bytes[index + 1] as number) << 8) |
    ((bytes[index + 2] as number) << 16) |
    ((bytes[index + 3] as number) << 24)
  );
}
