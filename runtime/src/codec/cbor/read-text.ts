import { DecodeError } from "../codec-errors.js";
import { endsEarly, malformed, readArgument, unexpectedItem, type CborReader } from "./reader.js";
import { major } from "./writer.js";

/** Node's and Bun's decoder, which costs half of what `TextDecoder` does for short texts. */
interface BufferLike {
  from(
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ): {
    toString(encoding: "utf8", start: number, end: number): string;
  };
}

const nativeBuffer = (): BufferLike | undefined => (globalThis as { readonly Buffer?: BufferLike }).Buffer;
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Up to here, putting ASCII characters together is faster than the call of the platform's decoder. */
const shortText = 12;

/** @throws DecodeError also for bytes that are not UTF-8. */
export function readText(reader: CborReader): string {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || (initial & 0xe0) !== major.text) throw unexpectedItem(reader, "a text string");
  if (initial === 0x7f) return readChunks(reader, major.text, readText).join("");
  const length = readArgument(reader);
  const start = reader.offset;
  const end = start + length;
  if (end > reader.end) throw endsEarly();
  reader.offset = end;
  return length <= shortText ? shortAscii(reader, start, end) : decodeText(reader, start, end);
}

const { fromCharCode } = String;

function shortAscii(reader: CborReader, start: number, end: number): string {
  const { bytes } = reader;
  let text = "";
  let offset = start;
  for (; offset + 3 < end; offset += 4) {
    const first = bytes[offset] as number;
    const second = bytes[offset + 1] as number;
    const third = bytes[offset + 2] as number;
    const fourth = bytes[offset + 3] as number;
    if ((first | second | third | fourth) > 0x7f) return decodeText(reader, start, end);
    text += fromCharCode(first, second, third, fourth);
  }
  for (; offset < end; offset++) {
    const code = bytes[offset] as number;
    if (code > 0x7f) return decodeText(reader, start, end);
    text += fromCharCode(code);
  }
  return text;
}

function decodeText(reader: CborReader, start: number, end: number): string {
  reader.decodeText ??= textDecoderOf(reader.bytes);
  return reader.decodeText(start, end);
}

function textDecoderOf(bytes: Uint8Array): (start: number, end: number) => string {
  const native = nativeBuffer();
  if (native === undefined) return (start, end) => decodeStrictly(bytes.subarray(start, end));
  const buffer = native.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (start, end) => {
    const text = buffer.toString("utf8", start, end);
    // The character that stands for broken bytes: it may also have been sent.
    return text.includes("\ufffd") ? decodeStrictly(bytes.subarray(start, end)) : text;
  };
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
  if (initial === 0x5f) return join(readChunks(reader, major.bytes, readBlob));
  const length = readArgument(reader);
  const start = reader.offset;
  if (start + length > reader.end) throw endsEarly();
  reader.offset = start + length;
  // A copy: the message must not live as long as one of its blobs, nor share its memory.
  return new Uint8Array(reader.bytes.subarray(start, start + length));
}

/** The chunks of a string of indefinite length, each a definite one of the same type (RFC 8949, section 3.2.3). */
function readChunks<T>(reader: CborReader, type: number, readChunk: (reader: CborReader) => T): T[] {
  reader.offset++;
  const chunks: T[] = [];
  for (;;) {
    const initial = reader.bytes[reader.offset];
    if (initial === undefined) throw endsEarly();
    if (initial === 0xff) break;
    if ((initial & 0xe0) !== type || initial === (type | 31)) throw malformed();
    chunks.push(readChunk(reader));
  }
  reader.offset++;
  return chunks;
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
