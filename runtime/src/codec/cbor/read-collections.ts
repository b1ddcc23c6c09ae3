import { locate } from "../codec-errors.js";
import { setMember } from "../objects.js";
import { readText } from "./read-text.js";
import { hasMore, openList, openMap, readNull, unexpectedItem, type CborReader, type ReadCbor } from "./reader.js";

export function readBoolean(reader: CborReader): boolean {
  const initial = reader.bytes[reader.offset];
  if (initial !== 0xf4 && initial !== 0xf5) throw unexpectedItem(reader, "a boolean");
  reader.offset++;
  return initial === 0xf5;
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
