import { locate } from "../codec-errors.js";
import type { CborKeys } from "./keys.js";
import { readText } from "./read-text.js";
import { CborReader, hasMore, openMap, readNull, unexpectedItem, type ReadCbor } from "./reader.js";
import { skipItem } from "./skip.js";

/** How many names are tried in their order before the name is looked up as a string. */
const mostTries = 16;

/**
 * The position of the member that comes next and has a value, or -1 after reading one that is null or that the model does not
 * know. Members mostly come in the order of the model, so that the one behind `previous` is tried first.
 */
export function readMember(reader: CborReader, keys: CborKeys, previous: number): number {
  const position = readKey(reader, keys, previous);
  if (position >= 0) return readNull(reader) ? -1 : position;
  skipItem(reader);
  return -1;
}

export function readKey(reader: CborReader, keys: CborKeys, previous: number): number {
  const { encoded } = keys;
  const { bytes, offset } = reader;
  const head = bytes[offset];
  const count = encoded.length;
  let position = previous;
  for (let tries = count < mostTries ? count : mostTries; tries > 0; tries--) {
    if (++position >= count) position = 0;
    const key = encoded[position] as Uint8Array;
    if (key[0] === head && isAt(bytes, offset, key)) {
      reader.offset = offset + key.length;
      return position;
    }
  }
  return keys.positions.get(readText(reader)) ?? -1;
}

function isAt(bytes: Uint8Array, offset: number, key: Uint8Array): boolean {
  for (let index = key.length - 1; index > 0; index--) {
    if (bytes[offset + index] !== key[index]) return false;
  }
  return true;
}

/** What is thrown when the member at `position` was refused: the same problem at its whole path. */
export function locateMember(error: unknown, keys: CborKeys, position: number): unknown {
  return position < 0 ? error : locate(error, "", keys.names[position] ?? "");
}

/** `smithy.api#Unit`: a map, whatever is in it. */
export function readUnit(reader: CborReader): Record<string, never> {
  for (let left = openMap(reader); hasMore(reader, left); left--) {
    readText(reader);
    skipItem(reader);
  }
  return {};
}

/** What a client makes of a required structure that is missing: the value of an empty map. */
export function readEmpty<T>(name: string, read: ReadCbor<T>): T {
  try {
    return read(new CborReader(emptyMap));
  } catch (error) {
    throw locate(error, "", name);
  }
}

const emptyMap = /* @__PURE__ */ new Uint8Array([0xa0]);

/** Throws because a structure is missing of which no value can be made. */
export function refuseMissing(name: string): never {
  throw locate(unexpectedItem(new CborReader(new Uint8Array([0xf6])), "a map"), "", name);
}
