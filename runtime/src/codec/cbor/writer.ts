/** A major type of RFC 8949, section 3.1, as it stands in the high bits of an initial byte. */
export const major = {
  unsigned: 0x00,
  negative: 0x20,
  bytes: 0x40,
  text: 0x60,
  list: 0x80,
  map: 0xa0,
  tag: 0xc0,
  other: 0xe0,
} as const;

const initialCapacity = 4096;
/** A larger buffer is not kept for the next message. */
const largestKept = 1 << 20;

/** A buffer that grows while a message is written into it. */
export class CborWriter {
  bytes = new Uint8Array(initialCapacity);
  view = new DataView(this.bytes.buffer);
  offset = 0;

  /** Makes room for `length` more bytes. */
  reserve(length: number): void {
    const needed = this.offset + length;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.offset));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** The writer of the last message, unless it is in use: an object's getter may write another message while one is written. */
let spare: CborWriter | undefined;

/** The bytes of one data item. `write` gets the value and where it stands: at the top. */
export function encodeCbor<T>(value: T, write: (writer: CborWriter, value: T) => void): Uint8Array<ArrayBuffer> {
  const writer = spare ?? new CborWriter();
  spare = undefined;
  writer.offset = 0;
  write(writer, value);
  const message = writer.bytes.slice(0, writer.offset);
  if (writer.bytes.length <= largestKept) spare = writer;
  return message;
}

/** An initial byte and its argument in the shortest form (RFC 8949, sections 3 and 4.2.1). @param argument an integer up to 2^53 - 1 */
export function writeHead(writer: CborWriter, type: number, argument: number): void {
  writer.reserve(9);
  const { bytes } = writer;
  if (argument < 24) {
    bytes[writer.offset++] = type | argument;
  } else if (argument < 0x100) {
    bytes[writer.offset++] = type | 24;
    bytes[writer.offset++] = argument;
  } else if (argument < 0x1_0000) {
    bytes[writer.offset++] = type | 25;
    bytes[writer.offset++] = argument >> 8;
    bytes[writer.offset++] = argument;
  } else if (argument < 0x1_0000_0000) {
    bytes[writer.offset++] = type | 26;
    writer.view.setUint32(writer.offset, argument);
    writer.offset += 4;
  } else {
    bytes[writer.offset++] = type | 27;
    writer.view.setUint32(writer.offset, argument / 0x1_0000_0000);
    writer.view.setUint32(writer.offset + 4, argument >>> 0);
    writer.offset += 8;
  }
}
