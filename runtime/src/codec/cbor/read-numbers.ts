import { DecodeError } from "../codec-errors.js";
import { bytesToHex } from "../hex.js";
import type { Decimal } from "../numbers.js";
import { readBlob } from "./read-text.js";
import { endsEarly, hasMore, openList, readArgument, unexpectedItem, type CborReader } from "./reader.js";
import { major } from "./writer.js";

export function readByte(reader: CborReader): number {
  return bounded(reader, "a byte", 0x7f);
}

export function readShort(reader: CborReader): number {
  return bounded(reader, "a short", 0x7fff);
}

export function readInteger(reader: CborReader): number {
  return bounded(reader, "an integer", 0x7fff_ffff);
}

function bounded(reader: CborReader, kind: string, maximum: number): number {
  const value = readWhole(reader, kind);
  if (value <= maximum && value >= -maximum - 1) return value;
  throw new DecodeError("", `expected ${kind}: an integer between ${-maximum - 1} and ${maximum}`);
}

/** A long as a number. @throws DecodeError also for an integer that a double would round. */
export function readLong(reader: CborReader): number {
  const value = readWhole(reader, "an integer");
  if (Number.isSafeInteger(value)) return value;
  throw new DecodeError("", "expected an integer between -(2^53 - 1) and 2^53 - 1");
}

/** An integer of major type 0 or 1; the nearest double where none holds it. */
function readWhole(reader: CborReader, expected: string): number {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || initial >= major.bytes) throw unexpectedItem(reader, expected);
  const argument = readArgument(reader);
  return initial < major.negative ? argument : -1 - argument;
}

/** A client's read of an integer of any size: services also send floats without a fraction. */
export function receiveInteger(reader: CborReader): number {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || initial < 0xf9 || initial > 0xfb) return readLong(reader);
  const value = readDouble(reader);
  if (Number.isSafeInteger(value)) return value + 0;
  throw new DecodeError("", "expected an integer between -(2^53 - 1) and 2^53 - 1");
}

/** A long as a bigint. */
export function readBigLong(reader: CborReader): bigint {
  const initial = reader.bytes[reader.offset];
  if (initial === undefined || initial >= major.bytes) throw unexpectedItem(reader, "an integer");
  const integer = readSmallBigint(reader);
  if (BigInt.asIntN(64, integer) !== integer) throw new DecodeError("", "expected an integer of 64 bits");
  return integer;
}

/** An integer of major type 0 or 1 without loss. */
function readSmallBigint(reader: CborReader): bigint {
  const start = reader.offset;
  const initial = reader.bytes[start] as number;
  const argument = readArgument(reader);
  const exact = argument > Number.MAX_SAFE_INTEGER ? reader.view.getBigUint64(start + 1) : BigInt(argument);
  return initial < major.negative ? exact : -1n - exact;
}

/** Bytes beyond which a bignum is refused: as many bits as 4,096 digits take. */
const largestBignum = 1701;

/** A bigInteger: a bignum (RFC 8949, section 3.4.3) or an integer. */
export function readBigInteger(reader: CborReader): bigint {
  const initial = reader.bytes[reader.offset];
  if (initial !== undefined && initial < major.bytes) return readSmallBigint(reader);
  if (initial !== 0xc2 && initial !== 0xc3) throw unexpectedItem(reader, "an integer");
  reader.offset++;
  const bytes = readBlob(reader);
  if (bytes.length > largestBignum) throw new DecodeError("", "expected an integer of at most 4,096 digits");
  const magnitude = BigInt(`0x0${bytesToHex(bytes)}`);
  return initial === 0xc2 ? magnitude : -1n - magnitude;
}

/** Zeros before the digits of a fraction beyond which it is written with an exponent. */
const mostLeadingZeros = 32;

/** A bigDecimal as a JSON number: a decimal fraction (RFC 8949, section 3.4.4), or any number. */
export function readDecimal(reader: CborReader): Decimal {
  const initial = reader.bytes[reader.offset];
  if (initial !== 0xc4) {
    if (initial !== undefined && initial < 0xe0) return `${readBigInteger(reader)}` as Decimal;
    const value = readDouble(reader);
    if (Number.isFinite(value)) return `${value}`;
    throw new DecodeError("", "expected a number that is finite");
  }
  reader.offset++;
  const items = openList(reader);
  if (items >= 0 && items !== 2) throw notTwo();
  const exponent = readLong(reader);
  const mantissa = readBigInteger(reader);
  if (hasMore(reader, Math.min(items, 0))) throw notTwo();
  return decimalText(mantissa, exponent);
}

function notTwo(): DecodeError {
  return new DecodeError("", "expected a decimal fraction with an exponent and a mantissa");
}

function decimalText(mantissa: bigint, exponent: number): Decimal {
  const sign = mantissa < 0n ? "-" : "";
  const digits = String(mantissa < 0n ? -mantissa : mantissa);
  if (exponent === 0) return `${sign}${digits}` as Decimal;
  const point = digits.length + exponent;
  if (exponent > 0 || point < -mostLeadingZeros) return `${sign}${digits}e${exponent}` as Decimal;
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}` as Decimal;
}

/** A float or double: a float of any precision, or an integer. */
export function readDouble(reader: CborReader): number {
  const { offset, view } = reader;
  const initial = reader.bytes[offset];
  if (initial === undefined) throw endsEarly();
  if (initial < major.bytes) return readWhole(reader, "a number");
  const length = initial === 0xf9 ? 2 : initial === 0xfa ? 4 : initial === 0xfb ? 8 : 0;
  if (length === 0) throw unexpectedItem(reader, "a number");
  if (offset + length >= reader.end) throw endsEarly();
  reader.offset = offset + 1 + length;
  if (length === 8) return view.getFloat64(offset + 1);
  return length === 4 ? view.getFloat32(offset + 1) : halfOf(view.getUint16(offset + 1));
}

/** A server's read of a float: the number as it was written, unless its magnitude is beyond every float. */
export function readFloat(reader: CborReader): number {
  const value = readDouble(reader);
  if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
    throw new DecodeError("", "expected a number within the range of a float");
  }
  return value;
}

/** A half-precision float (IEEE 754 binary16). */
function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Seconds since 1970 behind tag 1; finer fractions are rounded to milliseconds. */
export function readTimestamp(reader: CborReader): Date {
  if (reader.bytes[reader.offset] !== 0xc1) throw unexpectedItem(reader, "a timestamp, which has tag 1");
  return receiveTimestamp(reader);
}

/** {@link readTimestamp} for a client: without the tag as well. */
export function receiveTimestamp(reader: CborReader): Date {
  if (reader.bytes[reader.offset] === 0xc1) reader.offset++;
  const milliseconds = Math.round(readDouble(reader) * 1000);
  if (Math.abs(milliseconds) <= latestTime) return new Date(milliseconds);
  throw new DecodeError("", "the number of seconds is beyond every date");
}

/** Milliseconds before or after 1970 that a Date goes up to (ECMA-262, "Time Values and Time Range"). */
const latestTime = 8.64e15;
