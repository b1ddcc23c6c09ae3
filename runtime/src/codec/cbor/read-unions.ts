import { DecodeError } from "../codec-errors.js";
import type { CborKeys } from "./keys.js";
import { locateMember, readKey } from "./read-members.js";
import { readText } from "./read-text.js";
import { hasMore, openMap, readNull, type CborReader } from "./reader.js";
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

/** {@link receiveUnion} for a server. @throws DecodeError also when there is no member. */
export function readUnion<T>(
  reader: CborReader,
  keys: CborKeys,
  readKnown: (position: number) => T,
  readUnknown: (name: string) => T,
): T {
  const found = receiveUnion(reader, keys, readKnown, readUnknown);
  if (found === undefined) throw new DecodeError("", "expected a union with one member, but found none");
  return found;
}

/** A server's answer to a union's member that is not in the model. */
export function refuseUnknownMember(): never {
  throw new DecodeError("", "the union has a member that the model does not know");
}
