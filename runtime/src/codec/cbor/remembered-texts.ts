import type { CborReader } from "./reader.js";
import { decodeUtf8, textAt } from "./text-window.js";

/** Bytes up to which a text is remembered. */
export const longestRemembered = 24;
/** How many are: a power of two. */
const places = 1024;

/*
 * Texts that were read lately: names of maps, enumerations, identifiers that come again and again. Each has a place that its bytes tell.
 * A text that comes again costs a comparison, and no memory.
 */

/** The texts, once they came for the second time: most of those that never do are not worth a copy. */
const texts: string[] = /* @__PURE__ */ Array.from({ length: places }, () => "");
const lengths = /* @__PURE__ */ new Uint8Array(places);
/** Their bytes, {@link longestRemembered} for each. */
const stored = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(places * longestRemembered));

/** A text of one to {@link longestRemembered} bytes. @throws DecodeError where they are not UTF-8 */
export function recallText(reader: CborReader, start: number, end: number): string {
  const { view } = reader;
  const length = end - start;
  const place = placeOf(view, start, length);
  const from = place * longestRemembered;
  if (lengths[place] !== length || !isStored(view, start, from, length)) {
    lengths[place] = length;
    store(view, start, from, length);
    texts[place] = "";
    return textAt(reader, start, end);
  }
  const known = texts[place] as string;
  if (known !== "") return known;
  const text = decodeUtf8(reader, start, end);
  texts[place] = text;
  return text;
}

/** Told by the bytes at both ends: most texts differ there, or in length. */
function placeOf(view: DataView, start: number, length: number): number {
  const first = length < 4 ? view.getUint8(start) : view.getInt32(start);
  const last = length < 4 ? view.getUint8(start + length - 1) : view.getInt32(start + length - 4);
  // Factors whose bits have no order, so that what differs in any bit differs in the highest ones.
  return Math.imul(Math.imul(first, 0x9e37_79b1) + last + length, 0x85eb_ca6b) >>> 22;
}

/** Compares words of four bytes; the last one ends where the text does, wherever the one before it ends. */
function isStored(view: DataView, start: number, from: number, length: number): boolean {
  if (length < 4) {
    for (let index = 0; index < length; index++) {
      if (view.getUint8(start + index) !== stored.getUint8(from + index)) return false;
    }
    return true;
  }
  const last = length - 4;
  for (let index = 0; index < last; index += 4) {
    if (view.getInt32(start + index) !== stored.getInt32(from + index)) return false;
  }
  return view.getInt32(start + last) === stored.getInt32(from + last);
}

function store(view: DataView, start: number, from: number, length: number): void {
  if (length < 4) {
    for (let index = 0; index < length; index++) stored.setUint8(from + index, view.getUint8(start + index));
    return;
  }
  const last = length - 4;
  for (let index = 0; index < last; index += 4) stored.setInt32(from + index, view.getInt32(start + index));
  stored.setInt32(from + last, view.getInt32(start + last));
}
