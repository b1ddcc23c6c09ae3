import { DecodeError } from "../codec-errors.js";
import type { JsonValue } from "../documents.js";
import { readBoolean, readSparseList, readSparseMap } from "./read-collections.js";
import { readBigInteger, readDecimal, readDouble, receiveTimestamp } from "./read-numbers.js";
import { readBlob, readText } from "./read-text.js";
import { descend, malformed, readArgument, readNull, unexpectedItem, type CborReader } from "./reader.js";
import { major } from "./writer.js";

/** Any data item as JavaScript has it: for what no model describes. Integers beyond 2^53 are bigints, decimal fractions texts. */
export function readAny(reader: CborReader): unknown {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined) throw unexpectedItem(reader, "a value");
  switch (initial & 0xe0) {
    case major.unsigned:
    case major.negative: {
      const integer = readBigInteger(reader);
      const number = Number(integer);
      return Number.isSafeInteger(number) ? number : integer;
    }
    case major.bytes:
      return readBlob(reader);
    case major.text:
      return readText(reader);
    case major.list:
      return readSparseList(reader, readAny);
    case major.map:
      return readSparseMap(reader, readAny);
    case major.tag:
      return readTagged(reader, initial);
    default:
      return readOther(reader, initial);
  }
}

function readTagged(reader: CborReader, initial: number): unknown {
  if (initial === 0xc1) return receiveTimestamp(reader);
  if (initial === 0xc2 || initial === 0xc3) return readBigInteger(reader);
  if (initial === 0xc4) return readDecimal(reader);
  readArgument(reader);
  descend(reader);
  const value = readAny(reader);
  reader.depth--;
  return value;
}

function readOther(reader: CborReader, initial: number): unknown {
  if (readNull(reader)) return null;
  if (initial === 0xf4 || initial === 0xf5) return readBoolean(reader);
  if (initial >= 0xf9 && initial <= 0xfb) return readDouble(reader);
  if (initial === 0xff) throw malformed();
  throw unexpectedItem(reader, "a value");
}

/** A document: what {@link readAny} gives, where that is JSON. */
export function readDocument(reader: CborReader): JsonValue {
  const value = readAny(reader);
  if (!isJson(value)) throw new DecodeError("", "expected a document of JSON's values");
  return value;
}

function isJson(value: unknown): value is JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "number":
      return true;
    case "object":
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isJson);
      return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
    default:
      return false;
  }
}
