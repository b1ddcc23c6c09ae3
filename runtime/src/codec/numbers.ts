import { DecodeError, EncodeError, unexpected, unwritable } from "./codec-errors.js";
import { bigintOfNumber, NumberToken } from "./number-token.js";

/** A byte, short, integer or long as JSON text: digits alone, never a fraction or an exponent. */
export function encodeInteger(value: number, where: string): string {
  if (Number.isSafeInteger(value)) return value < largestPart ? String(value) : digitsOf(value);
  if (typeof value !== "number") throw unwritable(where, "a number", value);
  throw new EncodeError(where, "the number is not a whole number between -(2^53 - 1) and 2^53 - 1");
}

/** Engines write integers of up to 31 bits several times faster than doubles, which large ones are: these are written in two parts. */
const largestPart = 1e9;
const lowPart = 1e8;

function digitsOf(value: number): string {
  const high = Math.floor(value / lowPart);
  if (high >= largestPart) return String(value);
  // With a one in front, which is cut off again, the low part has all of its zeros.
  return String(high) + String(lowPart + (value - high * lowPart)).slice(1);
}

/** A long or bigInteger as JSON text. A number will do where it is a safe integer. */
export function encodeBigint(value: bigint, where: string): string {
  if (typeof value === "bigint") return String(value);
  return encodeInteger(value, where);
}

/** A float or double as JSON text; NaN and the infinities are strings (Smithy 2.0, "awsJson", shape serialization). */
export function encodeDouble(value: number, where: string): string {
  if (typeof value !== "number") throw unwritable(where, "a number", value);
  return Number.isFinite(value) ? doubleText(value) : `"${value}"`;
}

/** A number as a text that is read as the same number: `String` leaves out the sign of zero. */
export function doubleText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A decimal number of any size and precision, as the text of a JSON number: `"1.10"`. */
export type Decimal = `${number}`;

/** A bigDecimal, given as its JSON number. */
export function encodeDecimal(value: string, where: string): string {
  if (typeof value !== "string") throw unwritable(where, "the text of a number", value);
  if (!decimal.test(value)) throw new EncodeError(where, "the text is not a JSON number");
  return value;
}

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function decodeByte(value: unknown, path: string): number {
  return bounded(value, path, "a byte", 0x7f);
}

export function decodeShort(value: unknown, path: string): number {
  return bounded(value, path, "a short", 0x7fff);
}

export function decodeInteger(value: unknown, path: string): number {
  return bounded(value, path, "an integer", 0x7fff_ffff);
}

/** A long as a number. @throws DecodeError also for an integer that a double would round. */
export function decodeLong(value: unknown, path: string): number {
  const number = plainNumber(value);
  if (Number.isSafeInteger(number)) return (number as number) + 0;
  if (typeof number !== "number") throw unexpected(path, "an integer", value);
  throw new DecodeError(path, "expected an integer between -(2^53 - 1) and 2^53 - 1");
}

/** A long as a bigint. Needs lossless parsing to be exact. */
export function decodeBigLong(value: unknown, path: string): bigint {
  const integer = decodeBigInteger(value, path);
  if (BigInt.asIntN(64, integer) !== integer) throw new DecodeError(path, "expected an integer of 64 bits");
  return integer;
}

export function decodeBigInteger(value: unknown, path: string): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value as number);
  if (typeof value !== "number" && !(value instanceof NumberToken)) throw unexpected(path, "an integer", value);
  const integer = bigintOfNumber(typeof value === "number" ? String(value) : value.text);
  if (integer === undefined) throw new DecodeError(path, "expected an integer of at most 4,096 digits");
  return integer;
}

/** A bigDecimal as the JSON number that it was written as, when parsed losslessly. */
export function decodeDecimal(value: unknown, path: string): Decimal {
  if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
  if (value instanceof NumberToken) return value.text as Decimal;
  throw unexpected(path, "a number", value);
}

/** A float or double. */
export function decodeDouble(value: unknown, path: string): number {
  const number = value instanceof NumberToken ? value.toNumber() : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  if (value === "NaN") return Number.NaN;
  if (value === "Infinity") return Infinity;
  if (value === "-Infinity") return -Infinity;
  if (typeof number === "number") throw new DecodeError(path, "expected a number within the range of a double");
  throw unexpected(path, `a number, "NaN", "Infinity" or "-Infinity"`, value);
}

/** A server's read of a float: the double as it was written, unless its magnitude is beyond every float. */
export function decodeFloat(value: unknown, path: string): number {
  const number = decodeDouble(value, path);
  if (Number.isFinite(number) && !Number.isFinite(Math.fround(number))) {
    throw new DecodeError(path, "expected a number within the range of a float");
  }
  return number;
}

/** Tokens of few digits were kept for the zeros at their end, as in `1.00`, and are exact as doubles; longer ones are no such number. */
function plainNumber(value: unknown): unknown {
  return value instanceof NumberToken ? (value.text.length < 17 ? value.toNumber() : Number.NaN) : value;
}

function bounded(value: unknown, path: string, kind: string, maximum: number): number {
  const number = plainNumber(value);
  if (typeof number !== "number") throw unexpected(path, kind, value);
  if (Number.isInteger(number) && number <= maximum && number >= -maximum - 1) return number + 0;
  throw new DecodeError(path, `expected ${kind}: an integer between ${-maximum - 1} and ${maximum}`);
}
