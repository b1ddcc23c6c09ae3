import { EncodeError, unwritable } from "../codec-errors.js";
import type { JsonValue } from "../documents.js";
import { major, writeHead, type CborWriter } from "./writer.js";
import { writeBoolean, writeDouble, writeInteger, writeNull, writeText } from "./write-scalars.js";

/** Writes a value; `where` is the member or shape that an EncodeError names. */
export type WriteCbor<T> = (writer: CborWriter, value: T, where: string) => void;

/** The most members whose number fits in the initial byte. */
const fewMembers = 23;

/** Leaves room for the head of a map of at most `most` members, whose number {@link endMap} fills in. */
export function beginMap(writer: CborWriter, most: number): number {
  writer.reserve(3);
  const start = writer.offset;
  writer.offset += most <= fewMembers ? 1 : 3;
  return start;
}

export function endMap(writer: CborWriter, start: number, most: number, members: number): void {
  if (most <= fewMembers) {
    writer.bytes[start] = major.map | members;
  } else {
    writer.bytes[start] = major.map | 25;
    writer.view.setUint16(start + 1, members);
  }
}

/** The head of a map whose members are all there. */
export function writeMapHead(writer: CborWriter, members: number): void {
  writeHead(writer, major.map, members);
}

export function writeList<T>(writer: CborWriter, list: readonly T[], where: string, writeItem: WriteCbor<T>): void {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  const { length } = list;
  writeHead(writer, major.list, length);
  for (let index = 0; index < length; index++) writeItem(writer, list[index] as T, where);
}

/** {@link writeList} with the `sparse` trait: null is a value. */
export function writeSparseList<T>(
  writer: CborWriter,
  list: readonly (T | null)[],
  where: string,
  writeItem: WriteCbor<T>,
): void {
  writeList(writer, list, where, (_, item, place) =>
    item === null ? writeNull(writer) : writeItem(writer, item, place),
  );
}

/** A map's entries in the order in which they were inserted. */
export function writeMap<T>(
  writer: CborWriter,
  map: Readonly<Record<string, T>>,
  where: string,
  writeValue: WriteCbor<T>,
): void {
  if (typeof map !== "object" || map === null) throw unwritable(where, "an object", map);
  const keys = Object.keys(map).filter((key) => map[key] !== undefined);
  writeHead(writer, major.map, keys.length);
  for (const key of keys) {
    writeText(writer, key, where);
    writeValue(writer, map[key] as T, where);
  }
}

/** {@link writeMap} with the `sparse` trait: null is a value. */
export function writeSparseMap<T>(
  writer: CborWriter,
  map: Readonly<Record<string, T | null>>,
  where: string,
  writeValue: WriteCbor<T>,
): void {
  writeMap(writer, map, where, (_, item, place) =>
    item === null ? writeNull(writer) : writeValue(writer, item, place),
  );
}

/** `smithy.api#Unit`: an empty map. */
export function writeUnit(writer: CborWriter, _value?: unknown): void {
  writeHead(writer, major.map, 0);
}

const deepestDocument = 256;

/** A document as the data items that JSON's values are in CBOR (RFC 8949, section 6.2). */
export function writeDocument(writer: CborWriter, value: JsonValue, where: string): void {
  writeJson(writer, value, where, 0);
}

function writeJson(writer: CborWriter, value: JsonValue, where: string, depth: number): void {
  if (depth > deepestDocument) throw new EncodeError(where, `the document nests more than ${deepestDocument} deep`);
  switch (typeof value) {
    case "string":
      return writeText(writer, value, where);
    case "boolean":
      return writeBoolean(writer, value, where);
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? writeInteger(writer, value, where)
        : writeDouble(writer, value, where);
    case "object": {
      if (value === null) return writeNull(writer);
      const writeInner: WriteCbor<JsonValue> = (_, item, place) => writeJson(writer, item, place, depth + 1);
      return Array.isArray(value)
        ? writeList(writer, value as readonly JsonValue[], where, writeInner)
        : writeMap(writer, value as Readonly<Record<string, JsonValue>>, where, writeInner);
    }
    default:
      throw new EncodeError(where, "the document has a value that is not JSON");
  }
}
