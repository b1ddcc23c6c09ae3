import { endsEarly, malformed, readArgument, unexpectedItem, type CborReader } from "./reader.js";
import { longestRemembered, recallText } from "./remembered-texts.js";
import { textAt } from "./text-window.js";
import { major } from "./writer.js";

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
  return length <= longestRemembered && length > 0 ? recallText(reader, start, end) : textAt(reader, start, end);
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
