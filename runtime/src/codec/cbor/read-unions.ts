import { DecodeError } from "../codec-errors.js";
import type { CborKeys } from "./keys.js";
import { readAny } from "./read-any.js";
import { locateMember, readKey } from "./read-members.js";
import { readText } from "./read-text.js";
import { descend, hasMore, openMap, readNull, type CborReader } from "./reader.js";
import { skipItem } from "./skip.js";

/**
 * The one member that a union has (Smithy 2.0, "Union"). Nulls and the discriminator `__type` do not count.
 *
 * @param readKnown reads the value of the member at a position
 * @returns the member; `undefined` where there is none
 * @throws DecodeError when there is more than one
 */
export function receiveUnion<T>(
  reader: CborReader,
  keys: CborKeys,
  readKnown: (reader: CborReader, position: number) => T,
  readUnknown: (reader: CborReader, name: string) => T,
): T | undefined {
  // One known member with a value is what a union mostly is.
  if (reader.bytes[reader.offset] === 0xa1) {
    const start = reader.offset++;
    const known = readKey(reader, keys);
    if (known >= 0 && !readNull(reader)) return readOne(reader, keys, known, readKnown);
    reader.offset = start;
  }
  let found: T | undefined;
  let position = -1;
  let left = openMap(reader);
  for (; hasMore(reader, left); left--) {
    const start = reader.offset;
    position = readKey(reader, keys);
    if (readNull(reader)) continue;
    const name = position < 0 ? nameAt(reader, start) : "";
    if (name === "__type") {
      skipItem(reader);
      continue;
    }
    if (found !== undefined) throw new DecodeError("", "expected a union with one member, but found several");
    try {
      found = position < 0 ? readUnknown(reader, name) : readKnown(reader, position);
    } catch (error) {
      throw locateMember(error, keys, position);
    }
  }
  return found;
}

function readOne<T>(
  reader: CborReader,
  keys: CborKeys,
  position: number,
  readKnown: (reader: CborReader, position: number) => T,
): T {
  descend(reader);
  try {
    const value = readKnown(reader, position);
    reader.depth--;
    return value;
  } catch (error) {
    throw locateMember(error, keys, position);
  }
}

/** The text at an offset before the reader's, which stays where it is. */
function nameAt(reader: CborReader, start: number): string {
  const { offset } = reader;
  reader.offset = start;
  const name = readText(reader);
  reader.offset = offset;
  return name;
}

/** {@link receiveUnion} for a server. @throws DecodeError also when there is no member. */
export function readUnion<T>(
  reader: CborReader,
  keys: CborKeys,
  readKnown: (reader: CborReader, position: number) => T,
  readUnknown: (reader: CborReader, name: string) => T,
): T {
  const found = receiveUnion(reader, keys, readKnown, readUnknown);
  if (found === undefined) throw new DecodeError("", "expected a union with one member, but found none");
  return found;
}

/** A server's answer to a union's member that is not in the model. */
export function refuseUnknownMember(): never {
  throw new DecodeError("", "the union has a member that the model does not know");
}

/** What a client makes of a union's member that is not in the model. */
export function keepUnknownMember(reader: CborReader, name: string): { $unknown: [string, unknown] } {
  return { $unknown: [name, readAny(reader)] };
}
