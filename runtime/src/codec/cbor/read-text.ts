import { DecodeError } from "../codec-errors.js";
import { endsEarly, malformed, readArgument, unexpectedItem, type CborReader, type TextSource } from "./reader.js";
import { major } from "./writer.js";

/** Node's and Bun's decoder, which costs half of what `TextDecoder` does for short texts. */
interface BufferLike {
  isBuffer(bytes: Uint8Array): boolean;
  from(buffer: ArrayBufferLike, offset: number, length: number): TextSource;
}

const nativeBuffer = (): BufferLike | undefined => (globalThis as { readonly Buffer?: BufferLike }).Buffer;
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Up to here, putting ASCII characters together is faster than the call of the platform's decoder. */
const shortText = 12;
/** Up to here, texts are remembered: names of maps, enumerations, identifiers that come again and again. */
const rememberedText = 24;
const rememberedTexts = 1024;

/**
 * Texts that were read lately, each at a place that its bytes tell. A text that comes again costs a comparison, and no memory; as a
 * property's name it also needs no look in the engine's table of names.
 */
const remembered: (string | undefined)[] = /* @__PURE__ */ Array.from({ length: rememberedTexts });

/** @throws DecodeError also for bytes that are not UTF-8. */
export function readText(reader: CborReader): string {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || (initial & 0xe0) !== major.text) throw unexpectedItem(reader, "a text string");
  if (initial === 0x7f) return readTextInChunks(reader);
  const length = readArgument(reader);
  const start = reader.offset;
  const end = start + length;
  if (end > reader.end) throw endsEarly();
  reader.offset = end;
  return length <= rememberedText && length > 0 ? recall(reader, start, end) : decodeText(reader, start, end);
}

function recall(reader: CborReader, start: number, end: number): string {
  const { bytes } = reader;
  const length = end - start;
  const place = placeOf(bytes, start, length);
  const known = remembered[place];
  if (known !== undefined && known.length === length && isText(bytes, start, known)) return known;
  const text = length <= shortText ? shortAscii(reader, start, length) : decodeText(reader, start, end);
  // Only what is ASCII is as long as its bytes, and can be compared with them.
  if (text.length === length) remembered[place] = text;
  return text;
}

/** A few bytes tell texts apart well enough: most differ at an end, or in length. */
function placeOf(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] as number;
  const middle = bytes[start + (length >> 1)] as number;
  const last = bytes[start + length - 1] as number;
  const beforeLast = length > 1 ? (bytes[start + length - 2] as number) : 0;
  return (length * 7 + first * 31 + middle * 131 + beforeLast * 17 + last * 257) & (rememberedTexts - 1);
}

function isText(bytes: Uint8Array, start: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** A text of at most {@link shortText} bytes. With every character in one call, no part of the text is made for itself. */
function shortAscii(reader: CborReader, start: number, length: number): string {
  const { bytes } = reader;
  let all = 0;
  for (let offset = start; offset < start + length; offset++) all |= bytes[offset] as number;
  if (all > 0x7f) return decodeText(reader, start, start + length);
  const at = (index: number): number => bytes[start + index] as number;
  const { fromCharCode } = String;
  switch (length) {
    case 1:
      return fromCharCode(at(0));
    case 2:
      return fromCharCode(at(0), at(1));
    case 3:
      return fromCharCode(at(0), at(1), at(2));
    case 4:
      return fromCharCode(at(0), at(1), at(2), at(3));
    case 5:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4));
    case 6:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5));
    case 7:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6));
    case 8:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7));
    case 9:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8));
    case 10:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9));
    case 11:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10));
    default:
      return fromCharCode(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11));
  }
}

function decodeText(reader: CborReader, start: number, end: number): string {
  reader.texts ??= textsOf(reader.bytes);
  const text = reader.texts.toString("utf8", start, end);
  // The character that stands for broken bytes: it may also have been sent.
  return text.includes("\ufffd") ? decodeStrictly(reader.bytes.subarray(start, end)) : text;
}

function textsOf(bytes: Uint8Array): TextSource {
  const native = nativeBuffer();
  if (native === undefined) return { toString: (_, start, end) => decodeStrictly(bytes.subarray(start, end)) };
  return native.isBuffer(bytes) ? (bytes as TextSource) : native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function decodeStrictly(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new DecodeError("", "the text is not UTF-8");
  }
}

export function readBlob(reader: CborReader): Uint8Array {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || (initial & 0xe0) !== major.bytes) throw unexpectedItem(reader, "a byte string");
  if (initial === 0x5f) return readBlobInChunks(reader);
  const length = readArgument(reader);
  const start = reader.offset;
  if (start + length > reader.end) throw endsEarly();
  reader.offset = start + length;
  // A copy: the message must not live as long as one of its blobs, nor share its memory.
  return new Uint8Array(reader.bytes.subarray(start, start + length));
}

/** A string of indefinite length has chunks, each a definite one of the same type (RFC 8949, section 3.2.3). */
function hasChunk(reader: CborReader, type: number): boolean {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined) throw endsEarly();
  if (initial === 0xff) {
    reader.offset++;
    return false;
  }
  if ((initial & 0xe0) !== type || initial === (type | 31)) throw malformed();
  return true;
}

function readTextInChunks(reader: CborReader): string {
  reader.offset++;
  let text = "";
  while (hasChunk(reader, major.text)) text += readText(reader);
  return text;
}

/** First for the length, then for the bytes: chunks may be as many as bytes, and an object for each would be dear. */
function readBlobInChunks(reader: CborReader): Uint8Array {
  const first = reader.offset + 1;
  let size = 0;
  eachChunk(reader, first, (start, end) => (size += end - start));
  const whole = new Uint8Array(size);
  let offset = 0;
  eachChunk(reader, first, (start, end) => {
    for (let from = start; from < end; from++) whole[offset++] = reader.bytes[from] as number;
  });
  return whole;
}

function eachChunk(reader: CborReader, first: number, visit: (start: number, end: number) => void): void {
  reader.offset = first;
  while (hasChunk(reader, major.bytes)) {
    const length = readArgument(reader);
    const end = reader.offset + length;
    if (end > reader.end) throw endsEarly();
    visit(reader.offset, end);
    reader.offset = end;
  }
}
