import { bytesOfBase64, bytesToBase64 } from "../base64.js";
import { DecodeError, unwritable } from "../codec-errors.js";
import { bigintOfNumber } from "../number-token.js";
import { doubleText, type Decimal } from "../numbers.js";
import { decodeEpochSeconds, encodeDateTime, encodeHttpDate } from "../timestamps.js";

// Scalars where all of the wire is text: XML, forms, headers, query strings and labels. What JSON writes without quotes is written
// as in JSON, and date-time and http-date are read as from JSON.

/** Reads a scalar from the text that stands for it; `path` is what a DecodeError names. */
export type DecodeText<T> = (text: string, path: string) => T;

/** A float or double; `NaN`, `Infinity` and `-Infinity` are its other values. */
export function encodeTextDouble(value: number, where: string): string {
  if (typeof value !== "number") throw unwritable(where, "a number", value);
  return doubleText(value);
}

/** A blob in base64. */
export function encodeTextBlob(value: Uint8Array, where: string): string {
  if (!(value instanceof Uint8Array)) throw unwritable(where, "a Uint8Array", value);
  return bytesToBase64(value);
}

/** `2014-04-29T18:30:38.5Z`; the fraction only where there is one. */
export function encodeTextDateTime(value: Date, where: string): string {
  return encodeDateTime(value, where).slice(1, -1);
}

/** `Tue, 29 Apr 2014 18:30:38 GMT`. */
export function encodeTextHttpDate(value: Date, where: string): string {
  return encodeHttpDate(value, where).slice(1, -1);
}

export function decodeTextBoolean(text: string, path: string): boolean {
  if (text === "true") return true;
  if (text === "false") return false;
  throw new DecodeError(path, "expected true or false");
}

export function decodeTextByte(text: string, path: string): number {
  return bounded(text, path, "a byte", 0x7f);
}

export function decodeTextShort(text: string, path: string): number {
  return bounded(text, path, "a short", 0x7fff);
}

export function decodeTextInteger(text: string, path: string): number {
  return bounded(text, path, "an integer", 0x7fff_ffff);
}

/** A long as a number. @throws DecodeError also for an integer that a double would round. */
export function decodeTextLong(text: string, path: string): number {
  const number = integer.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number)) return number + 0;
  throw new DecodeError(path, "expected an integer between -(2^53 - 1) and 2^53 - 1");
}

/** A long as a bigint. */
export function decodeTextBigLong(text: string, path: string): bigint {
  const value = decodeTextBigInteger(text, path);
  if (BigInt.asIntN(64, value) !== value) throw new DecodeError(path, "expected an integer of 64 bits");
  return value;
}

/** Exponents are taken where they leave an integer: `1e3`. */
export function decodeTextBigInteger(text: string, path: string): bigint {
  const value = bigintOfNumber(text);
  if (value === undefined) throw new DecodeError(path, "expected an integer of at most 4,096 digits");
  return value;
}

/** A bigDecimal as it was written. */
export function decodeTextDecimal(text: string, path: string): Decimal {
  if (!decimal.test(text)) throw new DecodeError(path, "expected a decimal number");
  return text as Decimal;
}

export function decodeTextDouble(text: string, path: string): number {
  if (decimal.test(text)) {
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    throw new DecodeError(path, "expected a number within the range of a double");
  }
  if (text === "NaN") return Number.NaN;
  if (text === "Infinity") return Infinity;
  if (text === "-Infinity") return -Infinity;
  throw new DecodeError(path, "expected a number, NaN, Infinity or -Infinity");
}

/** A server's read of a float: the double as it was written, unless its magnitude is beyond every float. */
export function decodeTextFloat(text: string, path: string): number {
  const number = decodeTextDouble(text, path);
  if (Number.isFinite(number) && !Number.isFinite(Math.fround(number))) {
    throw new DecodeError(path, "expected a number within the range of a float");
  }
  return number;
}

export function decodeTextBlob(text: string, path: string): Uint8Array {
  const bytes = bytesOfBase64(text);
  if (bytes === undefined) throw new DecodeError(path, "the text is not base64 with padding");
  return bytes;
}

/** Seconds since 1970, with a fraction or without. */
export function decodeTextEpochSeconds(text: string, path: string): Date {
  if (!decimal.test(text)) throw new DecodeError(path, "expected a number of seconds since 1970");
  return decodeEpochSeconds(Number(text), path);
}

const integer = /^-?\d+$/;
const decimal = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function bounded(text: string, path: string, kind: string, maximum: number): number {
  const number = integer.test(text) ? Number(text) : Number.NaN;
  if (number <= maximum && number >= -maximum - 1) return number + 0;
  throw new DecodeError(path, `expected ${kind}: an integer between ${-maximum - 1} and ${maximum}`);
}
