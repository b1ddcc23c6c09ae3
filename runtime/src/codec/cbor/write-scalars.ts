import { EncodeError, unwritable } from "../codec-errors.js";
import { major, writeHead, type CborWriter } from "./writer.js";

const textEncoder = /* @__PURE__ */ new TextEncoder();
/** Up to here, copying characters one by one is faster than the call of the platform's encoder. */
const shortText = 24;

/** @throws EncodeError also for half of a surrogate pair, which UTF-8 has no bytes for. */
export function writeText(writer: CborWriter, value: string, where: string): void {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  const { length } = value;
  if (length < shortText) {
    writer.reserve(length + 1);
    const { bytes } = writer;
    const start = writer.offset + 1;
    let index = 0;
    for (; index < length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) break;
      bytes[start + index] = code;
    }
    if (index === length) {
      bytes[start - 1] = major.text | length;
      writer.offset = start + length;
      return;
    }
  }
  writeLongText(writer, value, where);
}

/** The head stands before the text but depends on its bytes: they are written where it most likely ends, and moved if it does not. */
function writeLongText(writer: CborWriter, value: string, where: string): void {
  writer.reserve(9 + value.length * 3);
  const start = writer.offset;
  const guess = headLength(value.length);
  const { written } = textEncoder.encodeInto(value, writer.bytes.subarray(start + guess));
  if (written !== value.length && !isWellFormed(value)) {
    throw new EncodeError(where, "the string has half of a surrogate pair, which UTF-8 cannot carry");
  }
  const head = headLength(written);
  if (head !== guess) writer.bytes.copyWithin(start + head, start + guess, start + guess + written);
  writeHead(writer, major.text, written);
  writer.offset += written;
}

function headLength(argument: number): number {
  return argument < 24 ? 1 : argument < 0x100 ? 2 : argument < 0x1_0000 ? 3 : 5;
}

const loneSurrogate = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !loneSurrogate.test(text);
}

export function writeBoolean(writer: CborWriter, value: boolean, where: string): void {
  if (typeof value !== "boolean") throw unwritable(where, "a boolean", value);
  writer.reserve(1);
  writer.bytes[writer.offset++] = value ? 0xf5 : 0xf4;
}

export function writeNull(writer: CborWriter): void {
  writer.reserve(1);
  writer.bytes[writer.offset++] = 0xf6;
}

export function writeBlob(writer: CborWriter, value: Uint8Array, where: string): void {
  if (!(value instanceof Uint8Array)) throw unwritable(where, "a Uint8Array", value);
  writeHead(writer, major.bytes, value.length);
  writer.reserve(value.length);
  writer.bytes.set(value, writer.offset);
  writer.offset += value.length;
}

/** A byte, short, integer or long. */
export function writeInteger(writer: CborWriter, value: number, where: string): void {
  if (!Number.isSafeInteger(value)) {
    if (typeof value !== "number") throw unwritable(where, "a number", value);
    throw new EncodeError(where, "the number is not a whole number between -(2^53 - 1) and 2^53 - 1");
  }
  if (value >= 0) writeHead(writer, major.unsigned, value);
  else writeHead(writer, major.negative, -1 - value);
}

/** A long as a bigint. A number will do where it is a safe integer. */
export function writeBigLong(writer: CborWriter, value: bigint, where: string): void {
  if (typeof value !== "bigint") return writeInteger(writer, value, where);
  const argument = value < 0n ? -1n - value : value;
  const type = value < 0n ? major.negative : major.unsigned;
  if (argument <= Number.MAX_SAFE_INTEGER) return writeHead(writer, type, Number(argument));
  if (argument >= 2n ** 63n) throw new EncodeError(where, "the integer has more than 64 bits");
  writer.reserve(9);
  writer.bytes[writer.offset] = type | 27;
  writer.view.setBigUint64(writer.offset + 1, argument);
  writer.offset += 9;
}

/**
 * A float or double in the smaller of single and double precision that keeps the value (Smithy RPC v2 CBOR, "Numeric type
 * serialization": no half precision). Not as an integer, which the protocol would allow: not every reader does.
 */
export function writeDouble(writer: CborWriter, value: number, where: string): void {
  if (typeof value !== "number") throw unwritable(where, "a number", value);
  writer.reserve(9);
  if (Object.is(Math.fround(value), value)) {
    writer.bytes[writer.offset] = 0xfa;
    writer.view.setFloat32(writer.offset + 1, value);
    writer.offset += 5;
  } else {
    writer.bytes[writer.offset] = 0xfb;
    writer.view.setFloat64(writer.offset + 1, value);
    writer.offset += 9;
  }
}

/** Tag 1 with seconds since 1970 (RFC 8949, section 3.4.2): whole ones as an integer, others as a double. */
export function writeTimestamp(writer: CborWriter, value: Date, where: string): void {
  if (!(value instanceof Date)) throw unwritable(where, "a Date", value);
  const seconds = value.getTime() / 1000;
  if (Number.isNaN(seconds)) throw new EncodeError(where, "the Date is invalid");
  writer.reserve(1);
  writer.bytes[writer.offset++] = 0xc1;
  if (Number.isInteger(seconds)) writeInteger(writer, seconds + 0, where);
  else writeDouble(writer, seconds, where);
}
