import { CborWriter, major, writeHead } from "./writer.js";

/** The names of a structure's members, ready to be written and to be found again. */
export interface CborKeys {
  readonly names: readonly string[];
  /** Each name as a text string with its head. */
  readonly encoded: readonly Uint8Array[];
  /** Of each encoded name the words of four bytes to compare it by: the last one ends where the name does, wherever the one before ends. */
  readonly words: readonly Int32Array[];
  /** The position of a name, or -1, at the place that {@link placeOfKey} gives; one of those whose place is the same. */
  readonly places: Int16Array;
  /** The position of a name; several names may share one. */
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * @param names of the members, in the order in which they are written
 * @param others names that stand for a member as well, each with the member's position
 */
export function cborKeys(names: readonly string[], others: Readonly<Record<string, number>> = {}): CborKeys {
  const encoded = names.map(encodeKey);
  return {
    names,
    encoded,
    words: encoded.map(wordsOf),
    places: placesOf(encoded),
    positions: new Map([...Object.entries(others), ...names.map((name, position) => [name, position] as const)]),
  };
}

/** At least four places a name, so that few share one. */
function placesOf(encoded: readonly Uint8Array[]): Int16Array {
  const places = new Int16Array(4 << (32 - Math.clz32(encoded.length))).fill(-1);
  for (const [position, key] of encoded.entries()) {
    const place = placeOfKey(key, 0, places.length);
    if (places[place] === -1) places[place] = position;
  }
  return places;
}

/** Where a name's position is kept: told by its length and the characters at its start, in its middle and at its end. */
export function placeOfKey(bytes: Uint8Array, offset: number, places: number): number {
  const head = bytes[offset] as number;
  const length = head & 0x1f;
  const first = bytes[offset + 1] as number;
  const middle = bytes[offset + 1 + (length >> 1)] as number;
  const last = bytes[offset + length] as number;
  return (length + first * 5 + middle * 19 + last * 37) & (places - 1);
}

function encodeKey(name: string): Uint8Array {
  const writer = new CborWriter();
  const text = new TextEncoder().encode(name);
  writeHead(writer, major.text, text.length);
  writer.reserve(text.length);
  writer.bytes.set(text, writer.offset);
  return writer.bytes.slice(0, writer.offset + text.length);
}

function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { length } = bytes;
  return Int32Array.from({ length: length < 4 ? 0 : (length + 3) >> 2 }, (_, index) =>
    view.getInt32(Math.min(index * 4, length - 4)),
  );
}

/** Writes the name at a position. */
export function writeKey(writer: CborWriter, keys: CborKeys, position: number): void {
  const key = keys.encoded[position] as Uint8Array;
  const { length } = key;
  writer.reserve(length);
  const { bytes, offset } = writer;
  // For what names are long, the engine's own copy costs more than it saves.
  for (let index = 0; index < length; index++) bytes[offset + index] = key[index] as number;
  writer.offset = offset + length;
}
