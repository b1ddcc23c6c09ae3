import { DecodeError, EncodeError, locate, unexpected, unwritable } from "./codec-errors.js";
import { decodeObject, isPresent, setMember, type JsonObject } from "./objects.js";
import { encodeString } from "./strings.js";

/** Writes a value as JSON text; `where` is the member or shape that an EncodeError names. */
export type Encode<T> = (value: T, where: string) => string;
/** Reads parsed JSON; `path` is the JSON pointer that a DecodeError names. */
export type Decode<T> = (value: unknown, path: string) => T;

export function encodeList<T>(list: readonly T[], where: string, encodeItem: Encode<T>): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  let json = "[";
  for (let index = 0; index < list.length; index++) {
    if (index > 0) json += ",";
    json += encodeItem(list[index] as T, where);
  }
  return `${json}]`;
}

/** A map's entries in the order in which they were inserted. */
export function encodeMap<T>(map: Readonly<Record<string, T>>, where: string, encodeValue: Encode<T>): string {
  if (typeof map !== "object" || map === null) throw unwritable(where, "an object", map);
  let json = "{";
  for (const key of Object.keys(map)) {
    const value = map[key] as T | undefined;
    if (value === undefined) continue;
    if (json.length > 1) json += ",";
    json += `${encodeString(key, where)}:${encodeValue(value, where)}`;
  }
  return `${json}}`;
}

/** {@link encodeList} with the `sparse` trait: null is a value. */
export function encodeSparseList<T>(list: readonly (T | null)[], where: string, encodeItem: Encode<T>): string {
  return encodeList(list, where, (item, place) => (item === null ? "null" : encodeItem(item, place)));
}

/** {@link encodeMap} with the `sparse` trait: null is a value. */
export function encodeSparseMap<T>(
  map: Readonly<Record<string, T | null>>,
  where: string,
  encodeValue: Encode<T>,
): string {
  return encodeMap(map, where, (value, place) => (value === null ? "null" : encodeValue(value, place)));
}

/** A server's read of a list. Null is refused as an item of the wrong type. */
export function decodeList<T>(value: unknown, path: string, decodeItem: Decode<T>): T[] {
  if (!Array.isArray(value)) throw unexpected(path, "a list", value);
  const items: T[] = [];
  let index = 0;
  try {
    for (; index < value.length; index++) items.push(decodeItem(value[index], ""));
  } catch (error) {
    throw locate(error, path, index);
  }
  return items;
}

/** A server's read of a map. A DecodeError names an entry by its key, unless `shownKey` stands for all of them: keys may be secret. */
export function decodeMap<T>(
  value: unknown,
  path: string,
  decodeValue: Decode<T>,
  shownKey?: string,
): Record<string, T> {
  const object = decodeObject(value, path);
  const map: Record<string, T> = {};
  let key = "";
  try {
    for (key of Object.keys(object)) setMember(map, key, decodeValue(object[key], ""));
  } catch (error) {
    throw locate(error, path, shownKey ?? key);
  }
  return map;
}

/** {@link decodeList} with the `sparse` trait: null is a value. */
export function decodeSparseList<T>(value: unknown, path: string, decodeItem: Decode<T>): (T | null)[] {
  return decodeList(value, path, (item, place) => (item === null ? null : decodeItem(item, place)));
}

/** {@link decodeMap} with the `sparse` trait: null is a value. */
export function decodeSparseMap<T>(
  value: unknown,
  path: string,
  decodeValue: Decode<T>,
  shownKey?: string,
): Record<string, T | null> {
  return decodeMap(value, path, (item, place) => (item === null ? null : decodeValue(item, place)), shownKey);
}

/** A client's read of a list that is not sparse: nulls, which some services send, are left out. */
export function receiveList<T>(value: unknown, path: string, receiveItem: Decode<T>): T[] {
  if (!Array.isArray(value)) throw unexpected(path, "a list", value);
  const items: T[] = [];
  let index = 0;
  try {
    for (; index < value.length; index++) {
      const item: unknown = value[index];
      if (item !== null) items.push(receiveItem(item, ""));
    }
  } catch (error) {
    throw locate(error, path, index);
  }
  return items;
}

/** A client's read of a map that is not sparse: entries with null are left out. */
export function receiveMap<T>(
  value: unknown,
  path: string,
  receiveValue: Decode<T>,
  shownKey?: string,
): Record<string, T> {
  const object = decodeObject(value, path);
  const map: Record<string, T> = {};
  let key = "";
  try {
    for (key of Object.keys(object)) {
      const item = object[key];
      if (item !== null) setMember(map, key, receiveValue(item, ""));
    }
  } catch (error) {
    throw locate(error, path, shownKey ?? key);
  }
  return map;
}

/**
 * The name of the one member that a union has (Smithy 2.0, "Union"). Nulls and the discriminator `__type` do not count.
 *
 * @throws DecodeError when there is no member or more than one.
 */
export function decodeUnion(value: unknown, path: string): string {
  const name = findMember(decodeObject(value, path), path);
  if (name === undefined) throw new DecodeError(path, "expected a union with one member, but found none");
  return name;
}

/** Throws where a union has a value for several members of the model. What the model does not know does not count. */
export function refuseSeveralMembers(value: object, known: readonly string[], where: string): void {
  const members = Object.entries(value).filter(([name, member]) => isPresent(member) && known.includes(name));
  if (members.length > 1) throw new EncodeError(where, "expected a union with one member, but found several");
}

/** {@link decodeUnion} for a client, who gets an empty name where there is no member. */
export function receiveUnion(value: unknown, path: string): string {
  return findMember(decodeObject(value, path), path) ?? "";
}

function findMember(object: JsonObject, path: string): string | undefined {
  let found: string | undefined;
  // Not the list of names: a loop over the object makes none.
  for (const name in object) {
    if (object[name] === null || name === "__type" || !Object.hasOwn(object, name)) continue;
    if (found !== undefined) throw new DecodeError(path, "expected a union with one member, but found several");
    found = name;
  }
  return found;
}
