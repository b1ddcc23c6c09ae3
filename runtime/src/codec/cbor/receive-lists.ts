import { locate } from "../codec-errors.js";
import { readDouble, receiveTimestamp } from "./read-numbers.js";
import { readText } from "./read-text.js";
import { hasMore, openList, readNull, type CborReader } from "./reader.js";

/*
 * `receiveList` for the items that long lists mostly are of. A loop of its own for each kind lets the engine compile the reading of items
 * into it: numbers then go into the list without a detour over the heap.
 */

/** A client's read of a list of floats or doubles. Nulls are left out. */
export function receiveDoubles(reader: CborReader): number[] {
  const items: number[] = [];
  const { bytes, view, end } = reader;
  let index = 0;
  let left = openList(reader);
  try {
    for (; hasMore(reader, left); left--, index++) {
      const { offset } = reader;
      if (bytes[offset] === 0xfb && offset + 8 < end) {
        items.push(view.getFloat64(offset + 1));
        reader.offset = offset + 9;
      } else if (!readNull(reader)) items.push(readDouble(reader));
    }
  } catch (error) {
    throw locate(error, "", index);
  }
  return items;
}

/** A client's read of a list of timestamps. Nulls are left out. */
export function receiveTimestamps(reader: CborReader): Date[] {
  const items: Date[] = [];
  const { bytes, view, end } = reader;
  let index = 0;
  let left = openList(reader);
  try {
    for (; hasMore(reader, left); left--, index++) {
      const { offset } = reader;
      // Whole seconds after 1970 and before 2106, as an integer of four bytes.
      if (bytes[offset] === 0xc1 && bytes[offset + 1] === 0x1a && offset + 5 < end) {
        items.push(new Date(view.getUint32(offset + 2) * 1000));
        reader.offset = offset + 6;
      } else if (!readNull(reader)) items.push(receiveTimestamp(reader));
    }
  } catch (error) {
    throw locate(error, "", index);
  }
  return items;
}

/** A client's read of a list of strings. Nulls are left out. */
export function receiveTexts(reader: CborReader): string[] {
  const items: string[] = [];
  let index = 0;
  let left = openList(reader);
  try {
    for (; hasMore(reader, left); left--, index++) {
      if (!readNull(reader)) items.push(readText(reader));
    }
  } catch (error) {
    throw locate(error, "", index);
  }
  return items;
}
