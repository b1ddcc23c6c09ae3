import { CborWriter, major, writeHead } from "./writer.js";

/** The names of a structure's members, ready to be written and to be found again. */
export interface CborKeys {
  readonly names: readonly string[];
  /** Each name as a text string with its head. */
  readonly encoded: readonly Uint8Array[];
  /** The position of a name; several names may share one. */
  readonly positions: ReadonlyMap<string, number>;
  /** The member that a union had last, which is the first to be tried. Nothing but speed depends on it. */
  hint: number;
}

/**
 * @param names of the members, in the order in which they are written
 * @param others names that stand for a member as well, each with the member's position
 */
export function cborKeys(names: readonly string[], others: Readonly<Record<string, number>> = {}): CborKeys {
  return {
    names,
    encoded: names.map(encodeKey),
    positions: new Map([...Object.entries(others), ...names.map((name, position) => [name, position] as const)]),
    hint: 0,
  };
}

function encodeKey(name: string): Uint8Array {
  const writer = new CborWriter();
  const text = new TextEncoder().encode(name);
  writeHead(writer, major.text, text.length);
  writer.reserve(text.length);
  writer.bytes.set(text, writer.offset);
  return writer.bytes.slice(0, writer.offset + text.length);
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
