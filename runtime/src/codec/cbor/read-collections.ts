import { DecodeError, locate } from "../codec-errors.js";
import { setMember } from "../objects.js";
import type { CborKeys } from "./keys.js";
import { readText } from "./read-text.js";
import { hasMore, openList, openMap, readNull, unexpectedItem, type CborReader, type ReadCbor } from "./reader.js";
import { skipItem } from "./skip.js";

export function readBoolean(reader: CborReader): boolean {
  const initial = reader.bytes[reader.offset];
  if (initial !== 0xf4 && initial !== 0xf5) throw unexpectedItem(reader, "a boolean");
  reader.offset++;
  return initial === 0xf5;
}

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

function readKey(reader: CborReader, keys: CborKeys, previous: number): number {
  const { encoded } = keys;
  const count = encoded.length;
  let position = previous;
  for (let tries = Math.min(count, mostTries); tries > 0; tries--) {
    if (++position >= count) position = 0;
    const { length } = encoded[position] as Uint8Array;
    if (isNext(reader, encoded[position] as Uint8Array)) {
      reader.offset += length;
      return position;
    }
  }
  return keys.positions.get(readText(reader)) ?? -1;
}

function isNext({ bytes, offset }: CborReader, key: Uint8Array): boolean {
  for (let index = 0; index < key.length; index++) {
    if (bytes[offset + index] !== key[index]) return false;
  }
  return true;
}

/** What is thrown when the member at `position` was refused: the same problem at its whole path. */
export function locateMember(error: unknown, keys: CborKeys, position: number): unknown {
  return position < 0 ? error : locate(error, "", keys.names[position] ?? "");
}

/** A server's read of a list. Null is refused as an item of the wrong type. */
export function readList<T>(reader: CborReader, readItem: ReadCbor<T>): T[] {
  const items: T[] = [];
  let left = openList(reader);
  try {
    for (; hasMore(reader, left); left--) items.push(readItem(reader));
  } catch (error) {
    throw locate(error, "", items.length);
  }
  return items;
}

/** {@link readList} with the `sparse` trait: null is a value. */
export function readSparseList<T>(reader: CborReader, readItem: ReadCbor<T>): (T | null)[] {
  return readList(reader, (inner) => (readNull(inner) ? null : readItem(inner)));
}

/** A client's read of a list that is not sparse: nulls are left out. */
export function receiveList<T>(reader: CborReader, receiveItem: ReadCbor<T>): T[] {
  const items: T[] = [];
  let index = 0;
  let left = openList(reader);
  try {
    for (; hasMore(reader, left); left--, index++) {
      if (!readNull(reader)) items.push(receiveItem(reader));
    }
  } catch (error) {
    throw locate(error, "", index);
  }
  return items;
}

/** A server's read of a map. A DecodeError names an entry by its key, unless `shownKey` stands for all of them: keys may be secret. */
export function readMap<T>(reader: CborReader, readValue: ReadCbor<T>, shownKey?: string): Record<string, T> {
  const map: Record<string, T> = {};
  let key = "";
  let left = openMap(reader);
  for (; hasMore(reader, left); left--) {
    key = readText(reader);
    try {
      setMember(map, key, readValue(reader));
    } catch (error) {
      throw locate(error, "", shownKey ?? key);
    }
  }
  return map;
}

/** {@link readMap} with the `sparse` trait: null is a value. */
export function readSparseMap<T>(
  reader: CborReader,
  readValue: ReadCbor<T>,
  shownKey?: string,
): Record<string, T | null> {
  return readMap(reader, (inner) => (readNull(inner) ? null : readValue(inner)), shownKey);
}

/** A client's read of a map that is not sparse: entries with null are left out. */
export function receiveMap<T>(reader: CborReader, receiveValue: ReadCbor<T>, shownKey?: string): Record<string, T> {
  const map: Record<string, T> = {};
  let left = openMap(reader);
  for (; hasMore(reader, left); left--) {
    const key = readText(reader);
    if (readNull(reader)) continue;
    try {
      setMember(map, key, receiveValue(reader));
    } catch (error) {
      throw locate(error, "", shownKey ?? key);
    }
  }
  return map;
}

/**
 * The one member that a union has (Smithy 2.0, "Union"). Nulls and the discriminator `__type` do not count.
 *
 * @param readKnown reads the value of the member at a position
 * @returns the member; `undefined` where there is none
 * @throws DecodeError when there is more than one
 */
export function readUnion<T>(
  reader: CborReader,
  keys: CborKeys,
  readKnown: (position: number) => T,
  readUnknown: (name: string) => T,
): T | undefined {
  let found: T | undefined;
  let position = -1;
  let left = openMap(reader);
  for (; hasMore(reader, left); left--) {
    const start = reader.offset;
    position = readKey(reader, keys, -1);
    if (readNull(reader)) continue;
    const name = position < 0 ? nameAt(reader, start) : "";
    if (name === "__type") {
      skipItem(reader);
      continue;
    }
    if (found !== undefined) throw new DecodeError("", "expected a union with one member, but found several");
    try {
      found = position < 0 ? readUnknown(name) : readKnown(position);
    } catch (error) {
      throw locateMember(error, keys, position);
    }
  }
  return found;
}

/** The text at an offset before the reader's, which stays where it is. */
function nameAt(reader: CborReader, start: number): string {
  const { offset } = reader;
  reader.offset = start;
  const name = readText(reader);
  reader.offset = offset;
  return name;
}

/** `smithy.api#Unit`: a map, whatever is in it. */
export function readUnit(reader: CborReader): Record<string, never> {
  for (let left = openMap(reader); hasMore(reader, left); left--) {
    readText(reader);
    skipItem(reader);
  }
  return {};
}
