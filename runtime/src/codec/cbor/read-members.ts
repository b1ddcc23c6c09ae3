import { locate } from "../codec-errors.js";
import { placeOfKey, type CborKeys } from "./keys.js";
import { readText } from "./read-text.js";
import { CborReader, hasMore, openMap, readNull, unexpectedItem, type ReadCbor } from "./reader.js";
import { skipItem } from "./skip.js";

/**
 * The position of the member that comes next and has a value, or -1 after reading one that is null or that the model does not
 * know. Members mostly come in the order of the model, so that the one behind `previous` is tried first.
 */
export function readMember(reader: CborReader, keys: CborKeys, previous: number): number {
  const next = previous + 1;
  const position = next < keys.encoded.length && isAt(reader, keys, next) ? next : readKey(reader, keys);
  if (position >= 0) return readNull(reader) ? -1 : position;
  skipItem(reader);
  return -1;
}

/** The position of the name that comes next, or -1 for one that the model does not know. */
export function readKey(reader: CborReader, keys: CborKeys): number {
  const position = keys.places[placeOfKey(reader.bytes, reader.offset, keys.places.length)] as number;
  if (position >= 0 && isAt(reader, keys, position)) return position;
  return keys.positions.get(readText(reader)) ?? -1;
}

/** Goes past the name at a position, if that is what comes next. */
function isAt(reader: CborReader, keys: CborKeys, position: number): boolean {
  const { offset, view, bytes } = reader;
  const key = keys.encoded[position] as Uint8Array;
  const end = offset + key.length;
  if (bytes[offset] !== key[0] || end > reader.end) return false;
  if (key.length < 4) {
    for (let index = 1; index < key.length; index++) if (bytes[offset + index] !== key[index]) return false;
  } else {
    const words = keys.words[position] as Int32Array;
    const last = words.length - 1;
    if (view.getInt32(end - 4) !== words[last]) return false;
    for (let index = 0; index < last; index++) {
      if (view.getInt32(offset + index * 4) !== words[index]) return false;
    }
  }
  reader.offset = end;
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
