import { DecodeError, EncodeError, locate, unexpected, unwritable } from "./codec-errors.js";
import { decodeObject, isPresent, setMember, type JsonObject } from "./objects.js";
import { appendString } from "./strings.js";

/** Writes a value as JSON text; `where` is the member or shape that an EncodeError names. */
export type Encode<T> = (value: T, where: string) => string;
/** Reads parsed JSON; `path` is the JSON pointer that a DecodeError names. */
export type Decode<T> = (value: unknown, path: string) => T;

/** Characters beyond which a part of a text is made one piece. */
const largePart = 4096;
const anything = /^/;

/*
 * Engines put texts together from references, which take more memory than what is written, until somebody looks into them. Where that
 * happens part by part, the references of each part are garbage before they are many.
 */
function inOnePiece(part: string): string {
  anything.test(part);
  return part;
}

export function encodeList<T>(list: readonly T[], where: string, encodeItem: Encode<T>): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  let json = "";
  let part = "[";
  for (let index = 0; index < list.length; index++) {
    if (index > 0) part += ",";
    part += encodeItem(list[index] as T, where);
    if (part.length > largePart) {
      json += inOnePiece(part);
      part = "";
    }
  }
  return `${json}${part}]`;
}

/** A map's entries in the order in which they were inserted. */
export function encodeMap<T>(map: Readonly<Record<string, T>>, where: string, encodeValue: Encode<T>): string {
  if (typeof map !== "object" || map === null) throw unwritable(where, "an object", map);
  let json = "";
  let part = "{";
  let opening = '"';
  for (const key of Object.keys(map)) {
    const value = map[key] as T | undefined;
    if (value === undefined) continue;
    part += `${appendString(opening, key, where)}:${encodeValue(value, where)}`;
    opening = ',"';
    if (part.length > largePart) {
      json += inOnePiece(part);
      part = "";
    }
  }
  return `${json}${part}}`;
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

/*
 * What was parsed is nobody else's: lists and maps are read where they stand. Their items are replaced only by values that differ, which
 * for texts and what is made of them is none.
 */

/** A server's read of a list. Null is refused as an item of the wrong type. */
export function decodeList<T>(value: unknown, path: string, decodeItem: Decode<T>): T[] {
  if (!Array.isArray(value)) throw unexpected(path, "a list", value);
  let index = 0;
  try {
    for (; index < value.length; index++) value[index] = decodeItem(value[index], "");
  } catch (error) {
    throw locate(error, path, index);
  }
  return value as T[];
}

/** A server's read of a map. A DecodeError names an entry by its key, unless `shownKey` stands for all of them: keys may be secret. */
export function decodeMap<T>(
  value: unknown,
  path: string,
  decodeValue: Decode<T>,
  shownKey?: string,
): Record<string, T> {
  const object: Record<string, unknown> = decodeObject(value, path);
  let key = "";
  try {
    for (key in object) {
      if (!isOwn.call(object, key)) continue;
      const item = object[key];
      const read = decodeValue(item, "");
      if (!isSame(item, read)) setMember(object, key, read);
    }
  } catch (error) {
    throw locate(error, path, shownKey ?? key);
  }
  return object as Record<string, T>;
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
  let index = 0;
  let kept = 0;
  try {
    for (const item of value) {
      if (item !== null) value[kept++] = receiveItem(item, "");
      index++;
    }
  } catch (error) {
    throw locate(error, path, index);
  }
  if (kept < index) value.length = kept;
  return value as T[];
}

/** A client's read of a map that is not sparse: entries with null are left out. */
export function receiveMap<T>(
  value: unknown,
  path: string,
  receiveValue: Decode<T>,
  shownKey?: string,
): Record<string, T> {
  const object: Record<string, unknown> = decodeObject(value, path);
  let hasNull = false;
  let key = "";
  try {
    for (key in object) {
      if (!isOwn.call(object, key)) continue;
      const item = object[key];
      if (item === null) {
        hasNull = true;
        continue;
      }
      const read = receiveValue(item, "");
      if (!isSame(item, read)) setMember(object, key, read);
    }
  } catch (error) {
    throw locate(error, path, shownKey ?? key);
  }
  return (hasNull ? withoutNulls(object) : object) as Record<string, T>;
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, item]) => item !== null));
}

/** Not `Object.hasOwn`: engines know of this one that a loop over an object's own names needs no answer. */
const isOwn = Object.prototype.hasOwnProperty;

/** Whether a value was read as what it is. Not so of 0, for which `===` takes the -0 that it may be read from. */
function isSame(value: unknown, read: unknown): boolean {
  return value === read && read !== 0;
}

/**
 * A union's one member (Smithy 2.0, "Union") as an object that has nothing else. Nulls and the discriminator `__type` do not count.
 *
 * @throws DecodeError when there is no member or more than one.
 */
export function decodeUnion(value: unknown, path: string): JsonObject {
  const union = oneMember(value, path);
  if (union === noMember) throw new DecodeError(path, "expected a union with one member, but found none");
  return union;
}

/** {@link decodeUnion} for a client, who gets an object without members where there is none. */
export function receiveUnion(value: unknown, path: string): JsonObject {
  return oneMember(value, path);
}

/** Without a prototype, so that a loop over its names finds none. */
const noMember: JsonObject = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.create(null));

function oneMember(value: unknown, path: string): JsonObject {
  const object = decodeObject(value, path);
  let count = 0;
  // Not the list of names: a loop over the object makes none.
  for (const name in object) {
    if (++count > 1 || !isMember(object, name)) return memberAmongOthers(object, path);
  }
  return count === 0 ? noMember : object;
}

function isMember(object: JsonObject, name: string): boolean {
  return object[name] !== null && name !== "__type" && isOwn.call(object, name);
}

function memberAmongOthers(object: JsonObject, path: string): JsonObject {
  const names = Object.keys(object).filter((name) => isMember(object, name));
  if (names.length > 1) throw new DecodeError(path, "expected a union with one member, but found several");
  return names.length === 0 ? noMember : Object.fromEntries(names.map((name) => [name, object[name]]));
}

/** A union whose member `name` was `member` and is `read`: the object that {@link decodeUnion} gave. */
export function unionOf<Name extends string, T>(
  union: JsonObject,
  name: Name,
  member: unknown,
  read: T,
): Readonly<Record<Name, T>> {
  if (!isSame(member, read)) setMember(union as Record<string, unknown>, name, read);
  return union as Record<Name, T>;
}

/** Throws where a union has a value for several members of the model. What the model does not know does not count. */
export function refuseSeveralMembers(value: object, known: readonly string[], where: string): void {
  const members = Object.entries(value).filter(([name, member]) => isPresent(member) && known.includes(name));
  if (members.length > 1) throw new EncodeError(where, "expected a union with one member, but found several");
}
