import { DecodeError } from "../codec-errors.js";
import type { CborReader, NativeTexts } from "./reader.js";

/*
 * Most texts are short and ASCII. To ask the platform for each of them would cost more than all the rest of reading it, so that a part
 * of the message is decoded at once, and its texts are cut from there. Engines cut without a copy: a text that outlives its message
 * keeps its part alive, which is why parts are small.
 */

const windowLength = 2048;
/** Beyond this, a text of its own is cheap enough. */
const longestCut = 512;

/** The text between two offsets. @throws DecodeError where it is not UTF-8 */
export function textAt(reader: CborReader, start: number, end: number): string {
  if (end - start > longestCut || !isAscii(reader, start, end)) return decodeUtf8(reader, start, end);
  if (start < reader.windowStart || end > reader.windowEnd) openWindow(reader, start);
  return reader.window.slice(start - reader.windowStart, end - reader.windowStart);
}

/** Each byte becomes the character of that number, which is what texts of ASCII are; of all else nothing is cut. */
function openWindow(reader: CborReader, start: number): void {
  const end = Math.min(start + windowLength, reader.end);
  const native = nativeOf(reader);
  reader.window =
    native === null
      ? Reflect.apply(String.fromCharCode, undefined, reader.bytes.subarray(start, end))
      : native.latin1Slice(start, end);
  reader.windowStart = start;
  reader.windowEnd = end;
}

function isAscii({ bytes, view }: CborReader, start: number, end: number): boolean {
  let all = 0;
  let offset = start;
  for (; offset < end - 3; offset += 4) all |= view.getInt32(offset);
  for (; offset < end; offset++) all |= bytes[offset] as number;
  return (all & 0x8080_8080) === 0;
}

const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text between two offsets, which keeps nothing else alive. @throws DecodeError where it is not UTF-8 */
export function decodeUtf8(reader: CborReader, start: number, end: number): string {
  const text = nativeOf(reader)?.utf8Slice(start, end);
  // The character that stands for broken bytes: it may also have been sent.
  if (text !== undefined && !text.includes("\ufffd")) return text;
  try {
    return decoder.decode(reader.bytes.subarray(start, end));
  } catch {
    throw new DecodeError("", "the text is not UTF-8");
  }
}

interface BufferLike {
  from(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array;
}

const nativeBuffer = (): BufferLike | undefined => (globalThis as { readonly Buffer?: BufferLike }).Buffer;

function nativeOf(reader: CborReader): NativeTexts | null {
  const { native, bytes } = reader;
  if (native !== undefined) return native;
  const given = isNative(bytes) ? bytes : nativeBuffer()?.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (reader.native = given !== undefined && isNative(given) ? given : null);
}

function isNative(bytes: Uint8Array): bytes is Uint8Array & NativeTexts {
  return "latin1Slice" in bytes && "utf8Slice" in bytes;
}
