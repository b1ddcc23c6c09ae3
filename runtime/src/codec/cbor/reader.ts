import { DecodeError } from "../codec-errors.js";
import { major } from "./writer.js";

/** How deep lists, maps and tags may nest. */
const maximumDepth = 256;

/** A place in a message. Readers of values move it behind what they read. */
export class CborReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  offset = 0;
  depth = 0;
  readonly view: DataView;
  /** The platform's own decoder of these bytes: null where it has none, undefined before the first text. */
  native: NativeTexts | null | undefined = undefined;
  /** The characters between two offsets, to cut texts from. */
  window = "";
  windowStart = 0;
  windowEnd = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

/** Node's and Bun's own decoding of what stands between two offsets, which costs half of what `TextDecoder` does for short texts. */
export interface NativeTexts {
  /** With U+FFFD for what is not UTF-8. */
  utf8Slice(start: number, end: number): string;
  latin1Slice(start: number, end: number): string;
}

/** The bytes of a map without entries: what an empty body stands for. */
export const emptyCborMap: Uint8Array = /* @__PURE__ */ new Uint8Array([0xa0]);

/** Reads a value. A DecodeError names its place below this value. */
export type ReadCbor<T> = (reader: CborReader) => T;

/**
 * Reads the one data item that a message consists of (RFC 8949).
 *
 * @throws DecodeError for bytes that are not well-formed CBOR, or values of another type
 */
export function decodeCbor<T>(bytes: Uint8Array, read: ReadCbor<T>): T {
  const reader = new CborReader(bytes);
  const value = read(reader);
  if (reader.offset !== reader.end) throw new DecodeError("", "there are bytes behind the CBOR data item");
  return value;
}

/** The error for data of the wrong type. `expected` has its article: `a text string`. */
export function unexpectedItem(reader: CborReader, expected: string): DecodeError {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined) return endsEarly();
  return new DecodeError("", `expected ${expected}, but found ${itemName(initial)}`);
}

export function endsEarly(): DecodeError {
  return new DecodeError("", "the CBOR data ends before it is complete");
}

export function malformed(): DecodeError {
  return new DecodeError("", "the CBOR data is not well-formed");
}

const names = ["an integer", "an integer", "a byte string", "a text string", "a list", "a map", "a tag"];

function itemName(initial: number): string {
  const name = names[initial >> 5];
  if (name !== undefined) return name;
  if (initial === 0xf4 || initial === 0xf5) return "a boolean";
  if (initial === 0xf6 || initial === 0xf7) return "null";
  if (initial >= 0xf9 && initial <= 0xfb) return "a float";
  return initial === 0xff ? "a break" : "a simple value";
}

/**
 * The argument of the item at the reader, which then stands behind it (RFC 8949, section 3). Its type is the caller's question.
 *
 * @returns the nearest double for an argument beyond 2^53
 * @throws DecodeError for reserved forms and indefinite lengths
 */
export function readArgument(reader: CborReader): number {
  const information = (reader.bytes[reader.offset] as number) & 0x1f;
  if (information >= 24) return readLongArgument(reader, information);
  reader.offset++;
  return information;
}

/** Apart, so that what happens mostly is small enough to be compiled into its callers. */
function readLongArgument(reader: CborReader, information: number): number {
  const { bytes, end, offset } = reader;
  const length = information === 24 ? 1 : information === 25 ? 2 : information === 26 ? 4 : 8;
  if (information > 27) throw malformed();
  if (offset + length >= end) throw endsEarly();
  reader.offset = offset + 1 + length;
  if (length === 1) return bytes[offset + 1] as number;
  if (length === 2) return ((bytes[offset + 1] as number) << 8) | (bytes[offset + 2] as number);
  const high = uint32(bytes, offset + 1);
  return length === 4 ? high : high * 0x1_0000_0000 + uint32(bytes, offset + 5);
}

function uint32(bytes: Uint8Array, offset: number): number {
  const low =
    ((bytes[offset + 1] as number) << 16) | ((bytes[offset + 2] as number) << 8) | (bytes[offset + 3] as number);
  return (bytes[offset] as number) * 0x100_0000 + low;
}

/** Goes one level down. Whoever leaves it again takes one from `depth`. */
export function descend(reader: CborReader): void {
  if (++reader.depth > maximumDepth) throw tooDeep();
}

function tooDeep(): DecodeError {
  return new DecodeError("", `lists, maps and tags nest more than ${maximumDepth} deep`);
}

/** The number of entries of the map at the reader; a negative one for a map that ends with a break. */
export function openMap(reader: CborReader): number {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || (initial & 0xe0) !== major.map) throw unexpectedItem(reader, "a map");
  return open(reader, initial);
}

/** {@link openMap} for a list. */
export function openList(reader: CborReader): number {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || (initial & 0xe0) !== major.list) throw unexpectedItem(reader, "a list");
  return open(reader, initial);
}

function open(reader: CborReader, initial: number): number {
  descend(reader);
  if ((initial & 0x1f) !== 31) return readArgument(reader);
  reader.offset++;
  return -1;
}

/** Whether a list or map of which `left` entries are left has another one; leaves it when it has not. */
export function hasMore(reader: CborReader, left: number): boolean {
  if (left > 0) return true;
  if (left < 0) {
    if (reader.bytes[reader.offset] !== 0xff) return true;
    reader.offset++;
  }
  reader.depth--;
  return false;
}

/** Reads null, or `undefined`, which stands for it (Smithy RPC v2 CBOR, "Shape serialization"), if that is what comes. */
export function readNull(reader: CborReader): boolean {
  const initial = reader.bytes[reader.offset];
  if (initial !== 0xf6 && initial !== 0xf7) return false;
  reader.offset++;
  return true;
}
